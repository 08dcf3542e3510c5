"""``goodoffices analyse``: from a model to what would hold."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from goodoffices.cli.models import (
    Model,
    Names,
    load,
    note,
    output_option,
    quiet_option,
    sanctions_option,
)
from goodoffices.cli.output import deliver, page_for
from goodoffices.cli.progress import progress

if TYPE_CHECKING:
    from goodoffices.stability import Analysis, Concept
    from goodoffices.stability.values import Sanctions

__all__ = ["analyse"]

HELP = """Work out what would hold in a conflict.

MODEL is a conflict file, the name of a bundled conflict, or - for standard input. Shown are the answer
in words, the equilibria under five solution concepts (Nash, GMR, SMR, SEQ, SSEQ), who is stable where,
and what the status quo can lead to. Everything holds under the assumptions of the model only.

\b
Examples:
  goodoffices analyse geneva-2014/council
  goodoffices analyse geneva-2014/table --reading leading --concept SEQ
  goodoffices analyse dispute.toml --report dispute.html
  goodoffices analyse dispute.toml --format csv -o states.csv
  goodoffices analyse - --format json < dispute.toml
"""


@click.command(help=HELP, short_help="Work out what would hold in a conflict.")
@click.argument("model", type=Model())
@click.option("--reading", metavar="NAME", help="Take a rival reading kept in the model.")
@click.option(
    "--format", "format_", type=click.Choice(["table", "json", "csv", "markdown"]),
    default="table", show_default=True, metavar="FORM",
    help="table for people, json or csv for programs, markdown for papers.",
)  # fmt: skip
@click.option(
    "--concept", "concepts", type=Names(), multiple=True, metavar="NAME",
    help="Show this solution concept only (Nash, GMR, SMR, SEQ, SSEQ; worked out on request: SIM, SIM-FH); "
    "may be given again.",
)  # fmt: skip
@click.option(
    "--all", "every_state", is_flag=True, help="List every state, however many there are."
)
@sanctions_option
@output_option
@click.option("--report", metavar="FILE.html", help="Write the report, one HTML file, as well.")
@click.option(
    "--wanted", metavar="STATE",
    help="Tell in the report what would have to change for this state to hold.",
)  # fmt: skip
@quiet_option
def analyse(
    model: str,
    reading: str | None,
    format_: str,
    concepts: tuple[tuple[str, ...], ...],
    every_state: bool,
    sanctions: Sanctions,
    output: str | None,
    report: str | None,
    wanted: str | None,
    quiet: bool,
) -> None:
    """Analyse a model and show what came out."""
    from goodoffices.readout.tables import concepts_named
    from goodoffices.stability import analyse as work_out

    chosen = concepts_named(name for names in concepts for name in names)
    if wanted is not None and not report:
        raise click.UsageError("--wanted goes with --report; without it ask 'inverse' or 'hinges'")
    with progress(quiet) as bar:
        analysis = work_out(load(model, reading), bar, also=chosen, sanctions=sanctions)
        bar("laying out", 1.0)
        chunks = _laid_out(analysis, format_, chosen, every_state, output)
        if output not in (None, "-"):
            deliver(chunks, output)
        if report:
            _write_report(analysis, report, wanted)
    if output in (None, "-"):
        deliver(chunks, output)
    _notes(analysis, format_, every_state, output, report, quiet)


def _laid_out(
    analysis: Analysis,
    format_: str,
    concepts: tuple[Concept, ...],
    every_state: bool,
    output: str | None,
) -> Iterable[str]:
    """Return the result in the form asked for."""
    from goodoffices.readout import tables

    if format_ == "json":
        data = analysis.to_dict(every_state=every_state)
        plain = output in (None, "-") and "utf" not in (sys.stdout.encoding or "").lower()
        return tables.to_json(data, ascii_only=plain)
    if format_ == "csv":
        tables.refuse_if_long(analysis, every_state=every_state)
        return tables.to_csv(analysis, concepts, every_state=every_state)
    if format_ == "markdown":
        return list(tables.to_markdown(analysis, concepts, every_state=every_state))
    from goodoffices.readout.terminal import analysis_text

    page = page_for(output)
    text = analysis_text(
        analysis, concepts, every_state=every_state, width=page.width, colour=page.colour
    )
    return [text]


def _write_report(analysis: Analysis, path: str, wanted: str | None) -> None:
    from goodoffices.readout.report import write_report

    number = int(wanted) if wanted is not None and wanted.isdecimal() else wanted
    write_report(analysis, path, number)


def _notes(
    analysis: Analysis,
    format_: str,
    every_state: bool,
    output: str | None,
    report: str | None,
    quiet: bool,
) -> None:
    """Say on standard error what was left out and what was written where."""
    from goodoffices.stability.analysis import MOST_LISTED

    if format_ == "json" and analysis.states.count > MOST_LISTED and not every_state:
        note(
            f"Above {MOST_LISTED:,} states only the counts are written; --all writes the tables.",
            quiet,
        )
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)
    if report:
        note(f"Report: {report}", quiet)
