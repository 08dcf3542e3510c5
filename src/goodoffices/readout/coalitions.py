"""Coalitions for people: on the terminal, and as rows of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from goodoffices.mediation.coalitions import Coalitions, Structure
from goodoffices.mediation.deterrence import answers_of_others
from goodoffices.readout.console import item, plain_table, prose, section, text, title
from goodoffices.readout.words import CAUTION, number_words
from goodoffices.stability.coalitions import COALITION_CONCEPTS
from goodoffices.stability.sentences import joined, state_words

__all__ = ["CoalitionRow", "StructureRow", "coalition_lines", "coalition_rows", "structure_rows"]

_LETTERS = {"CNash": "N", "CGMR": "G", "CSMR": "M", "CSEQ": "S"}
_PLAIN = {"Nash": "N", "GMR": "G", "SMR": "M", "SEQ": "S"}
_MOST_STATES = 30
_MOST_STRUCTURES = 52
_MOST_NAMED = 6


@dataclass(frozen=True)
class CoalitionRow:
    """A state that holds against every coalition under some concept, or alone under Nash to SEQ."""

    state: int
    name: str
    letters: str
    concepts: tuple[str, ...]
    leavers: tuple[str, ...]
    status_quo: bool


def coalition_rows(found: Coalitions) -> list[CoalitionRow]:
    """Return the states that are equilibria alone or against all coalitions, the strongest first."""
    analysis = found.analysis
    now = analysis.conflict.status_quo
    here = None if now is None else analysis.states.find(now)
    rows = []
    held = {c: set(found.equilibria(c)) for c in COALITION_CONCEPTS}
    for state in sorted({*analysis.any_equilibria(), *set().union(*held.values())}):
        concepts = tuple(c for c in COALITION_CONCEPTS if state in held[c])
        leavers = () if "CSEQ" in concepts else found.unstable_for("CSEQ", state)
        rows.append(
            CoalitionRow(
                state=state,
                name=state_words(analysis.conflict, state),
                letters="".join(_LETTERS[c] if c in concepts else "." for c in COALITION_CONCEPTS),
                concepts=concepts,
                leavers=tuple(_leaving(found, members, state) for members in leavers),
                status_quo=state == here,
            )
        )
    return sorted(rows, key=lambda row: (-len(row.concepts), row.state))


def _leaving(found: Coalitions, members: tuple[str, ...], state: int) -> str:
    """Name a coalition that would leave a state, and where to."""
    answers = answers_of_others(found, "CSEQ", members, state)
    target = next(it.improvement.target for it in answers if it.sanction is None)
    there = state_words(found.analysis.conflict, target)
    return f"{joined(members)} (to {there})"


@dataclass(frozen=True)
class StructureRow:
    """One coalition structure: its blocks, and what holds with blocks as single players."""

    blocks: str
    held: tuple[tuple[str, str], ...]
    """Per state that holds its name and the letters of the concepts."""
    total: int


def structure_rows(found: Coalitions, every: Sequence[Structure]) -> list[StructureRow]:
    """Return the structures with the states that hold under them, the strongest first."""
    rows = []
    for structure in every:
        states = sorted(set().union(*structure.equilibria.values()))
        letters = {
            s: "".join(_PLAIN[c] if s in held else "." for c, held in structure.equilibria.items())
            for s in states
        }
        states.sort(key=lambda s: (letters[s].count("."), letters[s][0] == ".", s))
        named = [(state_words(found.analysis.conflict, s), letters[s]) for s in states]
        rows.append(StructureRow(structure.words, tuple(named[:_MOST_NAMED]), len(states)))
    return rows


def coalition_lines(found: Coalitions, every: Sequence[Structure]) -> Iterator[RenderableType]:
    """Lay out coalitional stability and the structures for the terminal."""
    yield from title(found.analysis.conflict)
    yield from section("Against every coalition", list(_against(found)))
    heading = "Coalitions as single players"
    yield from section(heading, list(_as_players(found, every)))
    yield Text()
    yield prose(CAUTION, "dim")


def _against(found: Coalitions) -> Iterator[RenderableType]:
    counts = ", ".join(f"{c} {len(found.equilibria(c)):,}" for c in COALITION_CONCEPTS)
    total = found.analysis.states.count
    yield prose(f"States of {total:,} that hold against every coalition: {counts}.")
    rows = coalition_rows(found)
    table = plain_table(4, None)
    for row in rows[:_MOST_STATES]:
        name = f"{row.name}, the status quo" if row.status_quo else row.name
        left = f"; not CSEQ stable for {'; '.join(row.leavers)}" if row.leavers else ""
        table.add_row(text(row.letters), text(name + left))
    if rows:
        yield table
    if len(rows) > _MOST_STATES:
        yield prose(f"and {len(rows) - _MOST_STATES:,} more")
    yield text("N CNash   G CGMR   M CSMR   S CSEQ   . not stable for some coalition")


def _as_players(found: Coalitions, every: Sequence[Structure]) -> Iterator[RenderableType]:
    yield prose(
        "Blocks replace the decision makers: nobody in a block can act alone. "
        f"{number_words(len(every), 'structure').capitalize()}."
    )
    for row in structure_rows(found, every)[:_MOST_STRUCTURES]:
        named = "; ".join(f"{letters} {name}" for name, letters in row.held)
        more = f" and {row.total - len(row.held):,} more" if row.total > len(row.held) else ""
        yield item(f"{row.blocks}: {named or 'no state holds'}{more}.")
    if len(every) > _MOST_STRUCTURES:
        yield prose(f"and {len(every) - _MOST_STRUCTURES:,} more; --format json has all")
    yield text("N Nash   G GMR   M SMR   S SEQ of the structure   . not stable")
