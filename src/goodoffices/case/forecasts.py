"""What was foreseen, frozen, and held against what came.

A forecast keeps the model it was made of as it stood, the equilibria of it, and what somebody expected, under
a seal. Later the outcome is written beside it; hits and misses are counted, never turned into percentages,
and what the outcome leaves open stays open.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Literal, TypeAlias

from pydantic import Field

from goodoffices.case.dump import block, entries
from goodoffices.case.edit import appended
from goodoffices.case.links import link_faults
from goodoffices.case.shapes import Label
from goodoffices.case.write import writing
from goodoffices.conflict.schema_values import RecordLink
from goodoffices.errors import Fault, InputError, StatementError, UsageError, did_you_mean
from goodoffices.statements import Statement, holds, names, parse
from goodoffices.talks.values import Id, Many, Record, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from goodoffices.case.case import Case
    from goodoffices.conflict import Conflict

__all__ = [
    "Claim",
    "Forecast",
    "ForecastFile",
    "Outcome",
    "Verdict",
    "forecast_faults",
    "forecast_names",
    "freeze",
    "judge",
    "open_forecast",
    "record_outcome",
]

_MOST_UNKNOWN = 12  # options of which nobody knows, up to which every case is tried
_UNSEALED = {"seal", "outcome", "label", "note"}
Result: TypeAlias = Literal["hit", "miss", "open"]


class Claim(Record):
    """Something expected to hold: a statement on the options of the model."""

    id: Id
    says: str = Field(min_length=1)
    note: str = ""


class Outcome(Record):
    """What came: the options taken, and those of which nobody knows."""

    taken: Many[str]
    unknown: Many[str] = ()
    when: When | None = None
    by: str = Field(min_length=1)
    at: When | None = None
    because: Many[RecordLink] = ()
    note: str = ""


class ForecastFile(Record):
    """The file ``forecasts/ID.toml``; the model as it was stands beside it as ``ID.model``."""

    format: Literal[1] = Field(examples=["1"])
    title: str = ""
    model: Id
    reading: str = ""
    as_of: When | None = None
    concept: str = "SEQ"
    equilibria: Many[Many[str]] = ()
    by: str = Field(min_length=1)
    made: When
    written_after: bool = False
    seal: str = Field(pattern="^[0-9a-f]{64}$")
    label: Label | None = None
    note: str = ""
    claims: Many[Claim] = ()
    outcome: Outcome | None = None


@dataclass(frozen=True)
class Forecast:
    """A forecast with the model it was made of."""

    id: str
    file: ForecastFile
    conflict: Conflict


@dataclass(frozen=True)
class Verdict:
    """What became of one thing that was foreseen."""

    claim: str
    result: Result
    note: str = ""


def forecast_names(case: Case) -> tuple[str, ...]:
    """Return the forecasts that are there: not those made later, nor those that may not be seen."""
    return tuple(id_ for id_ in case.folder.ids("forecasts") if _there(case, id_))


def _there(case: Case, id_: str) -> bool:
    file = case.files.record(f"forecasts/{id_}.toml", ForecastFile)
    if file is None:
        return case.scope.whole
    label = file.label or case.label_at(f"forecasts/{id_}")
    model = case.label_at(f"conflicts/{file.model}")
    return case.scope.sees(label, model) and case.scope.knows(file.made) and _bare(case, id_, file)


def _bare(case: Case, id_: str, file: ForecastFile) -> bool:
    """Tell whether nothing that the frozen model rests on is hidden."""
    from goodoffices.case.models import evidence_standing
    from goodoffices.conflict.file import parse_conflict

    if case.scope.sight is None:
        return True
    try:
        frozen = parse_conflict(case.folder.text_of(f"forecasts/{id_}.model"))
    except (FileNotFoundError, InputError):
        return False
    standings = (evidence_standing(case, file.model, entry) for entry in frozen.evidence)
    return "hidden" not in standings


def _seal(file: ForecastFile, model: str) -> str:
    frozen = file.model_dump(exclude=_UNSEALED, mode="json", exclude_defaults=True)
    text = json.dumps(frozen, sort_keys=True, ensure_ascii=False) + "\n" + model
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def freeze(
    case: Case,
    id_: str,
    model: str,
    *,
    by: str,
    made: str,
    reading: str | None = None,
    concept: str = "SEQ",
    expect: tuple[str, ...] = (),
    title: str = "",
) -> Forecast:
    """Freeze a forecast: the model as it stands in this case, its equilibria, and what is expected.

    A case as of a day freezes the model as of that day; made after that day, it says so.

    Raises
    ------
    UsageError
        where the id is taken or no id, or there is no such model, reading or concept.
    InputError
        where an expectation cannot be read, the model cannot, or the case cannot be written.
    """
    from goodoffices.conflict.write import dump_conflict
    from goodoffices.stability.concepts import named

    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", id_):
        raise UsageError(f"'{id_}' is no id; use small letters, digits, - and _ only")
    conflict = replace(case.conflict(model, reading), rival_readings=())
    chosen = named(concept)
    claims = tuple(
        Claim(id=f"c{k}", says=str(_parsed(conflict, text))) for k, text in enumerate(expect, 1)
    )
    day = case.scope.day.isoformat() if case.scope.day else None
    file = ForecastFile(
        format=1,
        title=title,
        model=model,
        reading=reading or "",
        as_of=day,
        concept=chosen,
        equilibria=_equilibria(conflict, chosen),
        by=by,
        made=made,
        written_after=bool(day and day < made),
        seal="0" * 64,
        claims=claims,
    )
    text = dump_conflict(conflict)
    file = file.model_copy(update={"seal": _seal(file, text)})
    body = "".join(f"{k} = {v}\n" for k, v in entries(file.model_copy(update={"claims": ()})))
    body += "".join(block("[[claims]]", claim) for claim in claims)
    with writing(case.folder) as change:
        if change.read(f"forecasts/{id_}.toml") is not None:
            raise UsageError(f"the forecast '{id_}' is frozen already; give another id")
        change.create(f"forecasts/{id_}.toml", body)
        change.create(f"forecasts/{id_}.model", text)
    return Forecast(id_, file, conflict)


def _equilibria(conflict: Conflict, concept: str) -> tuple[tuple[str, ...], ...]:
    from goodoffices.stability import analyse

    analysis = analyse(conflict, also=(concept,))
    return tuple(conflict.states.taken(state) for state in analysis.equilibria(concept))


def _parsed(conflict: Conflict, text: str) -> Statement:
    try:
        statement = parse(text)
    except StatementError as error:
        raise InputError(f"the expectation cannot be read: {error}") from None
    known = [*(it.id for it in conflict.options), *(it.id for it in conflict.derived)]
    for name in names(statement):
        if name not in known:
            raise UsageError(f"no option '{name}' in the model; {did_you_mean(name, known)}")
    return statement


def open_forecast(case: Case, id_: str) -> Forecast:
    """Return a forecast with the model it was made of.

    Raises
    ------
    UsageError
        where there is none.
    InputError
        where a file of it is damaged, or was changed after it was frozen.
    """
    from goodoffices.conflict.file import parse_conflict

    known = forecast_names(case)
    if id_ not in known:
        raise UsageError(f"no forecast '{id_}'; {did_you_mean(id_, known)}")
    path = f"forecasts/{id_}.toml"
    file = case.files.record(path, ForecastFile)
    if file is None:
        raise case.files.damage.get(path) or InputError(f"{case.folder.name(path)}: no such file")
    beside = f"forecasts/{id_}.model"
    try:
        text = case.folder.text_of(beside)
    except FileNotFoundError:
        raise InputError(f"{case.folder.name(beside)}: the frozen model is missing") from None
    if _seal(file, text) != file.seal:
        raise InputError(
            f"{case.folder.name(path)}: this forecast was changed after it was frozen; put back what "
            "was frozen (a version kept elsewhere, or a backup)"
        )
    return Forecast(id_, file, parse_conflict(text, case.folder.name(beside)))


def record_outcome(case: Case, id_: str, outcome: Outcome) -> None:
    """Write beside a forecast what came; once.

    Raises
    ------
    UsageError
        where there is no such forecast or option, or an outcome stands there already.
    InputError
        where the forecast is damaged.
    """
    forecast = open_forecast(case, id_)
    if forecast.file.outcome is not None:
        raise UsageError(f"the forecast '{id_}' has an outcome already; change it in the file")
    known = [it.id for it in forecast.conflict.options]
    for name in (*outcome.taken, *outcome.unknown):
        if name not in known:
            raise UsageError(f"no option '{name}' in the model; {did_you_mean(name, known)}")
    path = f"forecasts/{id_}.toml"
    with writing(case.folder) as change:
        text = change.read(path) or ""
        if "[outcome]" in text:
            raise UsageError(f"the forecast '{id_}' has an outcome already; change it in the file")
        change.write(path, appended(text, block("[outcome]", outcome)))


def judge(forecast: Forecast) -> list[Verdict]:
    """Hold a forecast against its outcome: each claim, and whether the outcome was an equilibrium.

    With options of which nobody knows, something is a hit or a miss only if it is so either way.
    """
    outcome = forecast.file.outcome
    if outcome is None:
        return []
    conflict = forecast.conflict
    worlds = _worlds(outcome)
    verdicts = []
    for claim in forecast.file.claims:
        meaning = conflict.in_options(parse(claim.says))
        verdicts.append(Verdict(claim.says, _result([holds(meaning, it) for it in worlds])))
    foreseen = {frozenset(state) for state in forecast.file.equilibria}
    number, all_ = len(foreseen), conflict.states.count
    note = f"{number} of {all_} states were"
    words = f"the outcome is an equilibrium ({forecast.file.concept})"
    verdicts.append(Verdict(words, _result([it in foreseen for it in worlds]), note))
    return verdicts


def _worlds(outcome: Outcome) -> list[frozenset[str]]:
    """Return the states the outcome may have been; none where too much is unknown to tell."""
    taken = frozenset(outcome.taken)
    if len(outcome.unknown) > _MOST_UNKNOWN:
        return []
    return [
        taken | {name for name, is_ in zip(outcome.unknown, bits, strict=True) if is_}
        for bits in product((False, True), repeat=len(outcome.unknown))
    ]


def _result(truths: list[bool]) -> Result:
    if truths and all(truths):
        return "hit"
    return "miss" if truths and not any(truths) else "open"


def forecast_faults(case: Case, id_: str) -> Iterator[Fault]:
    """Yield what is wrong with a forecast beside its shape: a broken seal, broken links."""
    file = case.files.record(f"forecasts/{id_}.toml", ForecastFile)
    if file is None:
        return
    try:
        open_forecast(case, id_)
    except (InputError, UsageError) as error:
        yield Fault(str(error).partition(": ")[2] or str(error))
    if file.outcome:
        yield from link_faults(case, file.outcome.because, ("outcome", "because"))
