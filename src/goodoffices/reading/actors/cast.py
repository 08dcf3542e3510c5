"""The actors of a report and who speaks each of its quotations."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reading.actors.bearers import Resolved
from goodoffices.reading.actors.resolve import Resolver
from goodoffices.reading.actors.roster import Roster
from goodoffices.reading.attributions.attribution import Attribution


@dataclass
class Cast:
    """The actors of a report and who speaks each attribution."""

    roster: Roster
    resolver: Resolver
    speakers: dict[int, Resolved]
    attributions: Sequence[Attribution] = ()
