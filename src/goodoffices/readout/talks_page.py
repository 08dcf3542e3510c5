"""All of the talks on one page: every sheet with its drawings."""

from __future__ import annotations

import datetime

from goodoffices.readout.sheet import html_page
from goodoffices.readout.talks_commitments import calendar_sheet, commitments_sheet, evidence_sheet
from goodoffices.readout.talks_process import agenda_sheet, process_sheet
from goodoffices.readout.talks_texts import text_sheet
from goodoffices.readout.talks_triggers import triggers_sheet
from goodoffices.readout.talks_votes import votes_sheet
from goodoffices.readout.timeline import calendar_svg, commitments_svg
from goodoffices.talks.calendar import EVERYTHING, Stretch
from goodoffices.talks.talks import Talks
from goodoffices.talks.when import first, last

__all__ = ["around", "talks_page"]


def talks_page(talks: Talks) -> str:
    """Return the page: it needs nothing from elsewhere, no scripts, and prints."""
    sheets = []
    if talks.process is not None:
        sheets += [process_sheet(talks), agenda_sheet(talks)]
    sheets += [text_sheet(talks, id_) for id_, text in talks.texts.items() if text.versions]
    sheets += [votes_sheet(talks)] if talks.bodies else []
    sheets += [triggers_sheet(talks)] if talks.triggers else []
    if talks.commitments is not None:
        sheets.append(commitments_sheet(talks, commitments_svg(talks)))
    sheets += [calendar_sheet(talks, calendar_svg(talks, around(talks))), evidence_sheet(talks)]
    title = talks.process.title if talks.process else "The talks"
    return html_page(sheets, title)


def around(talks: Talks) -> Stretch:
    """Return the time around the rounds, which is what a drawing can show day by day."""
    rounds = [it.when for it in talks.process.rounds.values()] if talks.process else []
    if not rounds:
        return EVERYTHING
    weeks = datetime.timedelta(days=14)
    return Stretch(min(map(first, rounds)) - weeks, max(map(last, rounds)) + weeks)
