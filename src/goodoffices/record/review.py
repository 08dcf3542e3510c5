"""What people decide about proposals: confirm, edit, reject; who and when stay on the item."""

from dataclasses import replace
from typing import Any, TypeVar

from goodoffices.record.model import KINDS, STATUSES, Decided, Proposal, Record

Item = TypeVar("Item", bound=Proposal)


def decide(item: Item, status: str, by: str, at: str, **changes: Any) -> Item:
    """Return the item with a person's decision; changes make it ``edited``.

    An earlier decision is kept among the item's ``decisions``.
    ``at`` is an ISO 8601 time, given by the caller. Raises ValueError for an unknown status, for
    changes without ``edited``, and where nobody is named: only a person can decide.
    """
    if status not in STATUSES or status == "proposed":
        raise ValueError(
            f"status {status!r} is no decision; expected confirmed, edited or rejected"
        )
    if not by.strip():
        raise ValueError("a decision needs the name of the person who made it")
    if bool(changes) != (status == "edited"):
        raise ValueError("changes go with the status 'edited', and 'edited' with changes")
    earlier = item.decisions
    if item.status != "proposed":
        earlier += (Decided(item.status, item.by or "?", item.at),)
    return replace(item, status=status, by=by, at=at, decisions=earlier, **changes)


def decide_in(
    record: Record, item_id: str, status: str, by: str, at: str, **changes: Any
) -> Record:
    """Return the record with one item decided; raise KeyError where no item has this id."""
    for kind in KINDS:
        items: tuple[Any, ...] = getattr(record, kind)
        if any(item.id == item_id for item in items):
            done = tuple(
                decide(i, status, by, at, **changes) if i.id == item_id else i for i in items
            )
            return replace(record, **{kind: done})  # type: ignore[arg-type]
    raise KeyError(f"no item {item_id!r} in this record")


def waiting(record: Record) -> list[Proposal]:
    """Return the items nobody has decided yet, the least certain first."""
    items: list[Proposal] = [i for kind in KINDS for i in getattr(record, kind)]
    return sorted((i for i in items if i.status == "proposed"), key=lambda i: i.score)
