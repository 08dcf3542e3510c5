"""Who may see what: labels, audiences, and what is derived from labelled things.

A label names the narrowest circle that may see something. The mediator sees everything; the team sees what
is public, its own and what parties gave it in confidence; a party sees what is public and what is labelled
for that party only; the public sees what is public. ``case.toml`` can define further audiences by the labels
they see. What is derived from several things may be seen by those who may see all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goodoffices.case.shapes import Audience, is_label
from goodoffices.errors import UsageError, did_you_mean

__all__ = ["CLOSED", "EVERYONE", "Sight", "sight_of"]

CLOSED = "mediator"
"""The label of what cannot be read: nobody else sees it."""


@dataclass(frozen=True)
class Sight:
    """What an audience may see: the labels, with ``party:*`` for those of every party.

    >>> team = Sight("team", frozenset({"public", "team", "party:*"}))
    >>> team.sees("party:government"), team.sees("mediator")
    (True, False)
    """

    name: str
    labels: frozenset[str]

    def sees(self, *labels: str) -> bool:
        """Tell whether everything with these labels may be seen."""
        return all(self._one(label) for label in labels)

    def _one(self, label: str) -> bool:
        if label.startswith("party:") and "party:*" in self.labels:
            return True
        return label in self.labels


EVERYONE: Mapping[str, Sight] = {
    "mediator": Sight("mediator", frozenset({"public", "team", "party:*", "mediator"})),
    "team": Sight("team", frozenset({"public", "team", "party:*"})),
    "public": Sight("public", frozenset({"public"})),
}
"""The audiences every case has, beside each party's own."""


def sight_of(
    audience: str, defined: Mapping[str, Audience], actors: Iterable[str] | None = None
) -> Sight:
    """Return what an audience may see.

    Parameters
    ----------
    audience : ``mediator``, ``team``, ``public``, ``party:ACTOR_ID``, or one that the case defines.
    defined : the audiences of ``case.toml``.
    actors : the known actors; None where they are not to be checked.

    Raises
    ------
    UsageError
        where there is no such audience.

    >>> sight_of("party:russia", {}).sees("public", "party:russia"), sight_of("public", {}).sees("team")
    (True, False)
    """
    if audience in defined:
        return Sight(audience, frozenset(defined[audience].sees))
    if audience in EVERYONE:
        return EVERYONE[audience]
    if audience.startswith("party:") and is_label(audience):
        party = audience.removeprefix("party:")
        if actors is not None and party not in set(actors):
            raise UsageError(
                f"no actor '{party}', so no audience '{audience}'; {did_you_mean(party, actors)}"
            )
        return Sight(audience, frozenset({"public", audience}))
    known = [*EVERYONE, *defined, "party:ACTOR_ID"]
    raise UsageError(f"no audience '{audience}'; {did_you_mean(audience, known)}")
