"""Foresight, rival readings and ambiguous clauses in words, for the terminal and the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from goodoffices.conflict import Conflict
from goodoffices.mediation.ambiguity import Ambiguity
from goodoffices.mediation.readings import Observation, Offer, RivalReadings
from goodoffices.readout.console import item, plain_table, prose, section, text, title
from goodoffices.readout.words import CAUTION, number_words
from goodoffices.stability import Analysis
from goodoffices.stability.foresight import Foresight
from goodoffices.stability.sentences import joined, state_words

__all__ = [
    "agreement_words",
    "ambiguity_lines",
    "foresight_lines",
    "observation_words",
    "offer_words",
    "rival_lines",
    "set_words",
    "telling_offers",
    "telling_words",
    "variant_words",
]

_MOST_STATES = 40
_MOST_OFFERS = 8


def variant_words(found: Foresight) -> str:
    """Say which definition of limited-move stability was taken."""
    if found.variant == "L_h":
        return (
            "L_h for two decision makers; with ties a state is stable only if every choice stays."
        )
    return (
        "L_h cautious: after each move any other decision maker may be next, and a move is judged by "
        "the worst end any of them could bring about. For more than two there is no settled definition."
    )


def foresight_lines(analysis: Analysis, found: Foresight) -> Iterator[RenderableType]:
    """Lay out limited-move stability for the terminal."""
    conflict = analysis.conflict
    yield from title(conflict)
    yield from section("How far they look ahead", list(_foresight(analysis, found)))
    yield Text()
    yield prose(CAUTION, "dim")


def _foresight(analysis: Analysis, found: Foresight) -> Iterator[RenderableType]:
    yield prose(variant_words(found))
    horizons: list[int | str] = [*range(1, found.horizon + 1)]
    if found.non_myopic is not None:
        horizons.append("NM")
    for h in horizons:
        name = "NM" if h == "NM" else f"L_{h}"
        held = [state_words(analysis.conflict, s) for s in found.equilibria(h)]
        more = f" and {len(held) - 12:,} more" if len(held) > 12 else ""
        yield item(
            f"{name}: everybody stays at {joined(held[:12])}{more}."
            if held
            else f"{name}: nowhere does everybody stay."
        )
    if not found.settles:
        yield prose("The answers do not settle as foresight grows: they go round in a circle.")
    yield from _stays(analysis, found, horizons)


def _stays(
    analysis: Analysis, found: Foresight, horizons: Sequence[int | str]
) -> Iterator[RenderableType]:
    conflict = analysis.conflict
    ids = [dm.id for dm in conflict.decision_makers]
    held = {(h, dm): set(found.stable(h, dm)) for h in horizons for dm in ids}
    table = plain_table(None, *(None for _ in ids))
    table.add_row(Text(""), *(text(id_, "bold") for id_ in ids))
    for number in list(analysis.states)[:_MOST_STATES]:
        cells = [
            "".join(_letter(h) if number in held[h, dm] else "." for h in horizons) for dm in ids
        ]
        table.add_row(text(state_words(conflict, number)), *map(text, cells))
    yield table
    if analysis.states.count > _MOST_STATES:
        yield prose(
            f"and {analysis.states.count - _MOST_STATES:,} more states; --format json has all"
        )
    yield text("a number: stays with that foresight   N non-myopic (NM)   . leaves")


def _letter(h: int | str) -> str:
    return "N" if h == "NM" else str(h)[-1]


def set_words(taken: Sequence[str]) -> str:
    """Name a state by the options taken."""
    return "{" + ", ".join(taken) + "}" if taken else "{} (no option taken)"


def agreement_words(found: RivalReadings) -> str:
    """Say where readings agree."""
    if found.agreed:
        states = joined([set_words(s) for s in found.agreed])
        return f"All agree that {states} would hold under {found.concept}."
    return f"No state would hold under {found.concept} in all of them."


def telling_words(found: RivalReadings) -> list[str]:
    """Say which options to watch, and what cannot be told."""
    said = []
    if found.silent:
        said.append(
            f"Nothing holds in {joined(found.silent)}: no observation speaks for or against."
        )
    said += [
        f"What holds does not tell {one} from {other}: both say the same."
        for one, other in found.never
    ]
    if found.not_for_sure:
        pairs = [f"{one} and {other}" for one, other in found.not_for_sure]
        said.append(f"Both stand if a state is seen that both have: {'; '.join(pairs)}.")
    if found.for_sure:
        said.append(f"Told apart for sure by {_sets(found.for_sure)}{_except(found)}.")
    if found.can and found.can != found.for_sure:
        said.append(
            f"All that differ can be told apart by {_sets(found.can)}, if the right state is seen."
        )
    return said


def _except(found: RivalReadings) -> str:
    return ", but for the pairs above" if found.never or found.not_for_sure else ""


def _sets(sets: Sequence[Sequence[str]]) -> str:
    named = [joined([f"`{o}`" for o in some]) for some in sets[:6]]
    more = [f"{len(sets) - 6} more sets"] if len(sets) > 6 else []
    return joined([*named, *more], "or")


def observation_words(seen: Observation) -> str:
    """Say what an observation speaks for."""
    parts = [f"`{o}`" for o in seen.taken] + [f"not `{o}`" for o in seen.not_taken]
    return f"Seen {joined(parts)}: fits {joined(seen.readings)}."


def telling_offers(found: RivalReadings) -> list[Offer]:
    """Return, of offers that divide the readings of one decision maker alike, the one of fewest options."""
    kept: dict[tuple[str, tuple[int, ...]], Offer] = {}
    for offer in found.offers:
        key = (offer.decision_maker, tuple(offer.views.values()))
        if key not in kept or len(offer.state) < len(kept[key].state):
            kept[key] = offer
    return list(kept.values())


def offer_words(conflict: Conflict, offer: Offer) -> str:
    """Say on which offer readings differ."""
    by = {view: [name for name, v in offer.views.items() if v == view] for view in (1, 0, -1)}
    verbs = {
        1: "prefers it to the status quo in",
        0: "likes both equally in",
        -1: "prefers the status quo in",
    }
    parts = [f"{verbs[view]} {joined(names)}" for view, names in by.items() if names]
    who = conflict.decision_maker(offer.decision_maker).label
    return f"Offered {set_words(offer.state)}, {who} {'; '.join(parts)}."


def rival_lines(conflict: Conflict, found: RivalReadings) -> Iterator[RenderableType]:
    """Lay out rival readings side by side for the terminal."""
    yield text(conflict.title, "bold")
    said = []
    for name in found.names:
        held = [set_words(s) for s in found.predictions[name][:12]]
        more = len(found.predictions[name]) - len(held)
        rest = f" and {more:,} more" if more > 0 else ""
        said.append(f"{name}: {joined(held) or 'nothing holds'}{rest}.")
    yield from section(f"What each says would hold under {found.concept}", map(item, said))
    yield from section("Where they agree", [prose(agreement_words(found))])
    yield from section("What tells them apart", map(item, telling_words(found)))
    yield from section(
        "What would be seen", [item(observation_words(it)) for it in found.observations]
    )
    told = telling_offers(found)[:_MOST_OFFERS]
    offers = [item(offer_words(conflict, it)) for it in told]
    if len(found.offers) > len(told):
        others = len(found.offers) - len(told)
        offers.append(
            prose(f"and {others:,} more, most of which tell the same; --format json has all")
        )
    yield from section("An offer that would tell", offers)
    yield Text()
    yield prose(CAUTION, "dim")


def ambiguity_lines(conflict: Conflict, found: Ambiguity) -> Iterator[RenderableType]:
    """Lay out the readings of a clause for the terminal."""
    yield from title(conflict)
    yield from section(
        f"The clause `{found.clause}`", [prose(f"It {found.sentence} (kept: {found.concept}).")]
    )
    for it in found.readings:
        said = [f"It asks for {it.meaning}."]
        count = number_words(len(it.signed), "state")
        said.append(f"Can be signed: {count}{': ' if it.signed else ''}{'; '.join(it.signed[:6])}.")
        said.append(f"Kept: {'; '.join(it.kept[:6]) or 'none of them'}.")
        for state, who in list(it.broken_by.items())[:6]:
            labels = [conflict.decision_maker(id_).label for id_ in who]
            said.append(f"{state} is not stable for {joined(labels)}.")
        yield from section(f"Read as “{it.name}”", map(item, said))
    yield Text()
    yield prose(CAUTION, "dim")
