"""``goodoffices robustness``: in how many variants a state holds, and what it rests on."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from goodoffices.cli.changes import deliver_as, model_options, profile_of, state_of
from goodoffices.cli.models import Model, Names, load, note
from goodoffices.cli.progress import Bar, progress

if TYPE_CHECKING:
    from goodoffices.mediation import Robustness, Survey

__all__ = ["robustness"]

HELP = """Count in how many variants of the statements a state holds.

A variant drops a statement of one decision maker or swaps two neighbours: 2k - 1 variants for k statements.
Told are what breaks the STATE, the same counts for the other equilibria and the status quo, and what falls
where a piece of evidence is struck out. Without STATE: the status quo, or else every equilibrium. Counts of
variants are no chances.

\b
Examples:
  goodoffices robustness geneva-2014/council vote
  goodoffices robustness geneva-2014/council vote --changes 2
  goodoffices robustness dispute.toml sign --changes 5 --resume sweep.jsonl
  goodoffices robustness dispute.toml --changes 5 --scheduler tcp://node:8786

Larger sweeps run on all cores of this machine, or on the Dask cluster of --scheduler.
"""


@click.command(help=HELP, short_help="Count in how many variants a state holds.")
@click.argument("model", type=Model())
@click.argument("state", required=False)
@click.option(
    "--changes", type=click.IntRange(1), default=1, show_default=True, metavar="N",
    help="Variants of up to so many changes.",
)  # fmt: skip
@click.option(
    "--vary", type=Names(), multiple=True, metavar="ID",
    help="Only this decision maker's statements vary; may be given again.",
)  # fmt: skip
@click.option(
    "--resume", metavar="FILE",
    help="Keep finished parts in FILE, and go on from those that it holds.",
)  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(1), metavar="N",
    help="Processes to work on.  [default: one for each core]",
)  # fmt: skip
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Work on the Dask cluster at this address, tcp://HOST:PORT.",
)
@model_options
def robustness(
    model: str,
    state: str | None,
    changes: int,
    vary: tuple[tuple[str, ...], ...],
    resume: str | None,
    workers: int | None,
    scheduler: str | None,
    concepts: tuple[tuple[str, str], ...],
    reading: str | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Count variants."""
    from goodoffices.mediation import Survey, strike_out
    from goodoffices.readout.change_data import robustness_data
    from goodoffices.readout.change_text import robustness_text

    with progress(quiet) as bar:
        conflict = load(model, reading)
        asked = [] if state is None else [state_of(conflict, state)]
        profile = profile_of(conflict, concepts)
        analysis = conflict.analyse(progress=bar)
        names = [name for some in vary for name in some] or None
        survey = Survey.of(analysis, profile, changes, states=asked, vary=names)
        found = _run(survey, resume, workers, scheduler, bar, quiet)
        struck = strike_out(analysis, profile)
    shown = asked or sorted(found.now)[:_SHOWN] or list(found.watched)
    deliver_as(
        format_,
        lambda: robustness_data(found, shown, struck),
        lambda page: robustness_text(found, shown, struck, width=page.width, colour=page.colour),
        output,
        quiet,
    )


_SHOWN = 6  # equilibria told one by one where no state is named


def _run(
    survey: Survey,
    resume: str | None,
    workers: int | None,
    scheduler: str | None,
    bar: Bar,
    quiet: bool,
) -> Robustness:
    """Run a sweep where and as asked for, keeping finished parts in a file if one is named."""
    from goodoffices.cli.kept import Kept
    from goodoffices.cli.workers import executor_for

    with ExitStack() as stack:
        executor = None
        if scheduler is not None or survey.plan.parts > 1:
            executor = stack.enter_context(executor_for(workers, scheduler))
        if resume is None:
            return survey.run(executor, progress=bar)
        kept = stack.enter_context(Kept(resume, survey.fingerprint))
        if kept.parts:
            note(f"Resumed: {len(kept.parts)} of {survey.plan.parts} parts from {resume}", quiet)
        try:
            return survey.run(executor, done=kept.parts, on_part=kept.keep, progress=bar)
        except KeyboardInterrupt:
            note(f"Kept: {len(kept.parts)} of {survey.plan.parts} parts in {resume}", quiet)
            raise
