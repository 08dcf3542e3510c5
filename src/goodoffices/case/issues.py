"""What positions are about: the same thing under different words, or its opposite.

Plain rules on words, to be checked by a person: two objects are about one issue where they share half of the
telling words of the shorter one. Verbs that are each other's opposites, such as keeping and ceding, turn the
issue round. Nothing here understands what it reads; it saves typing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from goodoffices.statements import RESERVED

__all__ = ["identifier", "opposed", "same_issue", "telling", "turned", "unwrapped"]

_SMALL = frozenset(
    "a an the any all this that these those it its their his her our your my of to for from in on at by with "
    "about into over under as and or but not no nor if then than be is are was were been being have has had "
    "do does did will would shall should can could may might must which who whom whose what when where while "
    "such some other idea notion concept principle possibility proposal proposals plan call calls involves "
    "involve calling previously agreed-upon agreed president prime minister mr mrs ms also only just "
    "so".split()
)
_WIDEST = 22  # characters of an id that still fits into tables
_OPPOSITES = (
    (
        "retain keep stay remain hold cling",
        "cede leave resign relinquish surrender depart abdicate quit",
    ),
    ("open lift end stop cease", "close impose start begin continue"),
    ("accept sign join adopt", "refuse reject boycott block veto"),
    ("build", "halt suspend"),
)
_TURNS = {
    word: side for pair in _OPPOSITES for side, words in enumerate(pair) for word in words.split()
}
_TIED = re.compile(r"^(?:to|that|of|from|on|for|as|with) ", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:for |to )?(?:the |any |a |an )?(?:idea|notion|concept|possibility|principle|suggestion|proposal)"
    r" (?:of|that) ",
    re.IGNORECASE,
)


def unwrapped(text: str) -> str:
    """Return what a phrase is about, without the noun that wraps it or the word that ties it on.

    >>> unwrapped("the notion that Assad might cede power"), unwrapped("to  sign")
    ('Assad might cede power', 'sign')
    """
    return _TIED.sub("", _LEAD.sub("", " ".join(text.split())))


def telling(text: str) -> frozenset[str]:
    """Return the words of a phrase that tell what it is about, in a plain form.

    >>> sorted(telling("any peace deal that involves President Bashar al-Assad retaining power"))
    ['assad', 'bashar', 'deal', 'peace', 'power', 'retain']
    """
    words = re.findall(r"[^\W_]+(?:[.'’-][^\W_]+)*", text.lower())
    plain = (_plain(word) for word in words if word not in _SMALL)
    return frozenset(word for word in plain if word and word not in _SMALL)


def _plain(word: str) -> str:
    word = re.sub(r"['’]s$", "", word).removeprefix("al-").replace(".", "")
    for ending, least in (("ing", 5), ("ed", 5), ("es", 5), ("s", 4)):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= least - 1 and not word.endswith("ss"):
            known = next((it for it in (stem, f"{stem}e", word) if it in _TURNS), None)
            return known or (stem if ending == "s" else word)
    return word


def turned(text: str) -> int | None:
    """Return which side of a pair of opposites a phrase is on, or None.

    >>> turned("Assad retaining power"), turned("Assad might cede power"), turned("a draft")
    (0, 1, None)
    """
    sides = {_TURNS[word] for word in telling(text) if word in _TURNS}
    return sides.pop() if len(sides) == 1 else None


def same_issue(one: str, other: str) -> bool:
    """Tell whether two phrases seem to be about one thing.

    >>> same_issue("any deal that involves Assad retaining power", "the notion that Assad might cede power")
    True
    >>> same_issue("the Homs aid deal", "a transitional government")
    False
    """
    first, second = telling(one), telling(other)
    if not first or not second:
        return False
    return len(first & second) / min(len(first), len(second)) >= 0.5


def opposed(one: str, other: str) -> bool:
    """Tell whether two phrases are on opposite sides of a pair of opposites.

    >>> opposed("Assad might cede power", "Assad retaining power"), opposed("a vote", "the vote")
    (True, False)
    """
    own, its = turned(one), turned(other)
    return own is not None and its is not None and own != its


def identifier(text: str, taken: Iterable[str], otherwise: str = "option") -> str:
    """Return an id for statements, made of the first telling words.

    >>> identifier("open the border crossings", [])
    'open_border_crossing'
    >>> identifier("a vote", ["vote"])
    'vote_2'
    """
    words = re.findall(r"[^\W_]+(?:[.'’-][^\W_]+)*", text.lower())
    kept = [re.sub(r"[^a-z0-9]", "", _plain(word)) for word in words if word not in _SMALL]
    base = _short([word for word in kept if word])
    if not base or not base[0].isalpha() or base in RESERVED:
        base = f"{otherwise}_{base}".strip("_")
    known, number, found = set(taken), 1, base
    while found in known:
        number += 1
        found = f"{base}_{number}"
    return found


def _short(words: list[str]) -> str:
    """Return the first words, three at most, as many as make a short id."""
    base = ""
    for word in words[:3]:
        if base and len(base) + len(word) > _WIDEST:
            break
        base = f"{base}_{word}".strip("_")
    return base[:40]
