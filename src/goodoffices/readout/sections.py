"""What stands in a report, section by section, as plain values for the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from goodoffices.conflict import Conflict
from goodoffices.conflict.parts import DecisionMaker, is_inference
from goodoffices.conflict.placed import preferences_key
from goodoffices.readout.support import parts_of, wants_words
from goodoffices.readout.view import View
from goodoffices.readout.words import (
    STRONGEST_FIRST,
    by_strength,
    concept_words,
    equilibrium_words,
    joint_words,
    route_words,
)
from goodoffices.stability import Analysis
from goodoffices.stability.concepts import Concept
from goodoffices.stability.sentences import move_words, state_words

__all__ = [
    "MOST_ROWS",
    "Equilibrium",
    "MoverMoves",
    "Notable",
    "Ranked",
    "Row",
    "StateCard",
    "Want",
    "equilibria",
    "joint_moves",
    "notable",
    "paths",
    "ranked_equilibria",
    "rows",
    "short_concepts",
    "state_cards",
    "status_quo",
    "wants",
]

MOST_ROWS = 100
"""States up to which the table of stability has a row for each."""

_NOTABLE = 6  # states with a column in the option table
_EXPLAINED = 12  # equilibria explained at length
_JOINT = 20  # joint improvements told
_PATHS = 20  # equilibria whose ways are told


def short_concepts(held: Sequence[Concept]) -> str:
    """Name concepts for a cell of a table."""
    if set(STRONGEST_FIRST) <= set(held):
        return " ".join(("all five", *by_strength(held)[len(STRONGEST_FIRST) :]))
    return " ".join(by_strength(held))


def status_quo(analysis: Analysis) -> int | None:
    """Return the number of the status quo, or None where the model names none."""
    now = analysis.conflict.status_quo
    return None if now is None else analysis.states.find(now)


def ranked_equilibria(analysis: Analysis) -> list[int]:
    """Return the equilibria, those under the most demanding concepts first, then by number."""
    order = {concept: k for k, concept in enumerate(by_strength(analysis.concepts))}

    def place(state: int) -> tuple[int, int, int]:
        held = analysis.equilibrium_under(state)
        return min(order[c] for c in held), -len(held), state

    return sorted(analysis.any_equilibria(), key=place)


@dataclass(frozen=True)
class Notable:
    """A state with a column of its own in the option table."""

    number: int
    heading: str
    note: str
    taken: frozenset[str]


def notable(analysis: Analysis) -> list[Notable]:
    """Pick the status quo, what joint moves lead to, and the strongest equilibria."""
    conflict, headings = analysis.conflict, dict[int, str]()
    if conflict.status_quo is not None:
        headings[analysis.states.find(conflict.status_quo)] = "Status quo"
        for joint in analysis.joint_improvements(most=2):
            headings.setdefault(joint.target, "Joint move")
    for state in ranked_equilibria(analysis):
        headings.setdefault(state, "Equilibrium")
    return [
        Notable(
            state,
            heading,
            short_concepts(analysis.equilibrium_under(state)) or "no equilibrium",
            frozenset(analysis.states.taken(state)),
        )
        for state, heading in list(headings.items())[:_NOTABLE]
    ]


@dataclass(frozen=True)
class Why:
    """Why a state is stable for a decision maker, or not, under some concepts."""

    concepts: str
    stable: bool
    sentence: str


@dataclass(frozen=True)
class Equilibrium:
    """An equilibrium in words, with the explanation for each decision maker."""

    number: int
    name: str
    concepts: tuple[Concept, ...]
    sentence: str
    because: tuple[tuple[str, tuple[Why, ...]], ...]
    status_quo: bool


def reasons(analysis: Analysis, dm_id: str, state: int) -> tuple[Why, ...]:
    """Explain a state for a decision maker, once for all concepts where there is nothing to gain."""
    if not analysis.improvements(dm_id, state):
        sentence = analysis.explain("Nash", dm_id, state).sentence
        return (Why(short_concepts(analysis.concepts), True, sentence),)
    concepts = [c for c in by_strength(analysis.concepts) if c in STRONGEST_FIRST]
    found = [(c, analysis.explain(c, dm_id, state)) for c in concepts]
    return tuple(Why(c, why.stable, why.sentence) for c, why in found)


def equilibria(analysis: Analysis) -> tuple[list[Equilibrium], int]:
    """Return the equilibria explained, strongest first, and how many there are in all."""
    every, here = ranked_equilibria(analysis), status_quo(analysis)
    told = [
        Equilibrium(
            number=state,
            name=state_words(analysis.conflict, state),
            concepts=by_strength(analysis.equilibrium_under(state)),
            sentence=_bare(equilibrium_words(analysis, state), analysis.conflict, state, "is "),
            because=tuple(
                (dm.label, reasons(analysis, dm.id, state))
                for dm in analysis.conflict.decision_makers
            ),
            status_quo=state == here,
        )
        for state in every[:_EXPLAINED]
    ]
    return told, len(every)


def _bare(sentence: str, conflict: Conflict, state: int, verb: str = "") -> str:
    """Return a sentence on a state without its name, for use under a heading that gives it."""
    rest = sentence.removeprefix(f"{state_words(conflict, state)} {verb}")
    return rest[:1].upper() + rest[1:]


@dataclass(frozen=True)
class Row:
    """One state in the table of who is stable where."""

    number: int
    name: str
    stable: tuple[str, ...]
    equilibrium: str
    status_quo: bool


def rows(analysis: Analysis) -> tuple[list[Row], str]:
    """Return the rows of the table of stability, and a caption that says what it leaves out."""
    total = analysis.states.count
    numbers: Iterable[int] = analysis.states
    caption = f"All {total:,} feasible states."
    if total > MOST_ROWS:
        every = ranked_equilibria(analysis)
        numbers = sorted(every[:MOST_ROWS])
        caption = (
            f"{len(every[:MOST_ROWS]):,} of the {len(every):,} equilibria, the strongest, out of "
            f"{total:,} feasible states; the command “goodoffices analyse --format csv” lists all."
        )
    here = status_quo(analysis)
    return [_row(analysis, number, here) for number in numbers], caption


def _row(analysis: Analysis, number: int, here: int | None) -> Row:
    return Row(
        number=number,
        name=state_words(analysis.conflict, number),
        stable=tuple(
            short_concepts(_stable_under(analysis, dm, number))
            for dm in analysis.conflict.decision_makers
        ),
        equilibrium=short_concepts(analysis.equilibrium_under(number)),
        status_quo=number == here,
    )


def _stable_under(analysis: Analysis, dm: DecisionMaker, number: int) -> tuple[Concept, ...]:
    return tuple(c for c in analysis.concepts if analysis.is_stable(c, dm.id, number))


@dataclass(frozen=True)
class MoverMoves:
    """What one decision maker can do from a state, and whether it is stable for them."""

    label: str
    mover: int
    stable: str
    rank: int
    levels: int
    improvements: tuple[str, ...]
    others: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True)
class StateCard:
    """Everything about one state that the drawing shows."""

    number: int
    name: str
    tags: tuple[str, ...]
    movers: tuple[MoverMoves, ...]


def state_cards(analysis: Analysis, view: View) -> list[StateCard]:
    """Tell for each state shown who can move where, for whom it is stable under what, and why."""
    levels = [int(ranks.max()) for ranks in analysis.game.ranks]
    return [
        StateCard(
            number=number,
            name=state_words(analysis.conflict, number),
            tags=tuple(_tags(view, number)),
            movers=tuple(
                _mover(analysis, number, i, dm, levels[i])
                for i, dm in enumerate(analysis.conflict.decision_makers)
            ),
        )
        for number in view.numbers
    ]


def _tags(view: View, number: int) -> Iterator[str]:
    if number == view.status_quo:
        yield "the status quo"
    held = view.holds.get(number, ())
    yield f"an equilibrium under {concept_words(held)}" if held else "no equilibrium"
    if any(joint.target == number for joint in view.joint):
        yield "a joint improvement leads here from the status quo"


def _mover(analysis: Analysis, number: int, i: int, dm: DecisionMaker, levels: int) -> MoverMoves:
    gains = analysis.improvements(dm.id, number)
    others = [target for target in analysis.moves(dm.id, number) if target not in gains]
    stable = _stable_under(analysis, dm, number)
    return MoverMoves(
        label=dm.label,
        mover=i,
        stable=short_concepts(stable) or "no concept",
        rank=levels - analysis.rank(dm.id, number) + 1,
        levels=levels,
        improvements=tuple(state_words(analysis.conflict, target) for target in gains),
        others=tuple(state_words(analysis.conflict, target) for target in others),
        why=tuple(_telling(analysis, dm.id, number, stable)),
    )


def _telling(
    analysis: Analysis, dm_id: str, number: int, stable: Sequence[Concept]
) -> Iterator[str]:
    """Yield the explanations that say most: the strongest concept that holds, the weakest that fails."""
    usual = [c for c in STRONGEST_FIRST if c in stable]
    if "Nash" in usual:
        yield analysis.explain("Nash", dm_id, number).sentence
        return
    if usual:
        yield analysis.explain(usual[0], dm_id, number).sentence
    failing = [c for c in STRONGEST_FIRST if c not in stable and c != "Nash"]
    if failing:
        yield analysis.explain(failing[-1], dm_id, number).sentence


def joint_moves(analysis: Analysis) -> tuple[list[str], int]:
    """Tell the joint improvements from the status quo, and how many there are."""
    if analysis.conflict.status_quo is None:
        return [], 0
    found = analysis.joint_improvements(most=_JOINT)
    return [joint_words(analysis, joint) for joint in found], found.total


@dataclass(frozen=True)
class Path:
    """How one equilibrium can be reached from the status quo, in words."""

    target: str
    concepts: str
    summary: str
    shortest: int | None
    steps: tuple[tuple[str, str, str], ...]
    """Who and how, to which state, and what it does to the mover."""


def paths(analysis: Analysis) -> tuple[list[Path], int]:
    """Tell how the equilibria can be reached from the status quo, and how many there are."""
    here = status_quo(analysis)
    if here is None:
        return [], 0
    conflict, told = analysis.conflict, []
    gain = {1: "gains", 0: "is indifferent", -1: "at a loss"}
    total = len([state for state in analysis.any_equilibria() if state != here])
    for route in analysis.routes(most=_PATHS):
        way = route.by_improvements or route.fewest_losses or ()
        told.append(
            Path(
                target=state_words(conflict, route.target),
                concepts=short_concepts(route.concepts),
                summary=_bare(route_words(conflict, route), conflict, route.target).split(": ")[0],
                shortest=None if route.shortest is None else len(route.shortest),
                steps=tuple(
                    (
                        move_words(conflict, step),
                        state_words(conflict, step.target),
                        gain[step.change],
                    )
                    for step in way
                ),
            )
        )
    return told, total


@dataclass(frozen=True)
class Want:
    """One preference statement or tier, with its evidence."""

    words: str
    because: tuple[str, ...]
    note: str

    @property
    def inferred(self) -> bool:
        """Tell whether it is an inference from its evidence."""
        return bool(self.because) and is_inference(self.note)


@dataclass(frozen=True)
class Ranked:
    """What one decision maker wants, most important first."""

    label: str
    role: str
    note: str
    form: str
    """How it is given: ``preferences``, ``ranking`` or ``weights``."""
    wants: tuple[Want, ...] = field(default=())

    @property
    def assumed(self) -> int:
        """How many rest on the analyst's judgement alone."""
        return sum(not want.because for want in self.wants)


def wants(conflict: Conflict) -> list[Ranked]:
    """Tell what each decision maker wants, in order, with evidence and notes."""
    told = []
    for dm in conflict.decision_makers:
        held = dm.preferences
        said = zip(wants_words(held), parts_of(held), strict=True)
        listed = tuple(Want(words, part.because, part.note) for words, part in said)
        told.append(Ranked(dm.label, dm.role, dm.note, preferences_key(held), listed))
    return told
