"""Anchors that survive a changed text: W3C Web Annotation selectors, and finding a passage again.

A passage is written as TextPositionSelector (code points of the stored text) and TextQuoteSelector
(exact words with a prefix and suffix of 32). In another version of the text it is found again only
where that can be told for certain; otherwise it is reported lost. Nothing is guessed.

Definition: W3C Web Annotation Data Model, Recommendation 23 February 2017, sections 4.2.4 and 4.2.5.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from goodoffices.errors import KeyPath
from goodoffices.record.model import KINDS, Record, Span, passages, text_sha256

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage as it is kept outside: hash of its text, position, words and their surroundings."""

    source: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    def to_annotation(self) -> dict[str, Any]:
        """Return the ``target`` of a Web Annotation."""
        return {
            "source": f"urn:sha256:{self.source}",
            "selector": [
                {"type": "TextPositionSelector", "start": self.start, "end": self.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": self.exact,
                    "prefix": self.prefix,
                    "suffix": self.suffix,
                },
            ],
        }

    @classmethod
    def from_annotation(cls, target: Mapping[str, Any]) -> "Anchor":
        """Return the anchor of a ``target`` made by :meth:`to_annotation`.

        Raises ValueError where one of the two selectors is missing.
        """
        found = {s.get("type"): s for s in target.get("selector", ())}
        try:
            place, quote = found["TextPositionSelector"], found["TextQuoteSelector"]
            return cls(
                str(target["source"]).removeprefix("urn:sha256:"),
                place["start"],
                place["end"],
                quote["exact"],
                quote.get("prefix", ""),
                quote.get("suffix", ""),
            )
        except KeyError as missing:
            raise ValueError(
                f"the target lacks {missing}; expected a position and a quote selector"
            ) from None


def anchor(text: str, span: Span, sha256: str | None = None) -> Anchor:
    """Return the anchor of a passage of ``text``.

    >>> anchor("Moscow said no.", Span(7, 11, "said")).prefix
    'Moscow '
    """
    return Anchor(
        sha256 or text_sha256(text),
        span.start,
        span.end,
        span.exact,
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands in another text: ``same``, ``moved``, or ``lost`` (span None) and why."""

    outcome: Literal["same", "moved", "lost"]
    span: Span | None
    reason: str


def reanchor(old: Anchor, text: str) -> Found:
    """Find a passage again in a changed text; say what moved or was lost, never guess.

    Its words must stand there unchanged. Where they stand more than once, the surroundings must
    agree in exactly one place, both before and after or else on one whole side. A side on which the
    passage has little or nothing around it, because its text begins or ends there, tells something
    only where the other text begins or ends there, too.
    """
    if not old.exact:
        return Found("lost", None, "the passage has no words")
    places = list(_places(text, old.exact))
    if not places:
        return Found("lost", None, "its words are not in this text")
    sides = {at: (_before(old, text, at), _after(old, text, at)) for at in places}
    if old.start in sides and _agree(sides[old.start]):
        return _there(old, old.start, "words and surroundings unchanged")
    if old.start in sides and old.source == text_sha256(text):
        return _there(old, old.start, "the text is the same")
    for wanted, reason in (
        (_whole, "same surroundings"),
        (_agree, "same surroundings"),
        (_one_side, "same words on one side"),
    ):
        fitting = [at for at in places if wanted(sides[at])]
        if len(fitting) == 1:
            return _there(old, fitting[0], reason)
        if len(fitting) > 1:
            return Found(
                "lost", None, f"its words stand {len(fitting)} times with these surroundings"
            )
    if len(places) == 1 and len(old.exact.split()) >= 3:
        return _there(old, places[0], "the only place with these words")
    return Found(
        "lost", None, f"its words stand {len(places)} times, nowhere with its surroundings"
    )


def _there(old: Anchor, at: int, reason: str) -> Found:
    outcome: Literal["same", "moved"] = "same" if at == old.start else "moved"
    return Found(outcome, Span(at, at + len(old.exact), old.exact), reason)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


Side = Literal["other", "short", "same"]
"""What stands on one side: something else; the same, but too little to tell a place; the same."""
_ENOUGH = CONTEXT // 2


def _before(old: Anchor, text: str, at: int) -> Side:
    if not text.endswith(old.prefix, 0, at):
        return "other"
    edge = len(old.prefix) == at == old.start
    return "same" if edge or len(old.prefix) >= _ENOUGH else "short"


def _after(old: Anchor, text: str, at: int) -> Side:
    end = at + len(old.exact)
    if not text.startswith(old.suffix, end):
        return "other"
    edge = len(old.suffix) == len(text) - end < CONTEXT
    return "same" if edge or len(old.suffix) >= _ENOUGH else "short"


def _whole(sides: tuple[Side, Side]) -> bool:
    return sides == ("same", "same")


def _agree(sides: tuple[Side, Side]) -> bool:
    return "same" in sides and "other" not in sides


def _one_side(sides: tuple[Side, Side]) -> bool:
    return "same" in sides


@dataclass(frozen=True, slots=True)
class Move:
    """What became of one passage of a record in another version of its text."""

    item: str
    old: Span
    found: Found


def reanchor_record(record: Record, text: str) -> list[Move]:
    """Look for every passage of a record in another version of its text."""
    sha256 = record.source.sha256
    return [
        Move(_item(record, path), span, reanchor(anchor(record.text, span, sha256), text))
        for path, span in passages(record)
    ]


def _item(record: Record, path: KeyPath) -> str:
    """'statements/s1'; what is dropped has no id."""
    kind, number = path[:2]
    return f"{kind}/{getattr(record, kind)[number].id}" if kind in KINDS else str(kind)
