"""``goodoffices case new``, ``show`` and ``check``."""

from __future__ import annotations

from pathlib import Path

import click

from goodoffices.cli.case_options import (
    CaseName,
    opened,
    scope_options,
    show_sheet,
    shown_options,
)
from goodoffices.cli.models import note, quiet_option
from goodoffices.readout.plain import harmless

__all__ = ["check", "new", "show"]

NEW = """Make the folder of a new case.

FOLDER must be new or empty. Made are case.toml, with who works on the case and who may see what, and
record/actors.toml. Everything else is added as it comes. With --from a case
is copied whole, such as the bundled one.

\b
Examples:
  goodoffices case new dispute
  goodoffices case new dispute --title "The dam on the upper river"
  goodoffices case new geneva --from geneva-2014
"""


@click.command(help=NEW, short_help="Make the folder of a new case.")
@click.argument("folder")
@click.option(
    "--title", metavar="WORDS", help="What the case is called; the folder's name if not given."
)
@click.option("--from", "source", metavar="CASE", type=CaseName(), help="Copy this case.")
@quiet_option
def new(folder: str, title: str | None, source: str | None, quiet: bool) -> None:
    """Make a case."""
    from goodoffices.case import copy_case, new_case
    from goodoffices.cli.new import quoted
    from goodoffices.errors import UsageError

    if source is not None:
        if title:
            raise UsageError("a copy keeps its title; change it in case.toml")
        copy_case(opened(source), folder)
        note(f"Copied {source} to {folder}. Next: goodoffices case show {quoted(folder)}", quiet)
        return
    new_case(folder, title or Path(folder).resolve().name)
    note(f"Made {folder}. Next: goodoffices case add {quoted(folder)} REPORT", quiet)


SHOW = """Show what a case holds.

Listed are its sources, how much of their record has been confirmed, its conflict models with their readings,
its talks, and what is damaged. What a damaged file holds is left out; nothing else is.

\b
Examples:
  goodoffices case show dispute
  goodoffices case show dispute --as-of 2014-02-11
  goodoffices case show dispute --for public
"""


@click.command(help=SHOW, short_help="Show what a case holds.")
@click.argument("case", type=CaseName())
@scope_options
@shown_options
@click.pass_context
def show(
    ctx: click.Context,
    case: str,
    day: str | None,
    audience: str | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Show a case."""
    from goodoffices.readout.case_sheet import case_data, case_sheet

    found = opened(case, day, audience)
    sheet = case_sheet(found)
    show_sheet(sheet, lambda: case_data(found), format_, output, quiet)
    for error in found.damaged.values():
        click.echo(harmless(error), err=True)
    if found.damaged:
        ctx.exit(1)


CHECK = """List everything wrong with a case.

Every file is read and every link followed: passages against the text of their source, texts against their
sha256, links from models and talks into the record, ids, dates, labels. Each fault is told with file, line,
what was found and what was expected. Nothing is changed. Lines with "note:" are worth knowing and no faults.

\b
Example:
  goodoffices case check dispute
"""


@click.command(help=CHECK, short_help="List everything wrong with a case.")
@click.argument("case", type=CaseName())
@quiet_option
@click.pass_context
def check(ctx: click.Context, case: str, quiet: bool) -> None:
    """Check a case."""
    found = opened(case).check()
    faults = [finding for finding in found if finding.serious]
    for finding in found:
        if finding.serious or not quiet:
            click.echo(harmless(str(finding)), err=True)
    if faults:
        number = f"{len(faults)} fault{'s' if len(faults) > 1 else ''}"
        note(f"{case}: {number}.", quiet)
        ctx.exit(1)
    click.echo(harmless(f"{case}: nothing wrong"))
