"""Ids for names that have none: readable, different from one another, stable for the same file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from goodoffices.statements import RESERVED

__all__ = ["ids_for"]

_LONGEST = 40


def ids_for(names: Iterable[str], what: str) -> list[str]:
    """Return an id for each name, ``what`` and its position where a name has no Latin letters.

    >>> ids_for(["Release water", "Release water", "3 dams", "Ja/Nein", "水", "or"], "option")
    ['release_water', 'release_water_2', 'option_3_dams', 'ja_nein', 'option_5', 'or_']
    """
    found: list[str] = []
    for position, name in enumerate(names, 1):
        base = _slug(name, what) or f"{what}_{position}"
        id_, count = base, 1
        while id_ in found:
            count += 1
            id_ = f"{base}_{count}"
        found.append(id_)
    return found


def _slug(name: str, what: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain)[:_LONGEST].strip("_")
    if slug and not slug[0].isalpha():
        slug = f"{what}_{slug}"
    return f"{slug}_" if slug in RESERVED else slug
