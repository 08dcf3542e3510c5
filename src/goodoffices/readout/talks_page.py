"""All of the talks on one page: every sheet with its drawings."""

from __future__ import annotations

from goodoffices.readout.sheet import html_page
from goodoffices.readout.talks_commitments import calendar_sheet, commitments_sheet, evidence_sheet
from goodoffices.readout.talks_process import agenda_sheet, process_sheet
from goodoffices.readout.talks_texts import text_sheet
from goodoffices.readout.talks_triggers import triggers_sheet
from goodoffices.readout.talks_votes import votes_sheet
from goodoffices.readout.timeline import calendar_svg, commitments_svg
from goodoffices.talks.talks import Talks

__all__ = ["talks_page"]


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
    sheets += [calendar_sheet(talks, calendar_svg(talks)), evidence_sheet(talks)]
    title = talks.process.title if talks.process else "The talks"
    return html_page(sheets, title)
