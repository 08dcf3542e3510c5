"""``goodoffices coalitions``: what would hold if decision makers could move together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.answers import answer, as_data, question
from goodoffices.cli.models import Names, load
from goodoffices.cli.progress import progress

if TYPE_CHECKING:
    from goodoffices.mediation.coalitions import Coalitions, Structure

__all__ = ["coalitions"]

HELP = """Say what would hold if decision makers could move together.

Two ways to ask, which are not the same. Coalitional stability (CNash, CGMR, CSMR, CSEQ): nobody is bound,
every coalition may move to what all its members prefer, and the others answer, for CSEQ by improvements
of coalitions of their own. Coalitions as single players: the blocks of a structure replace the decision
makers, and nobody in a block can act alone; told for every coalition structure.

\b
Examples:
  goodoffices coalitions geneva-2014/council
  goodoffices coalitions geneva-2014/council --block sponsors,russia
  goodoffices coalitions dispute.toml --format json -o coalitions.json
"""


@click.command(help=HELP, short_help="Say what would hold if several could move together.")
@click.option(
    "--block", "blocks", type=Names(), multiple=True, metavar="ID,ID",
    help="Show only the structure with this block as a single player; may be given again. Who stands in "
    "no block stands alone.",
)  # fmt: skip
@question
def coalitions(
    model: str,
    reading: str | None,
    blocks: tuple[tuple[str, ...], ...],
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Work out coalitional stability and every coalition structure."""
    from goodoffices.mediation.coalitions import coalitions as work_out
    from goodoffices.mediation.coalitions import structures
    from goodoffices.readout.coalitions import coalition_lines

    with progress(quiet) as bar:
        analysis = load(model, reading).analyse(progress=bar)
        found = work_out(analysis, bar)
        every = structures(analysis, bar, found=found, blocks=blocks or None)
    answer(
        format_, output, quiet, lambda: _data(found, every), lambda: coalition_lines(found, every)
    )


def _data(found: Coalitions, every: tuple[Structure, ...]) -> dict[str, Any]:
    return as_data(
        found.analysis,
        found.analysis.states,
        coalitional=found.to_dict(),
        structures=[
            {
                "blocks": [list(block) for block in structure.blocks],
                "equilibria": {c: list(held) for c, held in structure.equilibria.items()},
            }
            for structure in every
        ],
    )
