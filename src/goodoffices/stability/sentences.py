"""Explanations in plain English. A state is named by what is done in it; nothing is said to happen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goodoffices.conflict import Conflict
from goodoffices.stability.explain import Answer, Explanation, Step

__all__ = ["explanation_sentence", "joined", "move_words", "path_words", "state_words"]


def joined(words: Sequence[str], last: str = "and") -> str:
    """Join words as English does.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def state_words(conflict: Conflict, number: int) -> str:
    """Name a state by the options taken: ``{vote, veto}``, or ``{} (no option taken)``."""
    return conflict.states.label(number)


def move_words(conflict: Conflict, step: Step, verb: str = "can") -> str:
    """Say what a mover can do: ``Russia can give up veto``.

    With ``verb="by"`` only the manner: ``by giving up veto``.
    """
    if conflict.listed_states:
        end = conflict.states.label(step.target)
        who = conflict.decision_maker(step.mover).label
        return f"by moving to {end}" if verb == "by" else f"{who} {verb} move to {end}"
    before = set(conflict.states.taken(step.source))
    after = set(conflict.states.taken(step.target))
    order = conflict.states.option_ids
    taken = [id_ for id_ in order if id_ in after - before]
    given_up = [id_ for id_ in order if id_ in before - after]
    take, give = ("taking", "giving up") if verb == "by" else ("take", "give up")
    parts = [f"{word} {joined(ids)}" for word, ids in ((take, taken), (give, given_up)) if ids]
    if verb == "by":
        return f"by {' and '.join(parts)}"
    return f"{conflict.decision_maker(step.mover).label} {verb} {' and '.join(parts)}"


def path_words(conflict: Conflict, path: Iterable[Step]) -> str:
    """Say a sequence of moves, marking the steps that do not improve their mover."""
    marks = {1: "", 0: " (indifferent)", -1: " (at a loss)"}
    return ", then ".join(move_words(conflict, step) + marks[step.change] for step in path)


def explanation_sentence(conflict: Conflict, explanation: Explanation) -> str:
    """Say why a state is stable for a decision maker or not."""
    who = conflict.decision_maker(explanation.decision_maker).label
    verdict = f"{explanation.concept} stable"
    opening = (
        f"{state_words(conflict, explanation.state)} is "
        f"{'' if explanation.stable else 'not '}{verdict} for {who}"
    )
    if not explanation.moves:
        return f"{opening}: {who} cannot move from it."
    if not explanation.answers:
        return f"{opening}: {who} can move, but to no preferred state."
    if explanation.concept == "Nash":
        return f"{opening}: {who} can improve {_improvements(conflict, explanation.answers)}."
    told = [_answer(conflict, who, explanation.state, a) for a in _telling(explanation)]
    return f"{opening}. {' '.join(told)}"


def _telling(explanation: Explanation) -> tuple[Answer, ...]:
    """Return the answers that settle it: all sanctions, or the improvements without one."""
    if explanation.stable:
        return explanation.answers
    return tuple(answer for answer in explanation.answers if answer.sanction is None)


def _improvements(conflict: Conflict, answers: Sequence[Answer]) -> str:
    ways = [
        f"{move_words(conflict, a.improvement, 'by')}"
        + ("" if conflict.listed_states else f", to {state_words(conflict, a.improvement.target)}")
        for a in answers[:3]
    ]
    rest = len(answers) - 3
    more = f" (or in {rest:,} more way{'s' if rest > 1 else ''})" if rest > 0 else ""
    return f"{joined(ways, 'or')}{more}"


def _answer(conflict: Conflict, who: str, state: int, answer: Answer) -> str:
    start = f"{who} can improve {move_words(conflict, answer.improvement, 'by')}"
    here = state_words(conflict, state)
    if answer.sanction is not None and answer.joint is not None:
        return (
            f"{start}; but if at the same time {path_words(conflict, answer.sanction.path)}, both "
            f"together lead to {state_words(conflict, answer.joint)}, no better for {who} than {here}."
        )
    if answer.sanction is not None:
        return (
            f"{start}; but then {path_words(conflict, answer.sanction.path)}, and "
            f"{state_words(conflict, answer.sanction.state)} is no better for {who} than {here}."
        )
    if answer.escape is not None:
        return (
            f"{start}; then {path_words(conflict, answer.escape.path)}, which would hurt, but "
            f"{who} can get out of it {move_words(conflict, answer.escape.reply, 'by')}, and is "
            f"better off than in {here} again."
        )
    if not answer.reachable:
        return f"{start}, and the others have no answer."
    end = "the one state" if answer.reachable == 1 else f"each of the {answer.reachable:,} states"
    return f"{start}, and {end} the others could then lead to is better for {who} than {here}."
