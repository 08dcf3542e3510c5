"""What a readout takes from the talks: who takes part, what happened, where the sides stand on the agenda."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from goodoffices.readout.brief.material import Consent, Happening, Issue, Part
from goodoffices.talks.agenda import current
from goodoffices.talks.calendar import calendar
from goodoffices.talks.process import AgendaItem, Order
from goodoffices.talks.talks import Talks

__all__ = ["agenda", "evidence_of", "happenings", "parts"]


def parts(talks: Talks) -> Mapping[str, tuple[Part, str, str, tuple[str, ...]]]:
    """Return actor id to its part in the talks, its name, why it is absent, and whom it backs."""
    if talks.process is None:
        return {}
    return {
        id_: (it.part, it.name, it.why, it.backs) for id_, it in talks.process.participants.items()
    }


def happenings(talks: Talks, day: datetime.date | None) -> tuple[Happening, ...]:
    """Return everything dated in the talks, in order of time."""
    return tuple(
        Happening(
            when=it.when,
            what=f"{it.text}: {it.became}" if it.became else it.text,
            kind=f"{it.kind}, ahead" if it.ahead else it.kind,
            refs=_refs(talks, it.because),
        )
        for it in calendar(talks, day)
    )


def agenda(talks: Talks) -> tuple[Issue, ...]:
    """Return the agenda and the orders proposed, with where each side last stood."""
    if talks.process is None:
        return ()
    things: list[AgendaItem | Order] = [
        *talks.process.agenda.values(),
        *talks.process.orders.values(),
    ]
    return tuple(
        Issue(
            text=it.text,
            consents=tuple(
                Consent(by=by, stance=c.stance, when=c.when, refs=_refs(talks, c.because))
                for by, c in current(it.consents, talks.day).items()
            ),
            refs=_refs(talks, it.because),
        )
        for it in things
    )


def evidence_of(talks: Talks) -> dict[str, str]:
    """Return reference to citation, for evidence of the talks that leads to no item of the record."""
    return {
        _own(id_): it.citation + (f": “{it.quote}”" if it.quote else "")
        for id_, it in talks.evidence.items()
        if not it.record
    }


def _own(id_: str) -> str:
    return f"talks/evidence/{id_}"


def _refs(talks: Talks, because: Iterable[str]) -> tuple[str, ...]:
    """Return what evidence leads to: items of the record, or itself where it leads to none."""
    found: list[str] = []
    for id_ in because:
        entry = talks.evidence.get(id_)
        if entry is None:
            found.append(id_)
        else:
            found += entry.record or (_own(id_),)
    return tuple(dict.fromkeys(found))
