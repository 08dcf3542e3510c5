"""``goodoffices case propose`` and ``build``: from positions to a model, each piece decided by a person."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from goodoffices.cli.case_options import CaseName, opened
from goodoffices.cli.models import note, quiet_option
from goodoffices.readout.plain import harmless

if TYPE_CHECKING:
    from goodoffices.case.pieces import ProposalFile

__all__ = ["build", "propose"]

PROPOSE = """Propose a model from confirmed positions.

Written is proposals/NAME.toml: decision makers, options, preference statements in order, and what cannot be,
each with the positions it rests on. Only what somebody accepts enters a model: by goodoffices case review, or
in the file. Called again, it adds what was confirmed since and changes nothing else.

\b
Examples:
  goodoffices case propose dispute table
  goodoffices case review dispute proposals/table/w1 --accept --by anna
  goodoffices case review dispute 'proposals/table/*' --drop --by anna
"""


@click.command(help=PROPOSE, short_help="Propose a model from confirmed positions.")
@click.argument("case", type=CaseName())
@click.argument("name")
@click.option("--title", metavar="WORDS", default="", help="What the model is called.")
@quiet_option
def propose(case: str, name: str, title: str, quiet: bool) -> None:
    """Propose a model."""
    from goodoffices.case import proposal, write_proposal

    found = opened(case)
    new = write_proposal(found, name, title=title, made=datetime.date.today().isoformat())
    shown = opened(case)
    if not new:
        note("Nothing new to propose: every confirmed position is in it.", quiet)
    if name in shown.folder.ids("proposals"):
        for line in _lines(proposal(shown, name)):
            click.echo(harmless(line))
    note(f"Next: goodoffices case review {case} 'proposals/{name}/*' --accept --by YOU", quiet)


def _lines(file: ProposalFile) -> list[str]:
    """Return a proposal for people: by decision maker, options and statements with their words."""
    lines = [file.title]
    for dm in file.decision_makers:
        role = "" if dm.role == "party" else f", {dm.role}"
        lines.append(f"{dm.id}: {dm.name}{role}{_mark(dm.status)}")
        own = [it for it in file.options if it.owner == dm.id]
        held = [it for it in file.statements if it.dm == dm.id]
        lines += [f"  can   {it.id}: {it.text}{_mark(it.status)}{_why(it.because)}" for it in own]
        lines += [
            f"  wants {it.id} {it.wants} ({it.form}){_mark(it.status)}{_why(it.because)}"
            for it in held
        ]
    for rule in file.constraints:
        words = f"{rule.id} {rule.option} only if {rule.only_if}"
        lines.append(f"cannot be otherwise: {words}{_mark(rule.status)}{_why(rule.because)}")
    if file.aside:
        lines.append(f"Left aside, as they say nothing of what is wanted: {', '.join(file.aside)}")
    return lines


def _mark(status: str) -> str:
    return {"proposed": "", "rejected": " [dropped]"}.get(status, " [accepted]")


def _why(because: tuple[str, ...]) -> str:
    return f"  [{', '.join(because)}]" if because else ""


BUILD = """Make a model of what was accepted of a proposal.

Written is conflicts/MODEL.toml, with an evidence table that links every part to the record. A model that is
there is never written over.

\b
Example:
  goodoffices case build dispute table --by anna
"""


@click.command(help=BUILD, short_help="Make a model of what was accepted.")
@click.argument("case", type=CaseName())
@click.argument("name")
@click.option(
    "--model", metavar="MODEL", help="What the model is called; as the proposal if not given."
)
@click.option("--by", metavar="NAME", required=True, help="Whose reading it is.")
@quiet_option
def build(case: str, name: str, model: str | None, by: str, quiet: bool) -> None:
    """Build a model."""
    from goodoffices.case.proposals import write_model

    called = model or name
    today = datetime.date.today().isoformat()
    conflict = write_model(opened(case), name, called, by=by, written=today)
    dms, options = len(conflict.decision_makers), len(conflict.options)
    note(f"Wrote {case}/conflicts/{called}.toml: {dms} decision makers, {options} options.", quiet)
    note(f"Next: goodoffices analyse {case}/{called}", quiet)
