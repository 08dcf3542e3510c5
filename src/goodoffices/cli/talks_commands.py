"""The commands under ``goodoffices talks``."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from goodoffices.cli.models import Names, note, output_option, quiet_option
from goodoffices.cli.output import deliver, page_for

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from goodoffices.readout.sheet import Sheet
    from goodoffices.talks.talks import Talks

__all__ = [
    "agenda", "calendar", "check", "commitments", "evidence", "page", "process", "texts", "triggers",
    "votes",
]  # fmt: skip

F = TypeVar("F", bound=Callable[..., Any])


class Case(click.ParamType[str]):
    """A case as people name it; completes folders and bundled names."""

    name = "case"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer bundled names that begin like this, and folders."""
        from click.shell_completion import CompletionItem

        from goodoffices.cli.talks_folder import bundled

        names = [CompletionItem(name) for name in bundled() if name.startswith(incomplete)]
        return [*names, CompletionItem(incomplete, type="dir")]


def _day(ctx: click.Context, _: click.Parameter, value: str | None) -> datetime.date | None:
    if value is None or ctx.resilient_parsing:
        return None
    from goodoffices.talks.when import day_of

    return day_of(value)


def _shared(command: F) -> F:
    """Add what every command here takes."""
    for add in (
        quiet_option,
        output_option,
        click.option(
            "--format", "format_", type=click.Choice(["table", "json", "markdown", "html"]),
            default="table", show_default=True, metavar="FORM",
            help="table for people, json for programs, markdown or html for papers and pages.",
        ),
        click.option(
            "--as-of", "day", metavar="DATE", callback=_day,
            help="As known on that day: what became known later is left out.",
        ),
        click.argument("case", type=Case()),
    ):  # fmt: skip
        command = add(command)
    return command


def _open(case: str, day: datetime.date | None) -> Talks:
    from goodoffices.cli.talks_folder import open_talks

    return open_talks(case).as_of(day)


def _show(
    sheet: Sheet, data: Callable[[], Any], format_: str, output: str | None, quiet: bool
) -> None:
    deliver(_laid_out(sheet, data, format_, output), output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)


def _laid_out(
    sheet: Sheet, data: Callable[[], Any], format_: str, output: str | None
) -> Iterable[str]:
    from goodoffices.readout import sheet as forms

    if format_ == "json":
        from goodoffices.readout.tables import to_json

        ascii_only = output in (None, "-") and "utf" not in (sys.stdout.encoding or "").lower()
        return to_json(data(), ascii_only=ascii_only)
    if format_ == "html":
        return [forms.html_page([sheet], sheet.title)]
    if format_ == "markdown":
        return [forms.markdown(sheet)]
    place = page_for(output)
    return [forms.text(sheet, width=place.width, colour=place.colour)]


PROCESS = """Who takes part, mandates, rounds and meetings, questions and answers.

\b
Example:
  goodoffices talks process geneva-2014 --as-of 2014-02-11
"""


@click.command(
    help=PROCESS, short_help="Who takes part, mandates, meetings, questions and answers."
)
@_shared
def process(
    case: str, day: datetime.date | None, format_: str, output: str | None, quiet: bool
) -> None:
    """Show the process."""
    from goodoffices.readout.talks_data import process_data
    from goodoffices.readout.talks_process import process_sheet

    seen = _open(case, day)
    _show(process_sheet(seen), lambda: process_data(seen), format_, output, quiet)


AGENDA = """What is talked about in which order, and which side consents since when.

\b
Example:
  goodoffices talks agenda geneva-2014
"""


@click.command(help=AGENDA, short_help="What is talked about in which order, and who consents.")
@_shared
def agenda(
    case: str, day: datetime.date | None, format_: str, output: str | None, quiet: bool
) -> None:
    """Show the agenda."""
    from goodoffices.readout.talks_data import agenda_data
    from goodoffices.readout.talks_process import agenda_sheet

    seen = _open(case, day)
    _show(agenda_sheet(seen), lambda: agenda_data(seen), format_, output, quiet)


TEXTS = """Drafts and agreements: versions, differences, readings, criticisms, matrix.

Without TEXT: all texts. With TEXT: its clauses as they stand, what each side takes them to mean.

\b
Examples:
  goodoffices talks texts geneva-2014
  goodoffices talks texts geneva-2014 aid-draft --diff first blue
  goodoffices talks texts geneva-2014 aid-draft --matrix
  goodoffices talks texts geneva-2014 communique-2012 --run
"""


