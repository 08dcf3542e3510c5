"""One step of a trace, with what it rests on or what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Node", "Standing"]

Standing = Literal["", "assumption", "unlinked", "proposed", "rejected", "broken"]


@dataclass(frozen=True)
class Node:
    """A step of the trace.

    Attributes
    ----------
    kind : what it is: model, outcome, stability, preference, constraint, option, talks, evidence, a kind of
        item of the record in the singular, passage, source.
    ref : what it goes by: ``dam/upper/1``, ``herald/p1``, ``herald:15-22``.
    words : what it says.
    standing : "assumption" where the analyst gave no evidence, "unlinked" for evidence that is cited and not
        in the record, "proposed" for an item nobody confirmed, "rejected", "broken" for a link that leads
        nowhere.
    bears : for a preference statement under an outcome: whether the outcome is no equilibrium without it.
    children : the next steps.
    """

    kind: str
    ref: str
    words: str
    standing: Standing = ""
    bears: bool | None = None
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield this step and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def to_dict(self) -> dict[str, Any]:
        """Return the trace as data."""
        data: dict[str, Any] = {"kind": self.kind, "ref": self.ref, "words": self.words}
        if self.standing:
            data["standing"] = self.standing
        if self.bears is not None:
            data["bears"] = self.bears
        if self.children:
            data["children"] = [child.to_dict() for child in self.children]
        return data
