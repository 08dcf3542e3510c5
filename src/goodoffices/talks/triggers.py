"""Triggers: a condition, a clock, a consequence, and whether it follows by itself or needs a decision.

What a text says and what somebody says that it says stand side by side as readings; each can be put into a
conflict model at three stages, before, at and after the deadline. The coercive twin of the contingent
agreement ("if X by day D then Y").
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypeAlias, get_args

from pydantic import Field

from goodoffices.conflict import (
    Conflict,
    Constraint,
    DecisionMaker,
    Option,
    PreferenceStatement,
    Prioritisation,
    Proposition,
)
from goodoffices.conflict.constraints import constraint
from goodoffices.conflict.parts import Reading
from goodoffices.errors import Fault, KeyPath, StatementError, UsageError, did_you_mean
from goodoffices.statements import And, Name, Not, Statement, parse
from goodoffices.talks.values import ById, Evidence, Fact, Id, Many, Record, StatementId, When
from goodoffices.talks.when import in_words, last, same_or_before

__all__ = [
    "STAGES",
    "Clock",
    "Decision",
    "Outcome",
    "Stage",
    "Trigger",
    "TriggerModel",
    "TriggerReading",
    "Triggers",
    "Want",
    "deadline",
    "model_at",
    "standing",
    "trigger_faults",
]

Stage: TypeAlias = Literal["before", "at", "after"]
STAGES: tuple[Stage, ...] = get_args(Stage)


class Clock(Fact):
    """From what event a deadline runs, and how long; ``when`` is the day of the event once it is known."""

    event: str = Field(min_length=1)
    days: int = Field(ge=0)
    when: When | None = None


class TriggerReading(Fact):
    """What somebody says the trigger is: the text itself, or a claim about it."""

    id: str = Field(default="", exclude=True)
    by: Many[Id]
    text: str = Field(min_length=1)
    automatic: bool = Field(description="true: it follows by itself; false: it needs a decision.")
    claim: bool = Field(default=False, description="Whether this is a claim about the text.")
    when: When | None = None
    days: int | None = Field(
        default=None, ge=0, description="The length of the clock, where it differs."
    )


class Want(Fact):
    """A preference statement of the trigger's model."""

    wants: str = Field(min_length=1)


class Decision(Record):
    """The further decision that a trigger that is not automatic needs."""

    by: StatementId = Field(description="Who takes it: a decision maker of the model.")
    option: StatementId
    text: str = ""
    blocked_by: StatementId | None = None
    block: StatementId | None = None
    block_text: str = ""


class TriggerModel(Fact):
    """The trigger in a conflict model.

    ``armed`` is the statement under which the clock runs, ``met`` the one under which its condition is met,
    ``consequence`` the id of the derived proposition to be made. ``preferences`` replace those of the model
    and may mention the consequence and the options of the decision; ``wants_decision`` are put after them
    where the further decision exists.
    """

    conflict: Id
    armed: str = Field(min_length=1)
    met: str = Field(min_length=1)
    consequence: StatementId
    decision: Decision | None = None
    preferences: dict[StatementId, Many[Want]] = Field(default={})
    wants_decision: dict[StatementId, Many[Want]] = Field(default={})


class Outcome(Fact):
    """What became of a trigger."""

    text: str = Field(min_length=1)
    when: When


