"""``goodoffices talks texts``, ``votes`` and ``triggers``: what is weighed, and run on models."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.talks_shared import opened, shared, show

if TYPE_CHECKING:
    from goodoffices.readout.sheet import Sheet
    from goodoffices.talks.talks import Talks

__all__ = ["texts", "triggers", "votes"]

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
@shared
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
    seen = opened(case, day)
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
    show(sheet, make, format_, output, quiet)


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
@shared
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

    seen = opened(case, day)
    if model:
        from goodoffices.cli.talks_folder import models_of

        models = dict(models_of(case))
        sheet = decision_sheet(seen, models)
        show(sheet, lambda: decision_data(seen, models), format_, output, quiet)
        return
    known = seen.bodies.votes if seen.bodies else {}
    if vote is not None and vote not in known:
        raise UsageError(f"no vote '{vote}'; {did_you_mean(vote, known)}")
    show(votes_sheet(seen, vote), lambda: votes_data(seen, vote), format_, output, quiet)


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
@shared
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

    seen = opened(case, day)
    if run is None:
        show(triggers_sheet(seen), lambda: triggers_data(seen), format_, output, quiet)
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
    show(run_sheet(seen, run, found), lambda: run_data(run, found), format_, output, quiet)
