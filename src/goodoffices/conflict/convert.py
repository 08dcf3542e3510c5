"""From the shapes of a conflict file to the conflict, noting every fault on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from goodoffices.conflict.constraints import constraint
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import (
    Constraint,
    ConstraintKind,
    DecisionMaker,
    Evidence,
    ForbiddenMove,
    ListedState,
    Option,
    Origin,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Proposition,
    Ranking,
    Reading,
    State,
    Tier,
    Weight,
    Weighting,
)
from goodoffices.conflict.placed import preferences_key
from goodoffices.conflict.shapes import UNREADABLE, describe
from goodoffices.errors import ConflictError, Fault, InputError, KeyPath, StatementError
from goodoffices.statements import And, Statement, parse

if TYPE_CHECKING:
    from goodoffices.conflict import schema as shapes

__all__ = ["statement_fault", "to_conflict"]

PREFERENCE_KEYS = ("preferences", "ranking", "weights")
_NOTHING = And(
    ()
)  # stands for a statement that cannot be read: it names nothing and so adds no fault
_WIDEST = 100  # characters of a statement shown around a fault in it


def to_conflict(
    shape: shapes.ConflictShape, origin: Origin | None = None, *, mended: bool = False
) -> tuple[Conflict | None, list[Fault]]:
    """Make the conflict that a file of the right shape describes.

    Parameters
    ----------
    shape : what the file holds.
    origin : where it was read from.
    mended : whether the shape holds stand-ins for what is known to be faulty.

    Returns
    -------
    The conflict, or None where its parts do not fit together; and every fault found. A conflict that
    comes with faults holds stand-ins for what could not be read and must not be used.
    """
    maker = _Maker(shape, mended=mended)
    parts = maker.parts()
    try:
        return Conflict(**parts, origin=origin), maker.faults
    except ConflictError as error:
        return None, [*maker.faults, *error.faults]


def statement_fault(error: StatementError, path: KeyPath) -> Fault:
    """Make a fault of an unreadable statement, with the part of it around the caret."""
    first = max(0, error.start - _WIDEST // 2)
    shown = error.text[first : first + _WIDEST]
    start = error.start - first
    length = max(1, min(error.end, first + _WIDEST) - error.start)
    before = "…" if first else ""
    after = "…" if first + _WIDEST < len(error.text) else ""
    caret = " " * (len(before) + start) + "^" * length
    return Fault(error.reason, path, detail=f"    {before}{shown}{after}\n    {caret}")


class _Maker:
    """Reads one shape; what is wrong gathers in ``faults``."""

    def __init__(self, shape: shapes.ConflictShape, *, mended: bool) -> None:
        self.shape = shape
        self.mended = mended
        self.faults: list[Fault] = []
        self.options: tuple[Option, ...] = ()

    def parts(self) -> dict[str, Any]:
        shape = self.shape
        decision_makers = tuple(
            self.decision_maker(id_, dm) for id_, dm in shape.decision_makers.items()
        )
        self.options = tuple(option for dm in decision_makers for option in dm.options)
        return {
            "title": shape.title,
            "decision_makers": decision_makers,
            "feasibility": tuple(self.constraints(shape.feasibility)),
            "derived": tuple(self.proposition(id_, it) for id_, it in shape.derived.items()),
            "evidence": tuple(self.evidence(id_, it) for id_, it in shape.evidence.items()),
            "status_quo": self.status_quo(),
            "listed_states": tuple(_listed(id_, it) for id_, it in shape.states.items()),
            "forbidden_moves": tuple(
                self.forbidden(it, ("forbidden_moves", k))
                for k, it in enumerate(shape.forbidden_moves)
            ),
            "coalitions": tuple(map(tuple, shape.coalitions)),
            "date": shape.date or "",
            "story": shape.story,
            "reading": _reading(shape.reading),
            "rival_readings": tuple(self.rival(n, it) for n, it in shape.rival_readings.items()),
        }

    def blame(self, message: str, path: KeyPath) -> None:
        self.faults.append(Fault(message, path))

    def statement(self, text: str, path: KeyPath) -> Statement:
        if text == UNREADABLE and self.mended:
            return _NOTHING
        try:
            return parse(_one_line(text))
        except StatementError as error:
            self.faults.append(statement_fault(error, path))
            return _NOTHING

    def status_quo(self) -> State | None:
        held = self.shape.status_quo
        if isinstance(held, str) and not self.shape.states:
            self.blame(f"expected a list in [ ], found {describe(held)}", ("status_quo",))
            return None
        return None if held is None else self.state(held, ("status_quo",))

    def forbidden(self, it: shapes.ForbiddenShape, path: KeyPath) -> ForbiddenMove:
        start, end = (
            None if text is None else self.statement(text, (*path, key))
            for key, text in (("from", it.from_), ("to", it.to))
        )
        return ForbiddenMove(it.by, start, end, tuple(it.because), it.note)

    def state(self, taken: Sequence[str] | str, path: KeyPath) -> State:
        """Read a state: the options taken or, where states are listed, an id."""
        if isinstance(taken, str):
            if not self.shape.states:
                self.blame(
                    "expected a state, written as a list of the options taken, "
                    f"found {describe(taken)}",
                    path,
                )
            return frozenset({taken})
        for k, id_ in enumerate(taken):
            if id_ in taken[:k]:
                self.blame(f"'{id_}' stands twice in one state; leave one out", path)
        return frozenset(taken)

    def decision_maker(self, id_: str, shape: shapes.DecisionMakerShape) -> DecisionMaker:
        path = ("decision_makers", id_)
        given = [key for key in PREFERENCE_KEYS if getattr(shape, key) is not None]
        if len(given) != 1:
            several = f"both {' and '.join(given)} are given; keep one of them"
            none = (
                "neither preferences, ranking nor weights are given; add preferences = […], most "
                "important first ([] for one who does not care), ranking = […] or weights = { … }"
            )
            self.blame(several if given else none, path)
        return DecisionMaker(
            id_,
            name=shape.name,
            role=shape.role,
            options=tuple(_option(key, option) for key, option in shape.options.items()),
            preferences=self.preferences(shape, path),
            note=shape.note,
            moves=tuple((start, tuple(ends)) for start, ends in shape.moves.items()),
            misperceptions=tuple(
                self.statement(text, (*path, "misperceptions", k))
                for k, text in enumerate(shape.misperceptions)
            ),
        )

    def preferences(self, shape: shapes.DecisionMakerShape, path: KeyPath) -> Preferences:
        if shape.preferences is None and shape.ranking is not None:
            return self.ranking(shape.ranking, (*path, "ranking"))
        if shape.preferences is None and shape.weights is not None:
            return self.weights(shape.weights, (*path, "weights"))
        return self.wants(shape.preferences or (), (*path, "preferences"))

    def weights(
        self, weights: Mapping[str, float | shapes.WeightShape], path: KeyPath
    ) -> Weighting:
        weighting = Weighting(
            tuple(self.weight(id_, it, (*path, id_)) for id_, it in weights.items())
        )
        if not weighting.can_be_summed():
            self.blame(
                "these weights span too many digits to be summed exactly; use fewer digits, or "
                "preferences = […], most important first",
                path,
            )
        return weighting

    def weight(self, id_: str, it: float | shapes.WeightShape, path: KeyPath) -> Weight:
        value, because, note = (
            (it, (), "") if isinstance(it, int | float) else (it.weight, tuple(it.because), it.note)
        )
        try:
            return Weight(id_, Fraction(str(value)), because, note)
        except ValueError:
            self.blame(f"expected a number to count with, found {value}", path)
            return Weight(id_, Fraction(0), because, note)

    def wants(self, wants: Iterable[str | shapes.WantShape], path: KeyPath) -> Prioritisation:
        return Prioritisation(tuple(self.want(it, (*path, k)) for k, it in enumerate(wants)))

    def want(self, it: str | shapes.WantShape, path: KeyPath) -> PreferenceStatement:
        if isinstance(it, str):
            return PreferenceStatement(self.statement(it, path))
        return PreferenceStatement(self.statement(it.wants, path), tuple(it.because), it.note)

    def ranking(
        self, tiers: Iterable[str | list[str] | list[list[str]] | shapes.TierShape], path: KeyPath
    ) -> Ranking:
        return Ranking(tuple(self.tier(it, (*path, k)) for k, it in enumerate(tiers)))

    def tier(self, it: Any, path: KeyPath) -> Tier:
        if isinstance(it, str):
            return Tier((self.state(it, path),))
        if isinstance(it, list):
            tie = bool(it) and (isinstance(it[0], list) or bool(self.shape.states))
            return Tier(tuple(self.state(state, path) for state in (it if tie else [it])))
        if not it.states:
            self.blame("states = [] names no state; [[]] is the state with no option taken", path)
        states = tuple(self.state(state, path) for state in it.states)
        return Tier(states, tuple(it.because), it.note)

    def proposition(self, id_: str, it: str | shapes.PropositionShape) -> Proposition:
        text = it if isinstance(it, str) else it.is_
        words = "" if isinstance(it, str) else it.text
        return Proposition(id_, self.statement(text, ("derived", id_)), words)

    def constraints(self, entries: Sequence[shapes.ConstraintShape]) -> Iterable[Constraint]:
        for k, it in enumerate(entries):
            yield self.constraint(it, ("feasibility", k))

    def constraint(self, it: shapes.ConstraintShape, path: KeyPath) -> Constraint:
        known = self.mended and it.always == UNREADABLE
        kind, given = (None, ()) if known else self.kind_of(it, path)
        try:
            if kind is not None:
                return constraint(
                    kind, given, self.options, because=tuple(it.because), note=it.note
                )
        except StatementError as error:
            self.faults.append(statement_fault(error, (*path, str(kind))))
        except InputError as error:
            self.blame(str(error), (*path, str(kind)))
        return Constraint("always", ("?",), _NOTHING, tuple(it.because), it.note)

    def kind_of(
        self, it: shapes.ConstraintShape, path: KeyPath
    ) -> tuple[ConstraintKind | None, tuple[str, ...]]:
        """Tell which kind of constraint an entry is, and what it is given."""
        from goodoffices.conflict.schema import CONSTRAINT_KEYS

        given = {key: getattr(it, key) for key in CONSTRAINT_KEYS if getattr(it, key) is not None}
        if it.option is not None and it.only_if is None:
            self.blame(
                "'option' needs 'only_if' beside it: what must hold for it to be taken", path
            )
        elif it.only_if is not None and it.option is None:
            self.blame("'only_if' needs 'option' beside it: the option that depends", path)
        elif len(given) != 1:
            found = f"found {' and '.join(given)}" if given else "found none"
            self.blame(f"expected one of {', '.join(CONSTRAINT_KEYS)}; {found}", path)
        else:
            for kind, value in given.items():
                return kind, self.given(kind, value, it.option)  # type: ignore[return-value]
        return None, ()

    def given(self, kind: str, value: Any, option: str | None) -> tuple[str, ...]:
        if kind == "only_if":
            return (option or "", _one_line(value))
        if isinstance(value, list):
            return tuple(value)
        return (_one_line(value),)

    def evidence(self, id_: str, it: shapes.EvidenceShape) -> Evidence:
        days = (it.said or "", it.known or "")
        return Evidence(id_, it.citation, *days, it.url, it.text, it.quote, tuple(it.record))

    def rival(self, name: str, it: shapes.RivalShape) -> Reading:
        path = ("rival_readings", name)
        held: dict[str, Preferences] = {}
        for key in PREFERENCE_KEYS:
            for id_, given in getattr(it, key).items():
                here = (*path, key, id_)
                if id_ in held:
                    self.blame(
                        f"both {preferences_key(held[id_])} and {key} are given for '{id_}'; "
                        "keep one of them",
                        here,
                    )
                held[id_] = self.held(key, given, here)
        return Reading(
            name=name,
            by=it.by,
            written=it.written or "",
            title=it.title,
            note=it.note,
            preferences=self.in_order(held),
        )

    def held(self, key: str, given: Any, path: KeyPath) -> Preferences:
        if key == "preferences":
            return self.wants(given, path)
        return self.ranking(given, path) if key == "ranking" else self.weights(given, path)

    def in_order(self, held: Mapping[str, Preferences]) -> tuple[tuple[str, Preferences], ...]:
        """Put preferences in the order of the decision makers, strangers last."""
        order = [*(id_ for id_ in self.shape.decision_makers if id_ in held)]
        order += [id_ for id_ in held if id_ not in order]
        return tuple((id_, held[id_]) for id_ in order)


def _one_line(text: str) -> str:
    """Write a statement that spans lines on one."""
    return " ".join(text.split())


def _option(id_: str, it: str | shapes.OptionShape) -> Option:
    if isinstance(it, str):
        return Option(id_, it)
    return Option(id_, it.text, it.kind, it.moves, tuple(it.because), it.note)


def _listed(id_: str, it: str | shapes.StateShape) -> ListedState:
    if isinstance(it, str):
        return ListedState(id_, it)
    return ListedState(id_, it.text, tuple(it.taken), it.note)


def _reading(it: shapes.ReadingShape) -> Reading:
    return Reading(it.name, it.by, it.written or "", it.title, it.note)
