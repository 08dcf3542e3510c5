"""What must hold in a process file, and between it and the conflict models."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from goodoffices.conflict import Conflict
from goodoffices.errors import Fault, KeyPath, did_you_mean
from goodoffices.talks.process import Meeting, Process
from goodoffices.talks.when import first, order

__all__ = ["mediator_faults", "process_faults"]


def process_faults(process: Process) -> Iterator[Fault]:
    """Yield what does not fit together: unknown ids, dates out of order, a mediator who consents."""
    yield from _names(process)
    mediators = {it.id for it in process.with_part("mediator")}
    for id_, meeting in process.meetings.items():
        yield from _dates(meeting, ("meetings", id_))
    for table, things in (("agenda", process.agenda), ("orders", process.orders)):
        for id_, thing in things.items():
            for k, consent in enumerate(thing.consents):
                if consent.by in mediators:
                    yield Fault(
                        f"'{consent.by}' is the mediator: the order of business is the sides' to "
                        "consent to; name the mediator as proposed_by",
                        (table, id_, "consents", k, "by"),
                    )


def _names(process: Process) -> Iterator[Fault]:
    for path, id_, known, what in (*_in_meetings(process), *_mentions(process)):
        if id_ not in known:
            yield Fault(f"no {what} '{id_}'; {did_you_mean(id_, known)}", path)


def _mentions(process: Process) -> Iterator[tuple[KeyPath, str, Collection[str], str]]:
    who, agenda = process.participants, process.agenda
    for id_, one in who.items():
        for k, other in enumerate(one.backs):
            yield ("participants", id_, "backs", k), other, who, "participant"
    for id_, mandate in process.mandates.items():
        yield ("mandates", id_, "holder"), mandate.holder, who, "participant"
    for k, line in enumerate(process.reporting):
        yield ("reporting", k, "by"), line.by, who, "participant"
    for table, things in (("agenda", process.agenda), ("orders", process.orders)):
        for id_, thing in things.items():
            for k, consent in enumerate(thing.consents):
                yield (table, id_, "consents", k, "by"), consent.by, who, "participant"
    for id_, sequence in process.orders.items():
        for k, item in enumerate(sequence.items):
            yield ("orders", id_, "items", k), item, agenda, "agenda item"
    for id_, question in process.questions.items():
        yield ("questions", id_, "to"), question.to, who, "participant"


def _in_meetings(process: Process) -> Iterator[tuple[KeyPath, str, Collection[str], str]]:
    who, agenda = process.participants, process.agenda
    for id_, meeting in process.meetings.items():
        if meeting.round is not None:
            yield ("meetings", id_, "round"), meeting.round, process.rounds, "round"
        for k, other in enumerate(meeting.participants):
            yield ("meetings", id_, "participants", k), other, who, "participant"
        for k, item in enumerate(meeting.about):
            yield ("meetings", id_, "about", k), item, agenda, "agenda item"
        for k, claim in enumerate(meeting.claims):
            yield ("meetings", id_, "claims", k, "by"), claim.by, who, "participant"


def _dates(meeting: Meeting, path: KeyPath) -> Iterator[Fault]:
    if not meeting.plans and not meeting.held:
        yield Fault(
            "no day: give held = { when = … }, or plans = [{ when = …, announced = … }]", path
        )
    if meeting.held and meeting.cancelled:
        yield Fault("held and cancelled at once; keep one, and the other as a plan", path)
    announced = [order(plan.announced) for plan in meeting.plans]
    if announced != sorted(announced):
        yield Fault("plans are listed in the order in which they were announced", (*path, "plans"))
    for k, plan in enumerate(meeting.plans):
        if first(plan.announced) > first(plan.when):
            yield Fault(
                f"announced on {plan.announced}, after the day it sets, {plan.when}",
                (*path, "plans", k),
            )


def mediator_faults(process: Process, conflicts: Mapping[str, Conflict]) -> Iterator[Fault]:
    """Yield a fault for every option of substance that a model gives to a mediator.

    A conflict file refuses such an option where it calls the decision maker a mediator; here the process
    file tells who the mediator is, whatever role the model gives.

    Parameters
    ----------
    conflicts : models by name. A participant is the decision maker of the same id, or the ones listed
        in its ``decision_makers``.
    """
    for mediator in process.with_part("mediator"):
        for name, conflict in conflicts.items():
            meant = {mediator.id, *_in(mediator.decision_makers, name)}
            for dm in conflict.decision_makers:
                for option in dm.options if dm.id in meant else ():
                    if option.kind == "substance":
                        yield Fault(
                            f"the model '{name}' gives the mediator '{dm.id}' the option "
                            f"'{option.id}' on substance; a mediator cannot impose: make it one of "
                            'kind = "procedure", or the option of a party',
                            ("participants", mediator.id),
                        )


def _in(references: tuple[str, ...], name: str) -> Iterator[str]:
    for reference in references:
        model, _, id_ = reference.rpartition("/")
        if model == name:
            yield id_
