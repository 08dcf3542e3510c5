"""Triggers as sheets: the claim about a text beside the text, and what would hold under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.case.triggers import AtStage
from goodoffices.readout.sheet import Grid, Part, Section, Sheet, Sources
from goodoffices.readout.talks_process import as_of_line, named
from goodoffices.readout.words import CAUTION
from goodoffices.stability import Concept
from goodoffices.talks.talks import Talks
from goodoffices.talks.triggers import Trigger, TriggerReading, deadline, standing
from goodoffices.talks.when import in_short

__all__ = ["run_sheet", "triggers_sheet"]


def triggers_sheet(talks: Talks) -> Sheet:
    """Lay out every trigger: condition, clock, consequence, who certifies, and its readings side by side."""
    file = talks.triggers
    if file is None:
        return Sheet("The talks have no file of triggers")
    sources = Sources(talks.evidence)
    sections = tuple(
        Section(f"{it.name} ({id_})", tuple(_trigger(talks, it, sources)))
        for id_, it in file.triggers.items()
    )
    return Sheet("Triggers and deadlines", as_of_line(talks), (*sections, *sources.section()))


def _trigger(talks: Talks, it: Trigger, sources: Sources) -> Iterator[Part]:
    certified = named(talks, it.certified_by) or "nobody named"
    rows = (
        ("if", it.condition),
        ("clock", f"{it.clock.days} days from {it.clock.event}{sources.marks(it.clock.because)}"),
        ("then", it.consequence),
        ("certified by", certified),
        ("now", standing(it, talks.day) + sources.marks(it.outcome.because if it.outcome else ())),
    )
    yield Grid(("", ""), rows)
    readings = tuple(_reading(talks, it, name, how, sources) for name, how in it.readings.items())
    yield Grid(("reading", "whose", "follows", "deadline", "says"), readings)


def _reading(
    talks: Talks, it: Trigger, name: str, how: TriggerReading, sources: Sources
) -> tuple[str, str, str, str, str]:
    end = deadline(it, name)
    days = how.days or it.clock.days
    when = in_short(end.isoformat()) if end else f"{days} days"
    follows = "by itself" if how.automatic else "by a further decision"
    kind = "claim" if how.claim else "the text"
    return (
        name,
        f"{named(talks, how.by)} ({kind})",
        follows,
        when,
        how.text + sources.marks(how.because),
    )


_SHOWN: tuple[Concept, ...] = ("Nash", "SEQ", "GMR")


def run_sheet(talks: Talks, name: str, found: Sequence[AtStage]) -> Sheet:
    """Lay out what would hold before, at and after the deadline under each reading."""
    assert talks.triggers is not None
    trigger = talks.triggers.triggers[name]
    sections = []
    for reading, how in trigger.readings.items():
        stages = [it for it in found if it.reading == reading]
        rows = tuple(_stage(it, concept) for it in stages for concept in _SHOWN)
        grid = Grid(("stage", "", "equilibria", "condition met", "consequence"), rows)
        follows = "follows by itself" if how.automatic else "needs a further decision"
        sections.append(Section(f"{reading}: the consequence {follows}", (how.text, grid)))
    sections.append(Section("How it was run", tuple(_how(trigger))))
    lead = (f"model: {trigger.model.conflict if trigger.model else '-'}", CAUTION)
    return Sheet(trigger.name, lead, tuple(sections))


def _stage(it: AtStage, concept: Concept) -> tuple[str, str, str, str, str]:
    states = ["{" + ", ".join(taken) + "}" for taken in it.equilibria[concept]]
    shown = "; ".join(states[:6]) + (f" and {len(states) - 6} more" if len(states) > 6 else "")
    first = concept == _SHOWN[0]
    counted = "1 state" if it.states == 1 else f"{it.states} states"
    label = f"{it.stage} ({counted})" if first else ""
    in_all = {"all": "in all", "some": "in some", "none": "in none", "no equilibrium": "-"}
    return label, concept, shown or "none", in_all[it.met[concept]], in_all[it.follows[concept]]


def _how(trigger: Trigger) -> Iterator[str]:
    model = trigger.model
    if model is None:
        return
    yield f"The clock runs where: {model.armed}. The condition is met where: {model.met}."
    yield "before: the text may or may not be in force, and the consequence is not."
    yield "at: the text is in force and the deadline is reached; the condition can still be met."
    yield "after: the text is in force and the condition was not met in time."
    if model.decision:
        yield (
            f"Where it needs a decision, {model.decision.by} can take '{model.decision.option}'"
            + (
                f" and {model.decision.blocked_by} block it by '{model.decision.block}'."
                if model.decision.block
                else "."
            )
        )
    if model.note:
        yield model.note
