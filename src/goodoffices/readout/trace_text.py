"""A trace as a tree on the terminal, as a nested list in Markdown, and as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text
from rich.tree import Tree

from goodoffices.readout.console import rendered
from goodoffices.readout.plain import harmless

if TYPE_CHECKING:
    from goodoffices.case.falls import Falls
    from goodoffices.case.node import Node

__all__ = ["assumptions_words", "falls_lines", "trace_markdown", "trace_text"]

_SAID = {
    "": "",
    "assumption": "the analyst's assumption",
    "unlinked": "cited, not in the record",
    "proposed": "not confirmed by anybody",
    "rejected": "rejected",
    "broken": "leads nowhere",
}
_PLACE = re.compile(r" \((?:(?!” \().)*, (line \d+)\)$")
_DOWNWARDS = ("model", "outcome", "decision maker", "preference")
_STYLES = {
    "assumption": "yellow",
    "unlinked": "yellow",
    "proposed": "yellow",
    "rejected": "bold red",
    "broken": "bold red",
    "passage": "green",
    "outcome": "bold",
}


def assumptions_words(nodes: Iterable[Node]) -> str:
    """Count the preference statements of a trace, and those without evidence.

    >>> from goodoffices.case.node import Node
    >>> assumptions_words([Node("preference", "a/x/1", "1. a", "assumption")])
    'Of 1 preference statement 1 has no evidence: the analyst assumes it.'
    """
    downwards = (top for top in nodes if top.kind in _DOWNWARDS)
    seen = {
        node.ref: node.standing
        for top in downwards
        for node in top.walk()
        if node.kind == "preference"
    }
    assumed = sum(standing == "assumption" for standing in seen.values())
    if not seen:
        return ""
    said = f"Of {len(seen)} preference statement{'s' if len(seen) > 1 else ''}"
    if not assumed:
        return (
            "The preference statement has evidence."
            if len(seen) == 1
            else f"{said} each has evidence."
        )
    if assumed == 1:
        return f"{said} 1 has no evidence: the analyst assumes it."
    return f"{said} {assumed} have no evidence: the analyst assumes them."


def trace_text(
    nodes: Iterable[Node], falls: Falls | None, *, width: int = 80, colour: bool = False
) -> str:
    """Lay a trace out for the terminal."""
    nodes = list(nodes)
    named: set[str] = set()
    parts = [_tree(node, named) for node in nodes]
    notes = [line for line in (assumptions_words(nodes), _bearing_words(nodes)) if line]
    below = [Text(harmless(line), style="dim") for line in notes]
    lost = [Text(harmless(line)) for line in falls_lines(falls)] if falls else []
    return rendered([*parts, *below, *lost], width, colour=colour)


def _words(node: Node, named: set[str]) -> str:
    """Say a step; a source is named in full at its first passage, and by its id after that."""
    source = node.ref.partition(":")[0]
    if node.kind == "passage":
        if source in named:
            return _PLACE.sub(r" (\1)", node.words)
        named.add(source)
    return node.words


def _tree(node: Node, named: set[str]) -> Tree:
    tree = Tree(_line(node, named), guide_style="dim")
    for child in node.children:
        tree.add(_tree(child, named))
    return tree


def _line(node: Node, named: set[str]) -> Text:
    style = _STYLES.get(node.standing) or _STYLES.get(node.kind, "")
    line = Text(harmless(_words(node, named)), style=style)
    marks = [_SAID[node.standing]] if node.standing else []
    marks += ["it rests on this"] if node.bears else []
    if marks:
        line.append(f" [{'; '.join(marks)}]", style=style or "bold")
    if node.kind not in ("stability", "outcome", "model", "decision maker"):
        line.append(f"  {harmless(node.ref)}", style="dim")
    return line


def _bearing_words(nodes: Iterable[Node]) -> str:
    found = {node.bears for top in nodes for node in top.walk()}
    if True in found:
        return (
            "“It rests on this”: without that statement alone the outcome is no equilibrium under the "
            "concept followed; this is also what would have to change."
        )
    if False in found:
        return "No single statement decides: without any one of them the outcome still holds."
    return ""


def falls_lines(falls: Falls) -> Iterator[str]:
    """Say what falls, line by line."""
    if not falls.models and not falls.talks:
        yield "Nothing falls: everything that rests on it has other evidence."
        return
    for fall in falls.models:
        reading = f", reading {fall.reading}" if fall.reading else ""
        yield f"In {fall.model}{reading}:"
        for lost in fall.lost:
            yield f"  falls: {lost.what}  ({lost.where})"
        changes = [*_changes("ends", fall.ended), *_changes("begins", fall.begun)]
        yield from changes or ["  No equilibrium changes."]
    for fact in falls.talks:
        yield f"Without evidence in the talks: {fact.words}  ({fact.ref})"


def _changes(verb: str, states: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Say which equilibria end or begin, each state with its concepts."""
    concepts: dict[str, list[str]] = {}
    for concept, labels in states.items():
        for label in labels:
            concepts.setdefault(label, []).append(concept)
    for label, under in sorted(concepts.items()):
        is_ = "no longer an equilibrium" if verb == "ends" else "becomes an equilibrium"
        yield f"  {label}: {is_} under {', '.join(under)}"


def trace_markdown(nodes: Iterable[Node], falls: Falls | None) -> str:
    """Write a trace as a nested list."""
    lines: list[str] = []
    nodes = list(nodes)
    for node in nodes:
        lines += _listed(node, 0)
    words = assumptions_words(nodes)
    lines += ["", words] if words else []
    lines += ["", *(f"{line}  " for line in falls_lines(falls))] if falls else []
    return "\n".join(harmless(line) for line in lines) + "\n"


def _listed(node: Node, depth: int) -> Iterator[str]:
    marks = [_SAID[node.standing]] if node.standing else []
    marks += ["it rests on this"] if node.bears else []
    mark = f" [{'; '.join(marks)}]" if marks else ""
    yield f"{'  ' * depth}- {node.words}{mark} `{node.ref}`"
    for child in node.children:
        yield from _listed(child, depth + 1)
