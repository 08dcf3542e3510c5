"""An analysis for the terminal: readable in 80 columns, and saying the same with and without colour.

Lines are laid out by rich, without any drawn boxes; colour and weight only repeat what words, letters
and order say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from goodoffices.conflict import Conflict, DecisionMaker, Option
from goodoffices.readout.console import item, plain_table, prose, rendered, section, text, title
from goodoffices.readout.tables import (
    LETTERS,
    Shown,
    equilibria_by_strength,
    marks,
    shown_states,
    status_quo,
)
from goodoffices.readout.words import CAUTION, answer_in_words, by_strength, number_words
from goodoffices.stability import (
    CONCEPTS,
    Analysis,
    Concept,
    Explanation,
    JointImprovement,
    Step,
)
from goodoffices.stability.routes import Route
from goodoffices.stability.sentences import joined, move_words, path_words, state_words

__all__ = ["analysis_text", "explanations_text"]

_EQUILIBRIA = 12  # equilibria listed with their letters; the table below has more
_JOINT = 8
_ROUTES = 8
_LOOKED_AT = 200  # equilibria whose routes are looked through for the gentlest joint way
_STATE = 28  # least width for the names of states


def analysis_text(
    analysis: Analysis,
    concepts: Sequence[Concept] = CONCEPTS,
    *,
    every_state: bool = False,
    width: int = 80,
    colour: bool = False,
) -> str:
    """Lay out an analysis for people: the answer in words first, then what it follows from."""
    shown = shown_states(analysis, concepts, every_state=every_state)
    parts = [
        *title(analysis.conflict),
        *section("In words", [prose(sentence) for sentence in answer_in_words(analysis)]),
        *section("Who can do what", [_options(analysis.conflict)]),
        *section("What would hold", _equilibria(analysis, concepts, shown)),
        *section("Who is stable where", _stability(analysis, concepts, shown, width - 2)),
        *section("From the status quo", _from_here(analysis)),
        Text(),
        prose(CAUTION, "dim"),
    ]
    return rendered(parts, width, colour=colour)


def _options(conflict: Conflict) -> RenderableType:
    table = plain_table(None, None, None)
    table.columns[0].max_width = 30
    for dm in conflict.decision_makers:
        name = dm.label if dm.label == dm.id else f"{dm.label} ({dm.id})"
        name += f", {dm.role}" if dm.role != "party" else ""
        if not dm.options:
            table.add_row(text(name), Text("-"), Text("no options"))
        for k, option in enumerate(dm.options):
            table.add_row(
                text("" if k else name), text(option.id, "bold"), text(_option_words(option))
            )
    return table


def _option_words(option: Option) -> str:
    remarks: list[str] = [option.kind] if option.kind != "substance" else []
    remarks += [option.moves] if option.moves != "reversible" else []
    return f"{option.text}{f' [{joined(remarks)}]' if remarks else ''}"


def _legend(concepts: Sequence[Concept]) -> Text:
    return text("   ".join(f"{LETTERS[c]} {c}" for c in concepts) + "   . not stable")


def _name(conflict: Conflict, number: int, width: int) -> str:
    """Name a state, on several lines where it is long, the later ones set in."""
    return "\n".join(wrap(state_words(conflict, number), max(width, 12), subsequent_indent=" "))


def _equilibria(
    analysis: Analysis, concepts: Sequence[Concept], shown: Shown
) -> Iterator[RenderableType]:
    counts = ", ".join(f"{concept} {analysis.count(concept):,}" for concept in concepts)
    yield prose(f"Equilibria among {shown.total:,} states: {counts}.")
    strongest = equilibria_by_strength(analysis, concepts)
    table, here = plain_table(len(concepts), None), status_quo(analysis)
    for number in strongest[:_EQUILIBRIA]:
        name = state_words(analysis.conflict, number)
        words = f"{name}, the status quo" if number == here else name
        table.add_row(_marks(analysis, number, None, concepts), text(words))
    if strongest:
        yield table
    if len(strongest) > _EQUILIBRIA:
        yield prose(f"and {len(strongest) - _EQUILIBRIA:,} more")
    yield _legend(concepts)


def _marks(analysis: Analysis, number: int, dm_id: str | None, concepts: Sequence[Concept]) -> Text:
    letters = Text(marks(analysis, number, dm_id, concepts))
    letters.highlight_regex(r"[A-Z]+", "bold green" if dm_id is None else "green")
    letters.highlight_regex(r"\.+", "dim")
    return letters


def _stability(
    analysis: Analysis, concepts: Sequence[Concept], shown: Shown, width: int
) -> Iterator[RenderableType]:
    """Lay out one row per state and one column per decision maker, in as many tables as they need."""
    dms = analysis.conflict.decision_makers
    long = max(len(concepts), 3) + 2
    numbered = sum(max(len(dm.id), long - 2) + 2 for dm in dms) + long + _STATE + 2 > width
    if numbered:
        key = ", ".join(f"{k}={dm.id}" for k, dm in enumerate(dms, 1))
        yield prose(f"Columns: {key}.")
    heads = [str(k) if numbered else dm.id for k, dm in enumerate(dms, 1)]
    room = max(1, (width - _STATE - long - 2) // long) if numbered else len(dms)
    columns = list(zip(heads, dms, strict=True))
    for start in range(0, len(columns), room):
        if start:
            yield Text()
        yield _stability_table(analysis, concepts, shown, width, columns[start : start + room])
    here = status_quo(analysis)
    yield _legend(concepts) if here is None else _legend(concepts).append("   > status quo")
    if shown.sentence:
        yield prose(shown.sentence)


def _stability_table(
    analysis: Analysis,
    concepts: Sequence[Concept],
    shown: Shown,
    width: int,
    columns: Sequence[tuple[str, DecisionMaker]],
) -> RenderableType:
    widths = [max(cell_len(head), len(concepts)) for head, _ in columns]
    last = max(len("all"), len(concepts))
    room = width - 2 - sum(w + 2 for w in widths) - last - 2
    here = status_quo(analysis)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("  state", no_wrap=True)
    for head, column_width in zip([h for h, _ in columns], widths, strict=True):
        table.add_column(text(head), width=column_width, no_wrap=True)
    table.add_column("all", width=last, no_wrap=True)
    for number in shown.numbers:
        lines = _name(analysis.conflict, number, room).split("\n")
        lead = "> " if number == here else "  "
        name = "\n".join([lead + lines[0], *("  " + line for line in lines[1:])])
        cells = [_marks(analysis, number, dm.id, concepts) for _, dm in columns]
        style = "bold" if number == here else ""
        table.add_row(text(name, style), *cells, _marks(analysis, number, None, concepts))
    return table


def _from_here(analysis: Analysis) -> Iterator[RenderableType]:
    here = status_quo(analysis)
    if here is None:
        yield prose("The conflict names no status quo.")
        return
    routes = analysis.routes(most=_LOOKED_AT)
    yield from _alone(analysis, here)
    yield from _together(analysis, routes)
    yield from _ways(analysis, routes)


def _alone(analysis: Analysis, here: int) -> Iterator[RenderableType]:
    conflict = analysis.conflict
    ways = []
    for dm in conflict.decision_makers:
        answers = analysis.explain("Nash", dm.id, here).answers
        some = [move_words(conflict, answer.improvement, "by") for answer in answers[:3]]
        more = f" (or in {number_words(len(answers) - 3, 'more way')})" if len(answers) > 3 else ""
        if answers:
            ways.append(f"{dm.label} can improve {joined(some, 'or')}{more}")
    yield item(f"Alone: {'; '.join(ways) if ways else 'nobody can improve'}.")


def _together(analysis: Analysis, routes: Sequence[Route]) -> Iterator[RenderableType]:
    conflict = analysis.conflict
    found = analysis.joint_improvements(most=_JOINT)
    if not found:
        yield item("Together: no joint improvement among those who cannot improve alone.")
    for joint in found:
        who = joined([conflict.decision_maker(id_).label for id_ in joint.members])
        way = path_words(conflict, _gentlest(joint, routes))
        held = by_strength(joint.equilibrium_under)
        holds = f"It is an equilibrium under {joined(held)}." if held else "It is no equilibrium."
        target = state_words(conflict, joint.target)
        yield item(
            f"Together: {who} can reach {target}, which each of them prefers: {way}. {holds}"
        )
    if found.total > len(found):
        more = number_words(found.total - len(found), "more joint improvement")
        yield item(f"Together: {more}, not told here.")


def _gentlest(joint: JointImprovement, routes: Sequence[Route]) -> tuple[Step, ...]:
    """Return the way of a joint improvement with the fewest steps at a loss that is at hand."""
    for route in routes:
        way = route.fewest_losses
        if route.target == joint.target and way and {it.mover for it in way} <= {*joint.members}:
            return way
    return joint.path


def _ways(analysis: Analysis, routes: Sequence[Route]) -> Iterator[RenderableType]:
    told = routes[:_ROUTES]
    for route in told:
        yield item(_route_words(analysis.conflict, route))
    others = [state for state in analysis.any_equilibria() if state != status_quo(analysis)]
    if len(others) > len(told):
        more = number_words(len(others) - len(told), "more equilibrium", "more equilibria")
        yield item(f"To {more}: not told here.")


def _route_words(conflict: Conflict, route: Route) -> str:
    start = f"To {state_words(conflict, route.target)}"
    if route.by_improvements:
        return f"{start} by improvements: {path_words(conflict, route.by_improvements)}."
    if route.fewest_losses is None:
        return f"{start} no moves lead."
    way = path_words(conflict, route.fewest_losses)
    if not route.losses:
        return f"{start} without a loss, though not by improvements alone: {way}."
    return f"{start} only with {number_words(len(route.losses), 'step')} at a loss: {way}."


def explanations_text(
    analysis: Analysis,
    explanations: Sequence[Explanation],
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """Lay out explanations, those of one decision maker at one state together."""
    parts: list[RenderableType] = list(title(analysis.conflict))
    place: tuple[str, int] | None = None
    for together in _alike(explanations):
        first = together[0]
        if place != (first.decision_maker, first.state):
            place = (first.decision_maker, first.state)
            dm = analysis.conflict.decision_maker(first.decision_maker)
            parts += [Text(), _place(analysis, dm, first.state)]
        parts.append(Padding(_explained(together), (0, 0, 0, 2)))
    parts += [Text(), prose(CAUTION, "dim")]
    return rendered(parts, width, colour=colour)


def _place(analysis: Analysis, dm: DecisionMaker, state: int) -> RenderableType:
    now = ", the status quo" if state == status_quo(analysis) else ""
    name = dm.label if dm.label == dm.id else f"{dm.label} ({dm.id})"
    return text(f"{name} at {state_words(analysis.conflict, state)}{now}", "bold cyan")


def _alike(explanations: Sequence[Explanation]) -> Iterator[list[Explanation]]:
    """Put together what is said in the same words under several concepts."""
    groups: dict[tuple[str, int, bool, str], list[Explanation]] = {}
    for it in explanations:
        groups.setdefault((it.decision_maker, it.state, it.stable, _reason(it)), []).append(it)
    yield from groups.values()


def _reason(explanation: Explanation) -> str:
    """Return what a sentence says after its verdict."""
    _, _, rest = explanation.sentence.partition(f"{explanation.concept} stable for ")
    place = min((rest.find(sign) for sign in (": ", ". ") if sign in rest), default=-1)
    return rest[place + 2 :] if place >= 0 else explanation.sentence


def _explained(together: Sequence[Explanation]) -> RenderableType:
    first = together[0]
    verdict = Text(
        "stable" if first.stable else "not stable", "green" if first.stable else "yellow"
    )
    head = Text.assemble(verdict, f" under {joined([it.concept for it in together])}")
    return Group(head, Padding(prose(_reason(first)), (0, 0, 0, 2)))
