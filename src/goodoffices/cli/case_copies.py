"""Whose text a new source of a case repeats, and who in the case repeats its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from goodoffices.errors import GoodOfficesError

if TYPE_CHECKING:
    from goodoffices.case import Case, SourceCard

__all__ = ["Alike", "alike"]


class Alike(NamedTuple):
    """A source of a case in which a text's own words stand, too; ``later``: it was published after it."""

    source: SourceCard
    share: float
    later: bool


def alike(case: Case, text: str, published: str | None) -> list[Alike]:
    """Return the sources whose own words a text repeats, the nearest first, copies after their origins."""
    from goodoffices.reading.copies import COPY_SHARE, may_share, runs_of_text, shared

    runs, found = runs_of_text(text), []
    for source in case.sources:
        try:
            other = case.text(source.id)
        except GoodOfficesError:  # a damaged source is no reason not to add another one
            continue
        share = shared(runs, runs_of_text(other)) if may_share(runs, other) else 0.0
        if share >= COPY_SHARE:
            found.append(Alike(source, share, _later(source.published, published)))
    return sorted(found, key=lambda it: (-round(it.share, 2), it.source.copy_of is not None))


def _later(one: str | None, other: str | None) -> bool:
    from goodoffices.talks.when import last

    return bool(one and other) and last(str(one)) > last(str(other))
