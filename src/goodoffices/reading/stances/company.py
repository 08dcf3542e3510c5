"""What a verb needs beside it to take a stance: "declined to comment" takes none.

One rule a verb, in three tables: :mod:`goodoffices.reading.stances.asking`,
:mod:`goodoffices.reading.stances.promising` and :mod:`goodoffices.reading.stances.siding`.
"""

from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances import asking, promising, siding
from goodoffices.reading.stances.asking import SHARED
from goodoffices.reading.stances.use import Reading, Rule, Use

ENDING = frozenset("call scrap cancel abandon terminate freeze postpone suspend".split())
"""Verbs that refuse only where what they end is shared with others."""
RULES: dict[str, Rule] = asking.RULES | promising.RULES | siding.RULES


_KEPT_UP = SHARED - {"meeting", "visit", "summit"}
"""What sides end to refuse it; a meeting may be called off for any reason."""


def of_talks(sentence: Sentence, token: Token) -> bool:
    """'called off the truce', 'scrapped the deal': what sides have with one another."""
    taken = sentence.kid(token.i, "dobj")
    off = next((k for k in sentence.kids(token.i, "prep") if k.lower == "off"), None)
    if taken is None and off is not None:
        taken = sentence.kid(off.i, "pobj")
    return taken is not None and taken.lemma in _KEPT_UP


def checked(sentence: Sentence, token: Token, stance: str) -> Reading:
    """Return what the verb says with what stands beside it; None where it takes no stance."""
    use = Use(sentence, token, stance)
    rule = RULES.get(token.lemma)
    return rule(use) if rule is not None else use.plain()
