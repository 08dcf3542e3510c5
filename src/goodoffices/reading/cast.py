"""The actors of a report and who speaks each of its quotations."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reading.actors import Roster
from goodoffices.reading.attribution import Attribution
from goodoffices.reading.bearers import Resolved
from goodoffices.reading.resolve import Resolver


@dataclass
class Cast:
    """The actors of a report and who speaks each attribution."""

    roster: Roster
    resolver: Resolver
    speakers: dict[int, Resolved]
    attributions: Sequence[Attribution] = ()
