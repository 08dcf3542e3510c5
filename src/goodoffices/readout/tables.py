"""An analysis as tables: which states to show, and the forms that programs read (JSON, CSV, Markdown)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import LimitError
from goodoffices.readout.plain import harmless
from goodoffices.readout.words import STRONGEST_FIRST
from goodoffices.stability import CONCEPTS, Analysis, Concept
from goodoffices.stability.analysis import MOST_LISTED
from goodoffices.stability.concepts import BIT, EVERY_CONCEPT, named
from goodoffices.stability.sentences import state_words

__all__ = [
    "LETTERS",
    "Shown",
    "concepts_named",
    "equilibria_by_strength",
    "marks",
    "refuse_if_long",
    "shown_states",
    "status_quo",
    "to_csv",
    "to_json",
    "to_markdown",
]

LETTERS: Mapping[Concept, str] = {
    "Nash": "N",
    "GMR": "G",
    "SMR": "M",
    "SEQ": "S",
    "SSEQ": "Y",
    "SIM": "I",
    "SIM-FH": "F",
}
"""The letter of each concept where a whole table must fit on a screen."""

FEW = 60
"""Up to so many states every one is shown to a person; above it those that matter."""

SOME = 30
"""How many matter at most where not all are shown."""

_AT_ONCE = 4096  # rows of CSV written in one go


def concepts_named(wanted: Iterable[str]) -> tuple[Concept, ...]:
    """Return the concepts of those names, in the usual order; the usual five where none is named.

    Raises
    ------
    UsageError
        for a name that is none.

    >>> concepts_named(["seq", "Nash"])
    ('Nash', 'SEQ')
    """
    chosen = {named(name) for name in wanted}
    return tuple(concept for concept in EVERY_CONCEPT if concept in chosen) or CONCEPTS


def status_quo(analysis: Analysis) -> int | None:
    """Return the number of the status quo, or None where the conflict names none."""
    held = analysis.conflict.status_quo
    return None if held is None else analysis.states.find(held)


def equilibria_by_strength(analysis: Analysis, concepts: Sequence[Concept]) -> list[int]:
    """Return the equilibria, those under most concepts first, then those under the more demanding."""
    strength = np.zeros(analysis.states.count + 1, dtype=np.int64)
    rest = [concept for concept in concepts if concept not in STRONGEST_FIRST]
    order = rest + [concept for concept in reversed(STRONGEST_FIRST) if concept in concepts]
    for k, concept in enumerate(order):
        strength[list(analysis.equilibria(concept))] += (1 << 16) + (1 << k)
    found = np.flatnonzero(strength)
    return [int(number) for number in found[np.argsort(-strength[found], kind="stable")]]


@dataclass(frozen=True)
class Shown:
    """The states a table shows to a person, in order of number, of how many, and which they are."""

    numbers: tuple[int, ...]
    total: int
    equilibria: int

    @property
    def complete(self) -> bool:
        """Whether these are all states."""
        return len(self.numbers) == self.total

    @property
    def sentence(self) -> str:
        """Say which states are shown, and what lists the others; nothing where all are."""
        if self.complete:
            return ""
        which = "the equilibria, the status quo and what it can lead to"
        if self.equilibria > len(self.numbers):
            which = f"the status quo and some of the {self.equilibria:,} equilibria, the strongest"
        return (
            f"Of {self.total:,} states only {len(self.numbers)} are shown: {which}. "
            "--all shows every state; so does --format csv."
        )


def shown_states(
    analysis: Analysis, concepts: Sequence[Concept], *, every_state: bool = False
) -> Shown:
    """Choose the states a person is shown: all where there are few, else those that matter."""
    total, equilibria = analysis.states.count, equilibria_by_strength(analysis, concepts)
    if every_state or total <= FEW:
        return Shown(tuple(analysis.states), total, len(equilibria))
    here = status_quo(analysis)
    first = [] if here is None else [here, *_one_move_away(analysis, here)]
    chosen = dict.fromkeys([*first[:1], *equilibria, *first[1:]])
    return Shown(tuple(sorted(list(chosen)[:SOME])), total, len(equilibria))


def _one_move_away(analysis: Analysis, state: int) -> Iterator[int]:
    """Yield what unilateral and joint improvements lead to."""
    for dm in analysis.conflict.decision_makers:
        yield from analysis.improvements(dm.id, state)
    yield from (joint.target for joint in analysis.joint_improvements(state, most=SOME))


def marks(analysis: Analysis, state: int, dm_id: str | None, concepts: Sequence[Concept]) -> str:
    """Return the letters of the concepts under which a state is stable, a dot for each other one."""
    if dm_id is None:
        held: Sequence[Concept] = analysis.equilibrium_under(state)
    else:
        held = [c for c in concepts if analysis.is_stable(c, dm_id, state)]
    return "".join(LETTERS[concept] if concept in held else "." for concept in concepts)


def to_json(data: Any, *, ascii_only: bool = False) -> Iterator[str]:
    r"""Write data as JSON that people can read too: what fits on a line stands on one.

    >>> print("".join(to_json({"a": [1, 2], "b": [{"c": [3]}]})), end="")
    {
      "a": [1, 2],
      "b": [
        {"c": [3]}
      ]
    }
    """
    yield from _json(data, "", ascii_only)
    yield "\n"


def _json(data: Any, indent: str, ascii_only: bool) -> Iterator[str]:
    if _one_line(data, top=not indent):
        yield json.dumps(data, ensure_ascii=ascii_only)
        return
    inner, mapping = indent + "  ", isinstance(data, Mapping)
    yield "{\n" if mapping else "[\n"
    items = data.items() if mapping else ((None, item) for item in data)
    for k, (key, value) in enumerate(items):
        yield f"{',' if k else ''}\n"[not k :] + inner
        if mapping:
            yield f"{json.dumps(key, ensure_ascii=ascii_only)}: "
        yield from _json(value, inner, ascii_only)
    yield f"\n{indent}" + ("}" if mapping else "]")


def _one_line(data: Any, *, top: bool) -> bool:
    """Tell whether a value stands on one line: it is plain, or a list or table of plain ones."""
    if isinstance(data, Mapping):
        return not data or (not top and all(_flat(value) for value in data.values()))
    return not isinstance(data, list) or all(not isinstance(part, Mapping | list) for part in data)


def _flat(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) <= 24 and all(not isinstance(part, Mapping | list) for part in value)
    return not isinstance(value, Mapping)


def refuse_if_long(analysis: Analysis, *, every_state: bool) -> None:
    """Refuse to write a row for each of very many states unless that was asked for.

    Raises
    ------
    LimitError
        above `MOST_LISTED` states.
    """
    if analysis.states.count > MOST_LISTED and not every_state:
        raise LimitError(
            f"the conflict has {analysis.states.count:,} states and a row for each is written only "
            f"up to {MOST_LISTED:,}; --all writes them all, --format json gives the counts"
        )


def to_csv(
    analysis: Analysis, concepts: Sequence[Concept] = CONCEPTS, *, every_state: bool = False
) -> Iterator[str]:
    """Write one row per state as CSV (RFC 4180 but for the line ends), some thousand rows at a time.

    Columns: ``number``; ``state`` (the options taken); ``option:ID`` Y or N; ``rank:DM``, larger is
    preferred; ``CONCEPT:DM`` Y where the state is stable for the decision maker, else N;
    ``CONCEPT:all`` Y where it is an equilibrium.

    Raises
    ------
    LimitError
        above `MOST_LISTED` states unless ``every_state``.
    """
    refuse_if_long(analysis, every_state=every_state)
    ids = analysis.states.option_ids
    dm_ids = [dm.id for dm in analysis.conflict.decision_makers]
    stable = [f"{concept}:{who}" for concept in concepts for who in (*dm_ids, "all")]
    header = [*(f"option:{id_}" for id_ in ids), *(f"rank:{id_}" for id_ in dm_ids), *stable]
    yield ",".join(["number", "state", *header]) + "\n"
    options, ranks, bits = _columns(analysis, concepts)
    for start in range(0, analysis.states.count, _AT_ONCE):
        rows = slice(start, start + _AT_ONCE)
        yield "".join(_csv_rows(analysis, start, options[rows], ranks[rows], bits[rows]))


def _columns(
    analysis: Analysis, concepts: Sequence[Concept]
) -> tuple[NDArray[np.bool_], NDArray[np.unsignedinteger], NDArray[np.bool_]]:
    """Return options taken, ranks and stability, each with a row per state."""
    from goodoffices.statements import Name

    states, feasible = analysis.states, analysis.game.feasible
    table = analysis.table[:, feasible]
    rows = [*table, np.bitwise_and.reduce(table, axis=0)]
    taken = [states.holds(Name(id_)) for id_ in states.option_ids]
    options = np.array(taken, dtype=bool).reshape(len(taken), states.count).T
    ranks = np.stack([own[feasible] for own in analysis.game.ranks], axis=1)
    bits = np.stack([(row & BIT[c]) > 0 for c in concepts for row in rows], axis=1)
    return options, ranks, bits


def _csv_rows(
    analysis: Analysis,
    start: int,
    options: NDArray[np.bool_],
    ranks: NDArray[np.unsignedinteger],
    bits: NDArray[np.bool_],
) -> Iterator[str]:
    ids, listed = analysis.states.option_ids, analysis.conflict.listed_states
    letters = (np.where(flags, "Y", "N").tolist() for flags in (options, bits))
    parts = zip(options.tolist(), *letters, ranks.tolist(), strict=True)
    for k, (taken, yn, stable, rank) in enumerate(parts, start + 1):
        names = listed[k - 1].id if listed else ",".join(compress(ids, taken)) or "-"
        quoted = f'"{names}"' if "," in names else names
        yield ",".join([str(k), quoted, *yn, *map(str, rank), *stable]) + "\n"


def to_markdown(
    analysis: Analysis, concepts: Sequence[Concept] = CONCEPTS, *, every_state: bool = False
) -> Iterator[str]:
    """Write an analysis as Markdown tables: options, equilibria, and who is stable where."""
    conflict, dms = analysis.conflict, analysis.conflict.decision_makers
    yield f"# {_cell(conflict.title)}\n\n"
    owned = [(dm.label, f"`{option.id}`", option.text) for dm in dms for option in dm.options]
    yield from _markdown(("Decision maker", "Option", "What it means"), owned)
    shown = shown_states(analysis, concepts, every_state=every_state)
    counts = ", ".join(f"{concept} {analysis.count(concept):,}" for concept in concepts)
    yield f"\n## Equilibria\n\n{counts} of {shown.total:,} states.\n\n"
    visible = set(shown.numbers)
    strongest = [n for n in equilibria_by_strength(analysis, concepts) if n in visible]
    rows = (
        (state_words(conflict, n), *(_yes(analysis.is_equilibrium(c, n)) for c in concepts))
        for n in strongest
    )
    yield from _markdown(("State", *concepts), rows)
    yield "\n## Who is stable where\n\n"
    here = status_quo(analysis)
    rows = (_stability_row(analysis, n, concepts, here) for n in shown.numbers)
    yield from _markdown(("State", *(dm.label for dm in dms), "All"), rows)
    if shown.sentence:
        yield f"\n{shown.sentence}\n"


def _stability_row(
    analysis: Analysis, number: int, concepts: Sequence[Concept], here: int | None
) -> tuple[str, ...]:
    name = state_words(analysis.conflict, number)
    stable = [
        ", ".join(c for c in concepts if analysis.is_stable(c, dm.id, number))
        for dm in analysis.conflict.decision_makers
    ]
    for_all = ", ".join(c for c in concepts if analysis.is_equilibrium(c, number))
    return (f"**{name}** (status quo)" if number == here else name, *stable, for_all)


def _yes(held: bool) -> str:
    return "yes" if held else "no"


def _markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(map(_cell, header))} |\n|{' --- |' * len(header)}\n"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |\n"


def _cell(text: str) -> str:
    """Write text so that it stays within a cell of a table."""
    return " ".join(harmless(text).replace("\\", "\\\\").replace("|", "\\|").split())
