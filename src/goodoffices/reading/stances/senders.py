"""For whom somebody speaks by office, and when what they say of their own side is their own word."""

import re

from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.resolve import Resolver
from goodoffices.reading.actors.roster import Draft, fold
from goodoffices.reading.english import places
from goodoffices.reading.stances.triggers import Trigger

_SENT = frozenset(
    "spokesman spokeswoman spokesperson minister ambassador representative delegate negotiator".split()
)
_RELAYING = frozenset(
    "spokesman spokeswoman spokesperson speaker source lawyer adviser aide".split()
)
"""Who only passes on what others say."""


def sender_of(holder: Draft, resolver: Resolver) -> Draft | None:
    """For whom somebody speaks by office: a spokesman's ministry, a minister's state."""
    words = {word for role in holder.roles for word in role.split()}
    if not holder.is_person or not words & _SENT:
        return None
    country = resolver._country_of(holder)
    for body in holder.bodies:
        country = country or places.OF_STATE.get(body)
    if country is not None:
        state = resolver.roster.state(country)
        if not state.mentions:
            for name in resolver.names:
                if name.key == country:
                    state.mention(name.start, name.end, "nominal")
        if state.mentions:
            return state
    for body in holder.bodies:
        found = resolver.roster.filed(f"org:{fold(body)}")
        if found is not None:
            return found
    return None


_NEVER = re.compile(
    r"\b(?:will|would|shall)\s+(?:not|never)\b|\b(?:wo|would)n['’]t\b", re.IGNORECASE
)


def commits(trigger: Trigger, holder: Draft, speaker: Draft, cast: Cast) -> bool:
    """Tell whether the speaker binds their own side: 'Iran will never give up, its president said'.

    What an office-holder says their state, government or people will not do, or threatens that it will do,
    is their own stance, on its behalf. A spokesman's word stays his side's.
    """
    if not speaker.is_person or holder.is_person or trigger.stance not in ("reject", "threaten"):
        return False
    words = {word for role in speaker.roles for word in role.split()}
    text = cast.resolver.text[trigger.start : trigger.end]
    vowed = trigger.rule == "modal-threat" or _NEVER.search(text) is not None
    if not vowed or not words or words & _RELAYING:
        return False
    return _own_side(trigger, holder, speaker, cast)


def _own_side(trigger: Trigger, holder: Draft, speaker: Draft, cast: Cast) -> bool:
    """Whether the holder is what the speaker heads: their state, their body, 'his administration'."""
    token = trigger.sentence.tokens[trigger.holder] if trigger.holder is not None else None
    owner = trigger.sentence.kid(token.i, "poss") if token is not None else None
    led = token is not None and token.lemma in _LED
    if owner is not None and owner.lower in ("his", "her"):
        return led
    if holder.name in speaker.bodies:
        return True
    country = cast.resolver._country_of(speaker)
    if country is None or not (holder.type in ("state", "government") or led):
        return False
    adjective = holder.name.split()[0].lower()
    return country in (holder.country, holder.name, places.ADJECTIVES.get(adjective))


_LED = frozenset(
    "government administration country nation party army force troop people side movement".split()
)
"""What one may head: 'his rivals' are another side."""
