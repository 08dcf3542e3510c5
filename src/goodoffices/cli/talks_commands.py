"""The commands under ``goodoffices talks`` that show what is there."""

from __future__ import annotations

import datetime

import click

from goodoffices.cli.models import Names, note, output_option, quiet_option
from goodoffices.cli.output import deliver
from goodoffices.cli.talks_shared import Case, opened, shared, show, taken_as_day

__all__ = ["agenda", "calendar", "check", "commitments", "evidence", "page", "process"]

PROCESS = """Who takes part, mandates, rounds and meetings, questions and answers.

\b
Example:
  goodoffices talks process geneva-2014 --as-of 2014-02-11
"""


@click.command(
    help=PROCESS, short_help="Who takes part, mandates, meetings, questions and answers."
)
@shared
def process(
    case: str, day: datetime.date | None, format_: str, output: str | None, quiet: bool
) -> None:
    """Show the process."""
    from goodoffices.readout.talks_data import process_data
    from goodoffices.readout.talks_process import process_sheet

    seen = opened(case, day)
    show(process_sheet(seen), lambda: process_data(seen), format_, output, quiet)


AGENDA = """What is talked about in which order, and which side consents since when.

\b
Example:
  goodoffices talks agenda geneva-2014
"""


@click.command(help=AGENDA, short_help="What is talked about in which order, and who consents.")
@shared
def agenda(
    case: str, day: datetime.date | None, format_: str, output: str | None, quiet: bool
) -> None:
    """Show the agenda."""
    from goodoffices.readout.talks_data import agenda_data
    from goodoffices.readout.talks_process import agenda_sheet

    seen = opened(case, day)
    show(agenda_sheet(seen), lambda: agenda_data(seen), format_, output, quiet)


COMMITMENTS = """Who owes what to whom by when, what was observed of it, and rival counts side by side.

\b
Examples:
  goodoffices talks commitments geneva-2014
  goodoffices talks commitments geneva-2014 --as-of 2014-02-11 --svg homs.svg
"""


@click.command(help=COMMITMENTS, short_help="Who owes what, what was observed of it, rival counts.")
@shared
@click.option("--svg", metavar="FILE.svg", help="Draw the commitments over time as well.")
def commitments(
    case: str,
    svg: str | None,
    day: datetime.date | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Show commitments."""
    from goodoffices.readout.talks_commitments import commitments_sheet
    from goodoffices.readout.talks_data import commitments_data
    from goodoffices.readout.timeline import commitments_svg

    seen = opened(case, day)
    drawing = commitments_svg(seen) if svg or format_ == "html" else ""
    if svg:
        deliver([drawing], svg)
    sheet = commitments_sheet(seen, drawing if format_ == "html" else "")
    show(sheet, lambda: commitments_data(seen), format_, output, quiet)


CALENDAR = """Everything dated: what was planned, moved, held, and what lies ahead.

\b
Examples:
  goodoffices talks calendar geneva-2014 --as-of 2014-02-11 --from 2014-02-06
  goodoffices talks calendar geneva-2014 --kind meeting,vote --svg when.svg
"""


@click.command(
    help=CALENDAR, short_help="Everything dated: what was planned and what became of it."
)
@shared
@click.option(
    "--kind",
    "kinds",
    type=Names(),
    default=(),
    metavar="KIND",
    help="Only these kinds, with commas: round, meeting, agenda, question, event, text, vote, "
    "deadline, commitment.",
)
@click.option("--from", "start", metavar="DATE", callback=taken_as_day, help="From this day on.")
@click.option("--until", "end", metavar="DATE", callback=taken_as_day, help="Up to this day.")
@click.option("--svg", metavar="FILE.svg", help="Draw it as well.")  # fmt: skip
def calendar(
    case: str,
    kinds: tuple[str, ...],
    start: datetime.date | None,
    end: datetime.date | None,
    svg: str | None,
    day: datetime.date | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Show the calendar."""
    from goodoffices.errors import UsageError, did_you_mean
    from goodoffices.readout.talks_commitments import calendar_sheet
    from goodoffices.readout.talks_data import calendar_data
    from goodoffices.readout.timeline import calendar_svg
    from goodoffices.talks.calendar import KINDS, Stretch

    seen = opened(case, day)
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"no kind '{kind}'; {did_you_mean(kind, KINDS)}")
    what = Stretch(start, end, kinds)
    drawing = calendar_svg(seen, what) if svg or format_ == "html" else ""
    if svg:
        deliver([drawing], svg)
    sheet = calendar_sheet(seen, drawing if format_ == "html" else "", what)
    show(sheet, lambda: calendar_data(seen, what), format_, output, quiet)


EVIDENCE = """Where everything in the talks is written, and since when it is known.

\b
Example:
  goodoffices talks evidence geneva-2014 --as-of 2014-02-11
"""


@click.command(help=EVIDENCE, short_help="Where everything in the talks is written.")
@shared
def evidence(
    case: str, day: datetime.date | None, format_: str, output: str | None, quiet: bool
) -> None:
    """Show the evidence."""
    from goodoffices.readout.talks_commitments import evidence_sheet
    from goodoffices.readout.talks_data import plain

    seen = opened(case, day)
    data = {"as_of": plain(day), "evidence": plain(seen.evidence)}
    show(evidence_sheet(seen), lambda: data, format_, output, quiet)


PAGE = """All of the talks on one HTML page that reads offline: tables, drawings, sources.

\b
Example:
  goodoffices talks page geneva-2014 --as-of 2014-02-15 -o talks.html
"""


@click.command(help=PAGE, short_help="All of it on one page that reads offline.")
@click.argument("case", type=Case())
@click.option("--as-of", "day", metavar="DATE", callback=taken_as_day, help="As known on that day.")
@output_option
@quiet_option
def page(case: str, day: datetime.date | None, output: str | None, quiet: bool) -> None:
    """Write the page."""
    from goodoffices.readout.talks_page import talks_page

    deliver([talks_page(opened(case, day))], output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)


CHECK = """List everything wrong with the files of the talks, also against the models of the case.

\b
Example:
  goodoffices talks check geneva-2014
"""


@click.command(help=CHECK, short_help="List everything wrong with the files of the talks.")
@click.argument("case", type=Case())
def check(case: str) -> None:
    """Check the files of the talks."""
    from goodoffices.cli.talks_folder import models_of, open_talks
    from goodoffices.errors import TalksError
    from goodoffices.readout.plain import harmless

    seen = open_talks(case)
    faults = list(seen.model_faults(models_of(case)))
    if faults:
        raise TalksError(faults, f"{case}/talks")
    parts = [f"{len(seen.texts)} texts", f"{len(seen.evidence)} pieces of evidence"]
    if seen.commitments:
        parts.append(f"{len(seen.commitments.commitments)} commitments")
    click.echo(harmless(f"{case}: well formed: {', '.join(parts)}"))
