"""``goodoffices readout``: a report of a case for a named audience."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.case_options import CaseName
from goodoffices.cli.models import note, quiet_option
from goodoffices.cli.output import deliver_bytes

if TYPE_CHECKING:
    from goodoffices.case import Case
    from goodoffices.readout.document.files import Format

__all__ = ["readout"]

HELP = """Write a readout of a case for a named audience.

In it: what happened, who takes part, who stands where, what would hold and what would have to change, what
each conclusion rests on down to the words of a source, how much of each side is on record, and everything
that is assumed. Nothing in it is outside what the audience may see; a conclusion that rests on something
hidden is left out, and the readout says so. HTML, PDF and Word hold the same words.

AUDIENCE is public, team, mediator, party:ACTOR_ID, or one that case.toml defines, such as principal. Every
readout is noted in the case's audit.jsonl before it is written.

\b
Examples:
  goodoffices readout dispute --for mediator -o readout.html
  goodoffices readout dispute --for public -o readout.pdf --as-of 2014-02-11
  goodoffices readout dispute --for party:russia --format docx -o russia.docx
"""


@click.command(help=HELP, short_help="Write a report of a case for a named audience.")
@click.argument("case", type=CaseName())
@click.option(
    "--for", "audience", metavar="AUDIENCE", required=True, help="For whom; it sees nothing else."
)
@click.option(
    "--format", "format_", type=click.Choice(["html", "pdf", "docx"]), metavar="FORM",
    help="html, pdf or docx.  [default: as FILE ends]",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE", required=True,
    help="Write to FILE, whole or not at all; - for standard output.",
)  # fmt: skip
@click.option(
    "--as-of", "day", metavar="DATE",
    help="As known on that day: what became known later is left out.",
)  # fmt: skip
@quiet_option
def readout(
    case: str, audience: str, format_: Format | None, output: str, day: str | None, quiet: bool
) -> None:
    """Write a readout."""
    from goodoffices.loading import load_case
    from goodoffices.readout.brief import compose, gather
    from goodoffices.readout.document.files import format_of, render

    form = format_ or ("html" if output == "-" else format_of(output))
    found = load_case(case)
    material = gather(found, audience, day)
    data = render(compose(material), form)
    noted = _noted(found, case, audience, form, output, data, material.as_of)
    deliver_bytes([data], output)
    for warning in material.warnings:
        note(f"Left out: {warning}", quiet)
    if not noted:
        note("A bundled case keeps no audit log, so this readout is not noted.", quiet)
    if output != "-":
        note(f"Readout: {output}", quiet)


def _noted(
    found: Case, case: str, audience: str, form: str, output: str, data: bytes, as_of: str
) -> bool:
    """Note an export in the case's log; tell whether there is one."""
    from goodoffices.case.audit import note_export

    if not Path(case).exists():  # a bundled case is nobody's
        return False
    note_export(
        found,
        audience=audience,
        form=form,
        file="standard output" if output == "-" else Path(output).name,
        sha256=hashlib.sha256(data).hexdigest(),
        at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        as_of=as_of,
    )
    return True
