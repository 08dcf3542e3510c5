"""``goodoffices foresight``: who stays where, looking several moves ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.answers import answer, as_data, question
from goodoffices.cli.models import load
from goodoffices.cli.progress import progress

if TYPE_CHECKING:
    from goodoffices.stability import Analysis
    from goodoffices.stability.foresight import Foresight

__all__ = ["foresight"]

HELP = """Say who stays where when everybody looks several moves ahead.

Limited-move stability L_h, and non-myopic stability NM. For two decision makers it is the definition of
the literature; with ties a state counts as stable only if every choice among equally liked ends stays.
For more than two there is no settled definition, and the variant "L_h cautious" is taken: anybody else
may be next, and everybody expects the worst of that.

\b
Examples:
  goodoffices foresight textbook/chicken
  goodoffices foresight geneva-2014/council --moves 6
"""


@click.command(help=HELP, short_help="Say who stays where, looking several moves ahead.")
@click.option("--moves", type=click.IntRange(1, 100), default=4, show_default=True, metavar="H",
    help="Look up to so many moves ahead.")  # fmt: skip
@question
def foresight(
    model: str, reading: str | None, moves: int, format_: str, output: str | None, quiet: bool
) -> None:
    """Work out limited-move stability."""
    from goodoffices.readout.rivals import foresight_lines
    from goodoffices.stability.foresight import foresight as work_out

    with progress(quiet) as bar:
        analysis = load(model, reading).analyse(progress=bar)
        found = work_out(analysis, moves, bar)
    answer(
        format_,
        output,
        quiet,
        lambda: _data(analysis, found),
        lambda: foresight_lines(analysis, found),
    )


def _data(analysis: Analysis, found: Foresight) -> dict[str, Any]:
    horizons: list[int | str] = [*range(1, found.horizon + 1)]
    if found.non_myopic is not None:
        horizons.append("NM")
    ids = [dm.id for dm in analysis.conflict.decision_makers]
    return as_data(
        analysis,
        analysis.states,
        variant=found.variant,
        settles=found.settles,
        stability={str(h): {dm: list(found.stable(h, dm)) for dm in ids} for h in horizons},
        equilibria={str(h): list(found.equilibria(h)) for h in horizons},
    )