@click.command(
    help=TEXTS, short_help="Drafts and agreements: versions, differences, readings, matrix."
)
@_shared
@click.argument("text", required=False)
@click.option(
    "--diff", nargs=2, metavar="OLD NEW", help="What changed between two versions, by clause."
)
@click.option("--matrix", is_flag=True, help="The agreement matrix: clause by side.")
@click.option("--run", is_flag=True, help="What would hold under each reading of a clause.")
@click.pass_context
def texts(
    ctx: click.Context,
    case: str,
    text: str | None,
    diff: tuple[str, str] | None,
    matrix: bool,
    run: bool,
    day: datetime.date | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Show texts."""
    from goodoffices.readout import talks_data as data
    from goodoffices.readout import talks_texts as sheets

    if text is None and (diff or matrix or run):
        raise click.UsageError("name the text as well: goodoffices talks texts CASE TEXT …", ctx)
    seen = _open(case, day)
    if text is None:
        sheet, make = sheets.texts_sheet(seen), lambda: data.texts_data(seen)
    elif run:
        sheet, make = _run_readings(case, seen, text)
    elif diff:
        sheet = sheets.diff_sheet(seen, text, *diff)
        make = lambda: data.diff_data(seen, text, *diff)  # noqa: E731
    elif matrix:
        sheet, make = sheets.matrix_sheet(seen, text), lambda: data.matrix_data(seen, text)
    else:
        sheet, make = sheets.text_sheet(seen, text), lambda: data.texts_data(seen, text)
    _show(sheet, make, format_, output, quiet)


def _run_readings(case: str, seen: Talks, name: str) -> tuple[Sheet, Callable[[], Any]]:
    """Analyse each reading of a clause as its own model."""
    from goodoffices.cli.talks_folder import models_of
    from goodoffices.readout.talks_readings import readings_data, readings_sheet, run_readings
    from goodoffices.readout.talks_texts import text_named

    found = run_readings(text_named(seen, name), models_of(case))
    return readings_sheet(seen, name, found), lambda: readings_data(name, found)


VOTES = """How bodies decide, how each vote is expected to go and why, what came out, what turns it.

\b
Examples:
  goodoffices talks votes geneva-2014
  goodoffices talks votes geneva-2014 aid-draft --as-of 2014-02-11
  goodoffices talks votes geneva-2014 --model
"""


@click.command(
    help=VOTES, short_help="How bodies decide, what is expected of a draft, what turns it."
)
@_shared
@click.argument("vote", required=False)
@click.option(
    "--model", is_flag=True,
    help="Each body's decision as a derived proposition to paste, compared with the model's.",
)  # fmt: skip
def votes(
    case: str,
    vote: str | None,
    model: bool,
    day: datetime.date | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Show votes."""
    from goodoffices.errors import UsageError, did_you_mean
    from goodoffices.readout.talks_data import votes_data
    from goodoffices.readout.talks_votes import decision_data, decision_sheet, votes_sheet

    seen = _open(case, day)
    if model:
        from goodoffices.cli.talks_folder import models_of

        models = dict(models_of(case))
        sheet = decision_sheet(seen, models)
        _show(sheet, lambda: decision_data(seen, models), format_, output, quiet)
        return
    known = seen.bodies.votes if seen.bodies else {}
    if vote is not None and vote not in known:
        raise UsageError(f"no vote '{vote}'; {did_you_mean(vote, known)}")
    _show(votes_sheet(seen, vote), lambda: votes_data(seen, vote), format_, output, quiet)


TRIGGERS = """Deadlines with a consequence: what the text says beside what is said of it.

With --run: what would hold before, at and after the deadline under each reading, worked out on the conflict
model that the trigger names.

\b
Examples:
  goodoffices talks triggers geneva-2014
  goodoffices talks triggers geneva-2014 --run two_weeks
"""


@click.command(
    help=TRIGGERS,
    short_help="Deadlines with a consequence, and what would hold under each reading.",
)
@_shared
@click.option("--run", metavar="TRIGGER", help="Work out what would hold under each reading.")
def triggers(
    case: str,
    run: str | None,
    day: datetime.date | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Show triggers."""
    from goodoffices.readout.talks_data import run_data, trigger_named, triggers_data
    from goodoffices.readout.talks_triggers import run_sheet, triggers_sheet

    seen = _open(case, day)
    if run is None:
        _show(triggers_sheet(seen), lambda: triggers_data(seen), format_, output, quiet)
        return
    from goodoffices.case.triggers import simulate
    from goodoffices.cli.progress import progress
    from goodoffices.cli.talks_folder import model_named
    from goodoffices.errors import UsageError

    trigger = trigger_named(seen, run)
    if trigger.model is None:
        raise UsageError(f"the trigger '{run}' has no model; add [triggers.{run}.model]")
    with progress(quiet) as bar:
        found = simulate(trigger, model_named(case, trigger.model.conflict), bar)
    _show(run_sheet(seen, run, found), lambda: run_data(run, found), format_, output, quiet)


COMMITMENTS = """Who owes what to whom by when, what was observed of it, and rival counts side by side.

\b
Examples:
  goodoffices talks commitments geneva-2014
  goodoffices talks commitments geneva-2014 --as-of 2014-02-11 --svg homs.svg
"""


@click.command(help=COMMITMENTS, short_help="Who owes what, what was observed of it, rival counts.")
@_shared
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

    seen = _open(case, day)
    drawing = commitments_svg(seen) if svg or format_ == "html" else ""
    if svg:
        deliver([drawing], svg)
    sheet = commitments_sheet(seen, drawing if format_ == "html" else "")
    _show(sheet, lambda: commitments_data(seen), format_, output, quiet)


CALENDAR = """Everything dated: what was planned, moved, held, and what lies ahead.

\b
Examples:
  goodoffices talks calendar geneva-2014 --as-of 2014-02-11 --from 2014-02-06
  goodoffices talks calendar geneva-2014 --kind meeting,vote --svg calendar.svg
"""


@click.command(
    help=CALENDAR, short_help="Everything dated: what was planned and what became of it."
)
@_shared
@click.option(
    "--kind",
    "kinds",
    type=Names(),
    default=(),
    metavar="KIND",
    help="These kinds only: round, meeting, agenda, question, event, text, vote, deadline, "
    "commitment.",
)
@click.option("--from", "start", metavar="DATE", callback=_day, help="From this day on.")
@click.option("--until", "end", metavar="DATE", callback=_day, help="Up to this day.")
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
    from goodoffices.readout.talks_commitments import calendar_sheet
    from goodoffices.readout.talks_data import calendar_data
    from goodoffices.readout.timeline import calendar_svg
    from goodoffices.talks.calendar import Stretch

    seen = _open(case, day)
    what = Stretch(start, end, kinds)
    drawing = calendar_svg(seen, what) if svg or format_ == "html" else ""
    if svg:
        deliver([drawing], svg)
    sheet = calendar_sheet(seen, drawing if format_ == "html" else "", what)
    _show(sheet, lambda: calendar_data(seen, what), format_, output, quiet)


EVIDENCE = """Where everything in the talks is written, and since when it is known.

\b
Example:
  goodoffices talks evidence geneva-2014 --as-of 2014-02-11
"""


@click.command(help=EVIDENCE, short_help="Where everything in the talks is written.")
@_shared
def evidence(
    case: str, day: datetime.date | None, format_: str, output: str | None, quiet: bool
) -> None:
    """Show the evidence."""
    from goodoffices.readout.talks_commitments import evidence_sheet
    from goodoffices.readout.talks_data import plain

    seen = _open(case, day)
    data = {"as_of": plain(day), "evidence": plain(seen.evidence)}
    _show(evidence_sheet(seen), lambda: data, format_, output, quiet)


PAGE = """All of the talks on one HTML page that reads offline: tables, drawings, sources.

\b
Example:
  goodoffices talks page geneva-2014 --as-of 2014-02-15 -o talks.html
"""


@click.command(help=PAGE, short_help="All of it on one page that reads offline.")
@click.argument("case", type=Case())
@click.option("--as-of", "day", metavar="DATE", callback=_day, help="As known on that day.")
@output_option
@quiet_option
def page(case: str, day: datetime.date | None, output: str | None, quiet: bool) -> None:
    """Write the page."""
    from goodoffices.readout.talks_page import talks_page

    deliver([talks_page(_open(case, day))], output)
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
