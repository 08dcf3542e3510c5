"""Who only passes words on: '…, the minister said, the IRNA agency reported'."""

import re

from goodoffices.reading.attributions.said import Attribution
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import cues as words
from goodoffices.reading.english import roles


def without_relays(found: list[Attribution]) -> list[Attribution]:
    """'…, the minister said, the IRNA agency reported': who passes words on is not who spoke."""
    kept = []
    for item in found:
        others = [it for it in found if it is not item]
        told = {f for it in others if it.cue is not None for f in it.fragments}
        if not any(_relays(item, other, told) for other in others):
            kept.append(item)
    return kept


def _relays(item: Attribution, other: Attribution, told: set[tuple[int, int]]) -> bool:
    """Whether ``item`` passes on the words of ``other``; ``told`` is what all others with a cue tell."""
    according = item.cue is not None and item.cue.form == "according"
    if item.direct and according and set(item.direct) <= set(other.direct):
        return True  # '“…,” the envoy said, according to a newspaper'
    if (
        item.direct
        or item.rule not in ("clause-left", "according-to")
        or other.cue is None
        or other.source is None
    ):
        return False
    (start, end) = item.fragments[0]
    cue_at = other.sentence.tokens[other.cue.i].start
    if not start <= cue_at < end or item.cue is None:
        return False
    if other.direct and not any(s < end and start < e for s, e in other.fragments):
        return True  # '“…,” she said on arrival, Interfax reported'
    inner = sum(max(0, min(end, e) - max(start, s)) for s, e in told)
    return (
        inner * 3 >= (end - start)
        and item.cue.lemma in ("report", "according", "quote", "say")
        and (item.cue.lemma in ("report", "quote") or _passes_on(item))
    )


def _passes_on(item: Attribution) -> bool:
    """Whether the one who says it is no person: an agency, a paper, a document."""
    if item.source is None:
        return True
    named = item.sentence.words(item.source.low, item.source.high).lower()
    head = item.sentence.tokens[item.source.head]
    return (
        head.lower in body_words.PRESS
        or head.lemma in words.DOCUMENTS
        or any(re.search(rf"\b{re.escape(key)}\b", named) for key in roles.MEDIA)
        or any(re.search(rf"\b{re.escape(key)}\b", named) for key in roles.WIRE_AGENCIES)
    )
