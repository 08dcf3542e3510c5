"""A body's decision as a derived proposition of a conflict model: the text to paste, and the check of it."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError
from goodoffices.statements import And, Count, Or, Statement, names, negate, parse
from goodoffices.talks.bodies import Bodies, BodyModel

__all__ = ["DecisionCheck", "check_decision", "decision", "decision_toml"]


def decision(file: Bodies, model: BodyModel) -> Statement:
    """Return when a body adopts what is put to it, in the options of a conflict model.

    Raises
    ------
    UsageError
        where the rule counts shares of those voting, or asks for more votes than anybody could give.

    Every member votes as the model says, those in ``assumed_yes`` for it, all others abstain.
    """
    rule = file.bodies[model.body].rules[model.rule]
    parts: list[Statement] = [parse(model.put)]
    if not rule.consensus:
        parts += _enough(_least(file, model), model)
    blocking = (
        model.no if rule.consensus else {m: it for m, it in model.no.items() if m in rule.veto}
    )
    parts += [negate(parse(words)) for words in blocking.values()]
    flat = tuple(
        inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))
    )
    return flat[0] if len(flat) == 1 else And(flat)


def _least(file: Bodies, model: BodyModel) -> int:
    body = file.bodies[model.body]
    rule = body.rules[model.rule]
    if rule.at_least is not None:
        return rule.at_least
    if rule.of != "members":
        raise UsageError(
            f"the rule '{model.rule}' counts those present and voting; as a proposition only rules "
            "with a fixed number of votes can be written"
        )
    from goodoffices.talks.rules import Tally, needed

    return needed(rule, Tally(abstain=len(body.members)))


def _enough(least: int, model: BodyModel) -> list[Statement]:
    """Return what makes up the votes that are still missing, where some are."""
    missing = least - len(model.assumed_yes)
    if missing <= 0:
        return []
    if missing > len(model.yes):
        raise UsageError(
            f"{least} votes are needed, and {len(model.assumed_yes)} are assumed and {len(model.yes)} "
            "possible; say under yes who else can vote for it"
        )
    conditional = tuple(parse(words) for words in model.yes.values())
    if missing == len(conditional):
        return list(conditional)
    return [Or(conditional) if missing == 1 else Count("at least", missing, conditional)]


def decision_toml(file: Bodies, model: BodyModel) -> str:
    """Return the lines to put under ``[derived]`` of the conflict file."""
    words = model.text.replace("\\", "\\\\").replace('"', '\\"')
    text = f', text = "{words}"' if words else ""
    return f'[derived]\n{model.proposition} = {{ is = "{decision(file, model)}"{text} }}\n'


@dataclass(frozen=True)
class DecisionCheck:
    """Whether a conflict model has the decision as it follows from the rule.

    ``differs`` lists the states, by options taken, in which the model's proposition says something else.
    """

    statement: str
    has: str | None
    states: int
    differs: tuple[tuple[str, ...], ...]

    @property
    def agrees(self) -> bool:
        """Whether the model has the proposition and it says the same in every state."""
        return self.has is not None and not self.differs

    @property
    def words(self) -> str:
        """The answer as people read it."""
        if self.has is None:
            return "the model has no such proposition yet; paste the lines"
        if not self.differs:
            return f"the model has it as '{self.has}': the same in all {self.states} states"
        return (
            f"the model has it as '{self.has}', which differs in {len(self.differs)} of "
            f"{self.states} states, the first {{{', '.join(self.differs[0])}}}"
        )


def check_decision(file: Bodies, model: BodyModel, conflict: Conflict) -> DecisionCheck:
    """Compare a conflict model's derived proposition with what follows from the voting rule.

    Raises
    ------
    UsageError
        where the decision is put in options that the model does not have.
    """
    wanted = decision(file, model)
    known = {option.id for option in conflict.options} | set(conflict.propositions)
    missing = [name for name in names(wanted) if name not in known]
    if missing:
        raise UsageError(
            f"the model '{model.conflict}' has no option '{missing[0]}'; it has: "
            f"{', '.join(option.id for option in conflict.options)}"
        )
    states = conflict.states
    has = next((p for p in conflict.derived if p.id == model.proposition), None)
    if has is None:
        return DecisionCheck(str(wanted), None, states.count, ())
    says = states.holds(conflict.in_options(has.statement))
    should = states.holds(conflict.in_options(wanted))
    different = tuple(
        tuple(states.taken(number)) for number in states if says[number - 1] != should[number - 1]
    )
    return DecisionCheck(str(wanted), str(has.statement), states.count, different)
