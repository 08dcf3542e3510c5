"""``goodoffices compare``: rival readings side by side, and what tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from goodoffices.cli.answers import answer, concept_option
from goodoffices.cli.models import Model, Names, load, output_option, quiet_option
from goodoffices.cli.progress import progress

if TYPE_CHECKING:
    from goodoffices.conflict import Conflict

__all__ = ["compare"]

HELP = """Set rival readings side by side: what each says would hold, and what tells them apart.

Compared are several models of the same facts, or the readings kept in one. Told are the states that would
hold in each, where all agree, the smallest sets of options whose observed values tell them apart, and the
offers that a decision maker would take in one reading and not in another. Nothing is averaged.

\b
Examples:
  goodoffices compare geneva-2014/table
  goodoffices compare geneva-2014/table --reading historical,leading
  goodoffices compare mine.toml theirs.toml
"""


@click.command(help=HELP, short_help="Set rival readings side by side, and tell them apart.")
@click.argument("models", type=Model(), nargs=-1, required=True, metavar="MODEL...")
@click.option("--reading", "readings", type=Names(), multiple=True, metavar="NAME",
    help="Compare these readings of the model only; may be given again.")  # fmt: skip
@concept_option("Compare what would hold under this concept.", "SEQ")
@click.option("--reached", is_flag=True,
    help="Count only what the status quo leads to by improvements, and the status quo itself.")  # fmt: skip
@click.option(
    "--format", "format_", type=click.Choice(["table", "json"]), default="table",
    show_default=True, metavar="FORM", help="table for people or json for programs.",
)  # fmt: skip
@output_option
@quiet_option
def compare(
    models: tuple[str, ...],
    readings: tuple[tuple[str, ...], ...],
    concept: str,
    reached: bool,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Compare models of the same facts."""
    from goodoffices.mediation.readings import compare_readings
    from goodoffices.readout.rivals import rival_lines
    from goodoffices.stability.concepts import named

    name = named(concept)
    with progress(quiet) as bar:
        conflicts = _conflicts(models, [one for some in readings for one in some])
        analyses = {key: it.analyse(progress=bar, also=[name]) for key, it in conflicts.items()}
        found = compare_readings(analyses, name, reached=reached)
    first = next(iter(conflicts.values()))
    answer(
        format_, output, quiet,
        lambda: {"conflict": {"title": first.title}, **found.to_dict()},
        lambda: rival_lines(first, found),
    )  # fmt: skip


def _conflicts(models: tuple[str, ...], readings: list[str]) -> dict[str, Conflict]:
    """Return the models to compare, by name."""
    from goodoffices.errors import UsageError
    from goodoffices.mediation.readings import readings_of

    if len(models) == 1:
        return readings_of(load(models[0]), readings)
    if readings:
        raise UsageError("--reading chooses among the readings of one model; name one model only")
    if len(set(models)) < len(models):
        raise UsageError("a model is named twice")
    return {model: load(model) for model in models}
