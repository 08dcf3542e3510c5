"""What a position is bound to: its condition, its deadline, what follows where it is not met."""

import re
from collections.abc import Sequence

from goodoffices.reading.facts.clock import Found
from goodoffices.reading.stances.triggers import Range, Trigger

_BINDING = frozenset({"demand", "ultimatum", "condition", "threaten", "propose", "accept"})
_BEFORE_IT = re.compile(r"(?:\b(?:by|within|before|until|till|no later than))\s+(?:the\s+)?$", re.I)
_SAYS_SO = re.compile(
    r",\s+(?:[\w.’'-]+\s+){1,5}(?:said|says|warned|warns|added|told|insisted|vowed|threatened|declared)\b"
)
"""What closes a sentence by naming who said it is no part of what was said."""
_IF = re.compile(r"\b(?:if|unless|should)\s", re.IGNORECASE)
_THEN = re.compile(r"(?:,\s*(?:then\s+)?|\s+then\s+)")
_OR = re.compile(
    r",?\s+or\s+(?P<what>(?:else\s+)?(?:face|risk|be|suffer|bear|we|they|it|he|she|I|the|there)\b[^.;”\"]*)"
)
_END = re.compile(r"[.;”\"]")


def bind(text: str, triggers: Sequence[Trigger], times: Sequence[Found]) -> None:
    """Fill in condition, deadline and consequence of each stance where its sentence gives them."""
    for trigger in triggers:
        if trigger.rule == "noun-ultimatum":
            _if_then(text, trigger)
        if trigger.rule == "given-until":
            _given(text, trigger, times)
        if trigger.condition is None and trigger.stance in ("accept", "propose", "concede"):
            _on_condition(text, trigger)
        threat = trigger.stance in ("threaten", "ultimatum") and trigger.condition is not None
        if threat and _WILL.match(text, trigger.start):
            trigger.consequence = _deed(text, trigger)
        if trigger.stance == "demand":
            _or_else(text, trigger)
        trigger.deadline = _deadline(text, trigger, times)
        trigger.object = _object(text, trigger)


_WILL = re.compile(r"(?:will|would|['’]ll)\b", re.IGNORECASE)
_PROVIDED = re.compile(
    r"\b(?:on (?:the )?condition that|provided(?: that)?|(?:as|so) long as|only (?:if|when|after))\b",
    re.IGNORECASE,
)
_SAID_WHEN = re.compile(
    r"(?:on |late |early )*(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:that )?", re.IGNORECASE
)


def _on_condition(text: str, trigger: Trigger) -> None:
    """'agreed to halt the work on condition that …'."""
    found = _PROVIDED.search(text, trigger.end, trigger.sentence.end)
    if found is not None:
        stop = _stop(text, found.start(), trigger.sentence.end)
        trigger.condition = _trimmed(text, found.start(), stop)
        if trigger.stance == "accept":
            trigger.stance = "condition"


def _given(text: str, trigger: Trigger, times: Sequence[Found]) -> None:
    """'had given Damascus until Saturday to open the roads': till when, and what to do."""
    if trigger.condition is None:
        return
    low, end = trigger.condition[0], trigger.sentence.end
    limit = next((t for t in times if low <= t.start < end), None)
    if limit is None:
        return
    trigger.condition = low, limit.end
    if text.startswith(" to ", limit.end):
        trigger.object = _trimmed(text, limit.end, _stop(text, limit.end, end))


def _object(text: str, trigger: Trigger) -> Range | None:
    """What a stance is about, without its condition and without the day it was said."""
    if trigger.object is None:
        return None
    start, end = trigger.object
    when = _SAID_WHEN.match(text, start, end)
    start = when.end() if when else start
    if trigger.condition is not None and start <= trigger.condition[0] < end:
        end = trigger.condition[0]
    return _trimmed(text, start, end)


def _if_then(text: str, trigger: Trigger) -> None:
    """'an ultimatum … that if they do not solve this then we introduce sanctions'."""
    end = trigger.sentence.end
    opened = _IF.search(text, trigger.end, end)
    turn = _THEN.search(text, opened.end(), end) if opened else None
    if opened is None:
        return
    stop = _stop(text, opened.start(), end)
    if turn is None or turn.start() >= stop:
        trigger.condition = _trimmed(text, opened.start(), stop)
        return
    trigger.condition = _trimmed(text, opened.start(), turn.start())
    trigger.consequence = _trimmed(text, turn.end(), _stop(text, turn.end(), end))


def _deed(text: str, trigger: Trigger) -> Range | None:
    """What is threatened: the verb with its object, up to the condition."""
    end = _stop(text, trigger.end, trigger.sentence.end)
    said = _SAYS_SO.search(text, trigger.end, end)
    end = said.start() if said else end
    if trigger.condition is not None and trigger.condition[0] >= trigger.end:
        end = min(end, trigger.condition[0])
    return _trimmed(text, trigger.start, end)


def _or_else(text: str, trigger: Trigger) -> None:
    """'must leave or face sanctions': a demand with a consequence is an ultimatum."""
    found = _OR.search(text, trigger.end, trigger.sentence.end)
    if found is None or not re.match(
        r"(?:else|face|risk|suffer|bear)|\w+ (?:will|would|shall)\b", found["what"]
    ):
        return
    trigger.stance = "ultimatum"
    trigger.consequence = _trimmed(text, *found.span("what"))
    if trigger.object is not None and trigger.object[0] < found.start() < trigger.object[1]:
        trigger.object = _trimmed(text, trigger.object[0], found.start())


def _deadline(text: str, trigger: Trigger, times: Sequence[Found]) -> str | None:
    """The time by which, within which or until which; for ultimatums any time that follows."""
    if trigger.stance not in _BINDING:
        return None
    if trigger.condition is not None:
        low, high = trigger.condition
        inside = next((t.value for t in times if low <= t.start < high), None)
        if inside is not None:
            return inside
    low, high = trigger.start, trigger.sentence.end
    for time in times:
        if low <= time.start < high:
            before = text[max(low, time.start - 16) : time.start]
            if time.type == "DURATION" and before.rstrip().endswith(" by"):
                continue  # 'postpone it by 48 hours'
            if trigger.stance == "ultimatum" or _BEFORE_IT.search(before):
                return time.value
    return None


def _stop(text: str, start: int, end: int) -> int:
    found = _END.search(text, start, end)
    return found.start() if found else end


def _trimmed(text: str, start: int, end: int) -> Range | None:
    while start < end and text[start] in ' ,“"':
        start += 1
    while end > start and text[end - 1] in ' ,.;“”"':
        end -= 1
    return (start, end) if start < end else None
