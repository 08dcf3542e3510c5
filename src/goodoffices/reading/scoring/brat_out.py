"""brat standoff out, in the form of PolNeAR: Source, Cue, Content and Attribution events.

What comes in is read by :mod:`goodoffices.reading.scoring.brat_in`.
"""

import re
from typing import Literal

from goodoffices.record.model import Record, Span, Statement

__all__ = ["NO_SOURCE", "to_brat"]

NO_SOURCE = "Attribution-no-source"
"""How PolNeAR calls an attribution to nobody."""


def to_brat(record: Record, *, trigger: Literal["cue", "content"] = "cue") -> str:
    """Return the statements of a record as the lines of an ``.ann`` file.

    Fragments of one content are a discontinuous span; newlines inside a span split it, as brat asks.
    An event hangs on a text-bound of its own, on the cue, as PolNeAR's files have it (where there is no
    cue on the source, else on the content); with ``trigger="content"`` on the content itself.
    """
    writer = _Writer()
    for statement in record.statements:
        if statement.fragments:
            writer.add(statement, on_cue=trigger == "cue")
    return "".join(f"{line}\n" for line in writer.lines)


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.spans = self.events = 0

    def bound(self, kind: str, spans: list[Span]) -> str:
        """Write a text-bound; return its id."""
        self.spans += 1
        self.lines.append(f"T{self.spans}\t{kind} {_offsets(spans)}\t{_words(spans)}")
        return f"T{self.spans}"

    def add(self, statement: Statement, *, on_cue: bool) -> None:
        source, cue = statement.source, statement.cue
        content = self.bound("Content", list(statement.fragments))
        arguments = [f"Content:{content}"]
        if source is not None:
            id_ = self.bound("Source", [source])
            arguments.append(f"Source:{id_}")
            if statement.speaker_name:
                self.lines.append(f"#{self.spans}\tSpeaker {id_}\t{statement.speaker_name}")
        if cue is not None:
            arguments.append(f"Cue:{self.bound('Cue', [cue])}")
        name = "Attribution" if source is not None else NO_SOURCE
        on = cue or source or statement.fragments[0]
        trigger = self.bound(name, [on]) if on_cue else content
        self.events += 1
        self.lines.append(f"E{self.events}\t{name}:{trigger} {' '.join(arguments)}")
        self.lines.append(f"A{self.events}\tClass E{self.events} {statement.category}")


def _pieces(span: Span) -> list[tuple[int, str]]:
    return [(span.start + m.start(), m.group()) for m in re.finditer(r"[^\n]+", span.exact)]


def _offsets(spans: list[Span]) -> str:
    return ";".join(f"{at} {at + len(words)}" for span in spans for at, words in _pieces(span))


def _words(spans: list[Span]) -> str:
    return " ".join(words for span in spans for _, words in _pieces(span))
