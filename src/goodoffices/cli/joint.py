"""``goodoffices joint``: what several could do together, in depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from goodoffices.cli.answers import answer, as_data, concept_option, question, start_of
from goodoffices.cli.models import load
from goodoffices.cli.progress import progress

if TYPE_CHECKING:
    from goodoffices.mediation.coalitions import Coalitions
    from goodoffices.stability import Analysis

__all__ = ["joint"]

HELP = """Say what several decision makers could do together that none can do alone.

Told for each joint move, smallest coalitions first: what everybody gains and gives up in its own
statements, under which concepts the outcome would hold, who could cheat afterwards and what would deter
it, and which guarantee would make it hold.

\b
Examples:
  goodoffices joint geneva-2014/council
  goodoffices joint geneva-2014/council --concept SEQ --format json
  goodoffices joint geneva-2014/table --reading alternative --anybody

A STATE is written as the options taken in it, with commas: vote,veto; - is the state with no option
taken.
"""


@click.command(help=HELP, short_help="Say what several could do together, in depth.")
@click.option(
    "--from", "start", metavar="STATE", help="From this state.  [default: the status quo]"
)
@concept_option("Seek guarantees that make the outcome hold under this concept.", "Nash")
@click.option("--anybody", is_flag=True, help="Let also those take part who could improve alone.")
@click.option("--most", type=click.IntRange(1), default=8, show_default=True, metavar="N",
    help="Tell so many joint moves in depth.")  # fmt: skip
@question
def joint(
    model: str,
    reading: str | None,
    start: str | None,
    concept: str,
    anybody: bool,
    most: int,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Work out joint moves in depth."""
    from goodoffices.mediation.joint import joint_moves
    from goodoffices.readout.together import joint_lines

    with progress(quiet) as bar:
        conflict = load(model, reading)
        source = start_of(conflict, start)
        analysis = conflict.analyse(progress=bar)
        found = joint_moves(
            analysis, source, concept=concept, most=most, anybody=anybody,
            coalitions=_coalitions(analysis, bar),
        )  # fmt: skip
    answer(
        format_, output, quiet,
        lambda: as_data(analysis, found.states(), **found.to_dict()),
        lambda: joint_lines(found),
    )  # fmt: skip


def _coalitions(analysis: Analysis, bar: object) -> Coalitions | None:
    """Return coalitional stability where the conflict is small enough."""
    from goodoffices.errors import LimitError
    from goodoffices.mediation.coalitions import coalitions

    try:
        return coalitions(analysis, bar)  # type: ignore[arg-type]
    except LimitError:
        return None
