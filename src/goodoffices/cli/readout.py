"""``goodoffices readout``: a report of a case for a named audience."""

from __future__ import annotations

import datetime
import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.case_options import CaseName
from goodoffices.cli.models import note, quiet_option
from goodoffices.cli.output import deliver_bytes

if TYPE_CHECKING:
    from goodoffices.case import Case
    from goodoffices.readout.document import Document
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
@click.option(
    "--by", metavar="NAME", help="Who makes it, for the log.  [default: the user of this machine]"
)
@quiet_option
def readout(
    case: str,
    audience: str,
    format_: Format | None,
    output: str,
    day: str | None,
    by: str | None,
    quiet: bool,
) -> None:
    """Write a readout."""
    from goodoffices.loading import load_case
    from goodoffices.readout.brief import compose, gather
    from goodoffices.readout.brief.gathering import part_for
    from goodoffices.readout.document.files import format_of, render

    form = format_ or ("html" if output == "-" else format_of(output))
    found = load_case(case)
    material = gather(found, audience, day)
    document = compose(material)
    seen = part_for(found, audience, day)
    _refuse_leaks(seen, document)
    data = render(document, form)
    noted = _noted(seen, case, output, data, by or _user())
    deliver_bytes([data], output)
    for warning in material.warnings:
        note(f"Left out: {warning}", quiet)
    if not noted:
        note("A bundled case keeps no audit log, so this readout is not noted.", quiet)
    if output != "-":
        note(f"Readout: {output}", quiet)


def _refuse_leaks(seen: Case, document: Document) -> None:
    """Look once more at the finished text for words that its audience may not see.

    Raises
    ------
    InputError
        where there are any; nothing is written then.
    """
    from goodoffices.case.exports import leaks
    from goodoffices.errors import InputError

    found = leaks(seen, "\n".join(document.strings()))
    if found:
        places = ", ".join(sorted({leak.ref for leak in found}))
        raise InputError(
            f"nothing was written: the readout would hold words of {places}, which this audience may "
            "not see; look at the labels, and at what stands in titles and notes"
        )


def _noted(seen: Case, case: str, output: str, data: bytes, by: str) -> bool:
    """Note an export in the case's log; tell whether there is one."""
    from goodoffices.case.exports import log_export

    if not Path(case).exists():  # a bundled case is nobody's
        return False
    log_export(
        seen,
        "standard output" if output == "-" else Path(output).name,
        data,
        by=by,
        at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    )
    return True


def _user() -> str:
    """Return who is at this machine, as far as it knows."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "not known"
