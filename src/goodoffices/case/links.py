"""Links into the record, as ``SOURCE_ID/ITEM_ID``: where they stand, and whether they lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from goodoffices.errors import Fault, KeyPath, did_you_mean

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["Remark", "link_faults", "links_in"]


class Remark(Fault):
    """Something worth knowing that breaks nothing."""


def links_in(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield every link into the record in the data of a file, with its key path.

    >>> list(links_in({"votes": {"a": {"because": ["tass/p1", "charter-27"]}}}))
    [(('votes', 'a', 'because', 0), 'tass/p1')]
    """
    if isinstance(value, dict):
        pairs: Iterable[tuple[str | int, Any]] = value.items()
    else:
        pairs = enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        here = (*path, key)
        if key in ("because", "record") and isinstance(inner, list):
            for k, ref in enumerate(inner):
                if isinstance(ref, str) and "/" in ref:
                    yield (*here, k), ref
        else:
            yield from links_in(inner, here)


def link_faults(
    case: Case, refs: Iterable[str], where: KeyPath, *, first: int = 0
) -> Iterator[Fault]:
    """Yield what is wrong with links into the record; ``where`` is the list they stand in."""
    for k, ref in enumerate(refs, first):
        source, _, id_ = ref.partition("/")
        here = (*where, k)
        standing = case.standing(source)
        if standing == "missing":
            known = did_you_mean(source, case.source_ids)
            yield Fault(f"no source '{source}'; {known}", here)
            continue
        status = case.ids_in(source).get(id_)
        if status is None:
            broken = f"record/{source}.toml" in case.files.damage
            known = "its record is damaged" if broken else did_you_mean(id_, case.ids_in(source))
            yield Fault(f"no item '{id_}' in the record of {source}; {known}", here)
        elif status == "rejected":
            yield Fault(f"'{ref}' was rejected, so nothing can rest on it; take the link out", here)
        elif status == "proposed":
            yield Remark(f"nobody has confirmed '{ref}' yet", here)
