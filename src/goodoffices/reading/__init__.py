"""Reading: from the text of a report to a proposed record, by layered rules over a parser."""

from goodoffices.reading.load import Loaded, load_bytes, load_report
from goodoffices.reading.parser import ReadingUnavailableError
from goodoffices.reading.reader import read_loaded, read_text

__all__ = [
    "Loaded",
    "ReadingUnavailableError",
    "load_bytes",
    "load_report",
    "read_loaded",
    "read_text",
]
