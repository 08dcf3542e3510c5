"""What would have to change, laid out for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from goodoffices.mediation import Hinges, Inverse, Robustness, Struck
from goodoffices.mediation.hinges import Found
from goodoffices.readout import change_words as words
from goodoffices.readout.console import item, plain_table, prose, rendered, section, text, title
from goodoffices.readout.english import number_words
from goodoffices.readout.words import CAUTION
from goodoffices.stability.sentences import state_words

__all__ = ["hinges_text", "inverse_text", "robustness_text"]

_ANSWERS = 12


def inverse_text(found: Inverse, *, width: int = 80, colour: bool = False) -> str:
    """Lay out what must be preferred to what."""
    conflict = found.analysis.conflict
    who = [conflict.decision_maker(id_).label for id_ in found.may_change]
    parts = [
        *title(conflict),
        Text(),
        prose(words.goal_words(found)),
        *section("Whose preferences may change", [prose(", ".join(who) or "nobody's")]),
        *section("Why that is not enough", (item(it.sentence) for it in found.reasons)),
        *section("What must be preferred to what", _conditions(found)),
        *section(
            "The smallest change of rankings",
            [
                prose(words.smallest_words(found.ranking, of_rankings=True)),
                *(item(words.answer_words(conflict, it)) for it in found.ranking.answers),
            ],
        ),
        *section("The smallest change of ordered statements", _edits(found)),
        Text(),
        prose(CAUTION, "dim"),
    ]
    return rendered(parts, width, colour=colour)


def _conditions(found: Inverse) -> Iterator[RenderableType]:
    conflict = found.analysis.conflict
    for condition in found.conditions:
        head, *clauses = words.condition_words(conflict, condition)
        yield prose(head)
        yield from (Padding(item(it), (0, 0, 0, 2)) for it in clauses)
    if found.may_change and not found.conditions:
        yield prose("There are too many states to write the condition out.")


def _edits(found: Inverse) -> Iterator[RenderableType]:
    conflict, smallest = found.analysis.conflict, found.statements
    if smallest.status == "impossible":
        yield prose(words.impossible_words(found))
        return
    yield prose(words.smallest_words(smallest, of_rankings=False))
    yield from (item(words.answer_words(conflict, it)) for it in smallest.answers[:_ANSWERS])
    more = smallest.total - min(_ANSWERS, len(smallest.answers))
    if more > 0:
        yield item(f"{number_words(more, 'way')} more, not told here.")


def hinges_text(found: Hinges, *, width: int = 80, colour: bool = False) -> str:
    """Lay out the smallest changes after which an outcome holds and can be reached."""
    conflict = found.analysis.conflict
    start = state_words(conflict, found.start)
    parts: list[RenderableType] = [
        *title(conflict),
        Text(),
        prose(f"{words.goal_words(found)} Looked for are ways from {start}."),
    ]
    if not found.reachable:
        parts.append(prose("No moves lead there: no change of preferences is a hinge."))
    else:
        parts += section("The smallest hinges", _found(found, found.smallest, "Whatever the way"))
        if found.by_improvements != found.smallest:
            kind = "With a way of improvements only"
            parts += section("By improvements", _found(found, found.by_improvements, kind))
    parts += [Text(), prose(CAUTION, "dim")]
    return rendered(parts, width, colour=colour)


def _found(found: Hinges, some: Found, kind: str) -> Iterator[RenderableType]:
    yield prose(words.found_words(some, kind))
    for hinge in some.hinges[:_ANSWERS]:
        head, *rest = words.hinge_words(found.analysis.conflict, hinge)
        yield item(head)
        yield from (Padding(prose(it), (0, 0, 0, 2)) for it in rest)
    if len(some.hinges) > _ANSWERS:
        yield item(f"{number_words(len(some.hinges) - _ANSWERS, 'hinge')} more, not told here.")


def robustness_text(
    found: Robustness,
    states: Sequence[int],
    struck: Sequence[Struck] = (),
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """Lay out in how many variants states hold, what breaks them, and what rests on which evidence."""
    conflict = found.analysis.conflict
    profile = words.profile_words(found.concepts, conflict)
    parts: list[RenderableType] = [*title(conflict), Text(), prose(_variants(found, profile))]
    for number in states:
        parts += section(f"{words.held_words(found, number)}", _breaks(found, number))
    others = [n for n in found.watched if n not in states]
    if others:
        parts += section("The other equilibria and the status quo", [_counts(found, others)])
    parts += section("Evidence struck out, one piece at a time", _struck(found, struck))
    parts += [Text(), prose(CAUTION, "dim")]
    return rendered(parts, width, colour=colour)


def _variants(found: Robustness, profile: str) -> str:
    each = "one change" if found.changes == 1 else f"up to {found.changes} changes"
    return (
        f"{number_words(found.variants, 'variant')} of the ordered statements, with {each} each: a "
        f"statement dropped, or two neighbours swapped. What holds is an equilibrium {profile}. "
        "A count of variants is no chance."
    )


def _breaks(found: Robustness, number: int) -> Iterator[RenderableType]:
    if found.held(number) == found.variants:
        yield prose("None of them breaks it.")
        return
    if not found.held(number):
        yield prose("It holds in none of them.")
        return
    yield prose("It does not hold if")
    yield from (item(it) for it in words.breaks_words(found, number))


def _counts(found: Robustness, states: Sequence[int]) -> RenderableType:
    table = plain_table(None, None)
    for number in sorted(states, key=lambda n: -found.held(n)):
        label = state_words(found.analysis.conflict, number)
        now = "" if found.is_now(number) else " (no equilibrium as it is)"
        table.add_row(text(f"{found.held(number):,} of {found.variants:,}"), text(label + now))
    return table


def _struck(found: Robustness, struck: Sequence[Struck]) -> Iterator[RenderableType]:
    conflict = found.analysis.conflict
    quiet = 0
    for it in struck:
        if it.lost or it.new or it.lost_if_all or it.new_if_all:
            yield item(f"{it.evidence}: {words.struck_words(conflict, it)}")
        else:
            quiet += 1
    if quiet:
        yield item(
            f"{number_words(quiet, 'piece')} of evidence more: nothing changes without them."
        )
