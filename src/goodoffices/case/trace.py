"""The trace downwards: from a model, an outcome or a preference statement to characters in a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.case.bearing import Held, bearing, held_by, strongest
from goodoffices.case.naming import inside_of, kind_word
from goodoffices.case.node import Node, Standing
from goodoffices.case.shapes import (
    FigureItem,
    Item,
    Passage,
    PositionItem,
    StatementItem,
    TimeItem,
    passages_of,
)
from goodoffices.errors import InputError, UsageError, did_you_mean
from goodoffices.stability import Analysis, analyse
from goodoffices.stability.sentences import explanation_sentence

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.conflict import Conflict
    from goodoffices.conflict.parts import Evidence

__all__ = [
    "Down",
    "trace_item",
    "trace_model",
    "trace_outcome",
    "trace_preference",
    "words_to_decide",
]


def trace_model(case: Case, name: str, reading: str | None = None) -> Node:
    """Return every equilibrium of a model with what it rests on.

    Raises
    ------
    UsageError, InputError
        as `Case.conflict` does.
    """
    down = Down(case, name, reading)
    analysis = analyse(down.conflict)
    outcomes = tuple(down.outcome(analysis, state) for state in analysis.any_equilibria())
    return Node("model", name, _title(down.conflict, reading), children=outcomes)


def trace_outcome(
    case: Case, name: str, state: str, concept: str | None = None, reading: str | None = None
) -> Node:
    """Return what the stability of one outcome rests on, down to the passages.

    Parameters
    ----------
    state : the options taken, such as ``vote,veto``; or the id or number of a state.
    concept : the solution concept; the strongest under which it is an equilibrium if none is named.

    Raises
    ------
    UsageError
        where there is no such model, reading, state or concept.
    """
    down = Down(case, name, reading)
    number = int(down.conflict.states.find(int(state) if state.isdecimal() else state))
    return down.outcome(analyse(down.conflict), number, concept)


def trace_preference(case: Case, ref: str, reading: str | None = None) -> Node:
    """Return what a decision maker's preferences, or one statement (``MODEL/DM/N``), rest on.

    Raises
    ------
    UsageError
        where there is none.
    """
    name, _, rest = ref.partition("/")
    dm_id, _, number = rest.partition("/")
    down = Down(case, name, reading)
    dm = down.conflict.decision_maker(dm_id)
    held = held_by(dm)
    if not number:
        nodes = tuple(down.preference(it) for it in held)
        return Node("decision maker", ref, dm.label, children=nodes)
    if not number.isdecimal() or not 1 <= int(number) <= len(held):
        known = did_you_mean(number, [str(it.number) for it in held])
        raise UsageError(f"no preference statement '{ref}'; {known}")
    return down.preference(held[int(number) - 1])


def trace_item(case: Case, ref: str) -> Node:
    """Return an item of the record with the passages it stands on.

    Raises
    ------
    UsageError
        where there is none.
    InputError
        where the text of its source is missing or changed.
    """
    kind, item = case.kind_and_item(ref)
    source = ref.partition("/")[0]
    children = tuple(_beneath(case, source, item))
    standing: Standing = item.status if item.status in ("proposed", "rejected") else ""
    return Node(kind_word(kind), ref, item_words(case, item), standing, children=children)


def _beneath(case: Case, source: str, item: Item) -> Iterator[Node]:
    inside = inside_of(item)
    if inside and case.has(f"{source}/{inside}"):
        yield trace_item(case, f"{source}/{inside}")
    text = case.text(source)
    called = case.source(source).called
    parts = item.fragments if isinstance(item, StatementItem) else passages_of(item)
    for passage in parts:
        yield passage_node(source, called, passage, text)


def passage_node(source: str, called: str, passage: Passage, text: str) -> Node:
    """Return a passage as the end of a trace.

    Raises
    ------
    InputError
        where its words do not stand where it says.
    """
    ref = f"{source}:{passage.start}-{passage.end}"
    if text[passage.start : passage.end] != passage.exact:
        raise InputError(f"{ref}: these characters do not read '{passage.exact}'")
    line = text.count("\n", 0, passage.start) + 1
    return Node("passage", ref, f"“{passage.exact}” ({called}, line {line})")


def item_words(case: Case, item: Item) -> str:
    """Say an item of the record in a line; what was written after the event says so."""
    return f"{_plainly(case, item)}{' (written after the event)' if item.written_after else ''}"


def words_to_decide(case: Case, item: Item) -> str:
    """Say an item with all that somebody has to see to confirm or reject it."""
    words = item_words(case, item)
    if isinstance(item, StatementItem):
        return f"{words}: {' … '.join(it.exact for it in item.fragments)}"
    if isinstance(item, TimeItem):
        return f"{words} = {' '.join(filter(None, (item.value, item.mod)))}"
    if isinstance(item, FigureItem) and item.quantity is not None:
        upper = f" to {item.upper:,}" if item.upper is not None else ""
        counted = f" {item.unit}" if item.unit else ""
        return f"{words} {item.comparator} {item.quantity:,}{upper}{counted}"
    return words


def _plainly(case: Case, item: Item) -> str:
    if isinstance(item, StatementItem):
        return f"{_who(case, item.speaker, item.speaker_name)}, {item.kind} words"
    if isinstance(item, PositionItem):
        stance = item.stance.replace("_", " ")
        who = _who(case, item.holder, item.holder_name)
        parts = [f"{who}: {stance}"]
        parts += [f"“{p.exact}”" for p in (item.object or item.trigger, item.condition) if p]
        parts += [f"by {item.deadline}"] if item.deadline else []
        parts += [f"else “{item.consequence.exact}”"] if item.consequence else []
        return " ".join(parts)
    passage = next(iter(passages_of(item)), None)
    words = f"“{passage.exact}”" if passage else item.id
    return f"{words}{': ' + item.note if item.note else ''}"


def _who(case: Case, actor: str | None, name: str) -> str:
    card = case.every_actor.get(actor or "")
    return card.called if card else name or "nobody named"


def _title(conflict: Conflict, reading: str | None) -> str:
    return f"{conflict.title}{f' (reading {reading})' if reading else ''}"


class Down:
    """The trace of one reading of one model."""

    def __init__(self, case: Case, name: str, reading: str | None = None) -> None:
        self.case = case
        self.name = name
        self.conflict = case.conflict(name, reading)
        self.evidence = {entry.id: entry for entry in self.conflict.evidence}

    def outcome(self, analysis: Analysis, state: int, concept: str | None = None) -> Node:
        """Return a state with, for each decision maker, why it is stable and what that rests on."""
        under = analysis.equilibrium_under(state)
        chosen = concept or strongest(analysis, state) or "Nash"
        bears = bearing(self.conflict, state, chosen) if chosen in under else None
        label = self.conflict.states.label(state)
        held = f"equilibrium under {', '.join(under)}" if under else "no equilibrium"
        words = f"{label}: {held}; followed here: {chosen}"
        told = tuple(
            Node(
                "stability",
                f"{self.name}/{dm.id}",
                explanation_sentence(self.conflict, analysis.explain(chosen, dm.id, state)),
                children=tuple(self.preference(it, bears) for it in held_by(dm)),
            )
            for dm in self.conflict.decision_makers
        )
        rules = tuple(self.constraints())
        ref = f"{self.name}/{self.conflict.states.id(state)}"
        return Node("outcome", ref, words, children=(*told, *rules))

    def constraints(self) -> Iterator[Node]:
        """Yield what cannot be, with its evidence."""
        for number, it in enumerate(self.conflict.feasibility, 1):
            yield self.resting("constraint", f"feasibility/{number}", it.words, it.because)
        for number, rule in enumerate(self.conflict.forbidden_moves, 1):
            yield self.resting("constraint", f"forbidden_moves/{number}", rule.words, rule.because)

    def preference(self, it: Held, bears: frozenset[str] | None = None) -> Node:
        """Return a preference statement with its evidence."""
        words = f"{it.number}. {it.words}{f' ({it.note})' if it.note else ''}"
        bearing_on = None if bears is None else it.where in bears
        return self.resting("preference", it.where, words, it.because, bearing_on)

    def resting(
        self, kind: str, where: str, words: str, because: Iterable[str], bears: bool | None = None
    ) -> Node:
        """Return a part of the model with its evidence; without any it is the analyst's assumption."""
        children = tuple(self.entry(self.evidence[id_]) for id_ in because)
        standing: Standing = "" if children else "assumption"
        return Node(kind, f"{self.name}/{where}", words, standing, bears, children)

    def entry(self, entry: Evidence) -> Node:
        """Return an entry of the evidence table with the items of the record it links to."""
        when = f", said {entry.said}" if entry.said and entry.said not in entry.citation else ""
        children = tuple(self.linked(ref) for ref in entry.record)
        standing: Standing = "" if children else "unlinked"
        ref = f"{self.name}/evidence/{entry.id}"
        return Node("evidence", ref, f"{entry.citation}{when}", standing, children=children)

    def linked(self, ref: str) -> Node:
        """Return the item of the record that a link names, or that it leads nowhere."""
        try:
            return trace_item(self.case, ref)
        except (UsageError, InputError) as error:
            return Node("record", ref, str(error), "broken")
