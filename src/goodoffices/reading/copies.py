"""Who repeats whose text: passages of one report that stand nearly word for word in another.

Quoted speech is left out: two reporters at one press conference write down the same words.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from goodoffices.reading.text.body import find_body
from goodoffices.reading.text.marks import find_quotes
from goodoffices.reading.text.paragraphs import find_paragraphs

__all__ = ["COPY_SHARE", "Runs", "may_share", "own_runs", "runs_of_text", "shared"]

SHINGLE = 6
COPY_SHARE = 0.3
_FEWEST = 5  # runs of words below which a text is too short to tell whose it is

Runs: TypeAlias = set[tuple[str, ...]]
"""Every run of six words of a text."""


def own_runs(text: str, body: Sequence[tuple[int, int]], quoted: Iterable[tuple[int, int]]) -> Runs:
    """Return the runs of words that are the reporter's own: of the body, outside what is quoted."""
    quotes = sorted(quoted)
    kept = []
    for low, high in body:
        at = low
        for start, end in (q for q in quotes if low <= q[0] < high):
            kept.append(text[at:start])
            at = max(at, end)
        kept.append(text[at:high])
    words = re.findall(r"[\w']+", " ".join(kept).lower())
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def runs_of_text(text: str) -> Runs:
    """Return the reporter's own runs of words of an unread text; its marks tell what is quoted."""
    body = find_body(text).keep
    quotes = find_quotes(text, find_paragraphs(text, body))
    return own_runs(text, body, [(it.start, it.end) for it in quotes])


def may_share(runs: Runs, text: str) -> bool:
    """Tell, at a tenth of the cost, whether `shared` can find anything of some runs in a text."""
    return not runs.isdisjoint(own_runs(text, [(0, len(text))], ()))


def shared(one: Runs, other: Runs) -> float:
    """Return which part of the shorter text's own words stands in the other one, too; 0 for a few words.

    From `COPY_SHARE` on the one repeats the other.
    """
    least = min(len(one), len(other))
    return len(one & other) / least if least >= _FEWEST else 0.0