class Trigger(Fact):
    """A condition with a clock and a consequence, in a clause of a text."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    text: str = ""
    clause: str = ""
    version: str = ""
    condition: str = Field(min_length=1)
    clock: Clock
    consequence: str = Field(min_length=1)
    certified_by: Many[Id] = Field(default=(), description="Who says whether the condition is met.")
    readings: ById[TriggerReading]
    model: TriggerModel | None = None
    outcome: Outcome | None = None


class Triggers(Record):
    """The file ``talks/triggers.toml``."""

    format: Literal[1] = Field(examples=[1])
    triggers: ById[Trigger]
    evidence: ById[Evidence] = Field(default={})


def deadline(trigger: Trigger, reading: str | None = None) -> datetime.date | None:
    """Return the day a trigger's clock ends, or None where it has not begun to run.

    Raises
    ------
    UsageError
        where there is no such reading.
    """
    days = trigger.clock.days
    if reading is not None:
        days = _reading(trigger, reading).days or days
    if trigger.clock.when is None:
        return None
    return last(trigger.clock.when) + datetime.timedelta(days=days)


def standing(trigger: Trigger, day: datetime.date | None = None) -> str:
    """Return in words how a trigger stands on a day."""
    if trigger.outcome and same_or_before(trigger.outcome.when, day):
        return f"{in_words(trigger.outcome.when)}: {trigger.outcome.text}"
    end = deadline(trigger)
    begun = trigger.clock.when and same_or_before(trigger.clock.when, day)
    if end is None or not begun:
        return f"the clock has not begun: {trigger.clock.days} days from {trigger.clock.event}"
    passed = day is None or end < day
    return f"{'ended' if passed else 'runs until'} {in_words(end.isoformat())}"


def _reading(trigger: Trigger, name: str) -> TriggerReading:
    if name not in trigger.readings:
        raise UsageError(f"no reading '{name}'; {did_you_mean(name, trigger.readings)}")
    return trigger.readings[name]


def model_at(trigger: Trigger, reading: str, stage: Stage, conflict: Conflict) -> Conflict:
    """Return the conflict model with the trigger in it, as one reading has it, at one stage.

    *before*: the text may or may not be in force and the consequence is not. *at*: the text is in force and
    the deadline is reached; the condition can still be met, and the consequence follows, by itself or by the
    further decision. *after*: the text is in force and the condition was not met in time.

    Parameters
    ----------
    conflict : the model named in ``trigger.model``.

    Raises
    ------
    UsageError
        where the trigger has no model or no such reading, or a decision maker is not in the model.
    ConflictError
        where the trigger's statements do not fit the model.
    """
    if trigger.model is None:
        raise UsageError(
            f"the trigger '{trigger.id}' has no model; add [triggers.{trigger.id}.model]"
        )
    how, model = _reading(trigger, reading), trigger.model
    decision = None if how.automatic or stage == "before" else model.decision
    armed, met = parse(model.armed), parse(model.met)
    in_force = And((armed, Not(met)))
    consequence = _consequence(stage, in_force, met, decision)
    makers = tuple(_maker(dm, model, decision) for dm in conflict.decision_makers)
    always = {"before": None, "at": armed, "after": in_force}[stage]
    rules = list(conflict.feasibility)
    if always is not None:
        rules.append(constraint("always", (str(always),), note=f"{stage} the deadline"))
    rules += _decision_rules(decision, in_force)
    derived = Proposition(model.consequence, consequence, trigger.consequence)
    return replace(
        conflict,
        title=f"{conflict.title}: {stage} the deadline, as read by {', '.join(how.by)}",
        decision_makers=makers,
        derived=(*conflict.derived, derived),
        feasibility=tuple(rules),
        status_quo=conflict.status_quo if stage == "before" else None,
        reading=Reading(name=reading, title=how.text),
        rival_readings=(),
    )


def _consequence(
    stage: Stage, in_force: Statement, met: Statement, decision: Decision | None
) -> Statement:
    if stage == "before":
        return And((met, Not(met)))  # never: there is no word for it in the language
    if decision is None:
        return in_force
    parts = [in_force, Name(decision.option)]
    parts += [Not(Name(decision.block))] if decision.block else []
    return And(tuple(parts))


def _decision_rules(decision: Decision | None, in_force: Statement) -> Iterator[Constraint]:
    if decision is None:
        return
    yield constraint("only_if", (decision.option, str(in_force)))
    if decision.block:
        yield constraint("only_if", (decision.block, decision.option))


def _maker(dm: DecisionMaker, model: TriggerModel, decision: Decision | None) -> DecisionMaker:
    """Return a decision maker with the options of the decision and the preferences of the trigger."""
    options = list(dm.options)
    preferences = dm.preferences
    wants = [*model.preferences.get(dm.id, ())]
    if decision is not None:
        if dm.id == decision.by:
            options.append(Option(decision.option, decision.text))
        if dm.id == decision.blocked_by and decision.block:
            options.append(Option(decision.block, decision.block_text))
        wants += model.wants_decision.get(dm.id, ())
    if wants:
        kept = preferences.statements if isinstance(preferences, Prioritisation) else ()
        given = tuple(PreferenceStatement(parse(it.wants), it.because, it.note) for it in wants)
        preferences = Prioritisation(given if dm.id in model.preferences else (*kept, *given))
    return replace(dm, options=tuple(options), preferences=preferences)


def trigger_faults(file: Triggers) -> Iterator[Fault]:
    """Yield what does not fit together in a file of triggers."""
    for id_, trigger in file.triggers.items():
        path: KeyPath = ("triggers", id_)
        if not trigger.readings:
            yield Fault("no reading: say what the text itself says, as a reading", path)
        model = trigger.model
        if model is None:
            continue
        for place, words in _statements(model):
            try:
                parse(words)
            except StatementError as error:
                yield Fault(f"not a statement: {error}", (*path, "model", *place))
        decided = [name for name, it in trigger.readings.items() if not it.automatic]
        if decided and model.decision is None:
            yield Fault(
                f"the reading '{decided[0]}' is not automatic: say under model.decision who decides",
                (*path, "model"),
            )


def _statements(model: TriggerModel) -> Iterator[tuple[KeyPath, str]]:
    yield ("armed",), model.armed
    yield ("met",), model.met
    for key, table in (
        ("preferences", model.preferences),
        ("wants_decision", model.wants_decision),
    ):
        for dm, wants in table.items():
            for k, want in enumerate(wants):
                yield (key, dm, k, "wants"), want.wants
