"""Reading: from the text of a report to a proposed record, by layered rules over a parser."""

from goodoffices.reading.reader import read_loaded, read_text
from goodoffices.reading.spacy_model import ReadingUnavailableError
from goodoffices.reading.text.load import Loaded, load_bytes, load_report

__all__ = [
    "Loaded",
    "ReadingUnavailableError",
    "load_bytes",
    "load_report",
    "read_loaded",
    "read_text",
]
