"""``goodoffices sequence``: an order of steps in which nobody is better off breaking off."""

from __future__ import annotations

import click

from goodoffices.cli.answers import (
    answer,
    as_data,
    concept_option,
    question,
    start_of,
    state_number,
)
from goodoffices.cli.models import load
from goodoffices.cli.progress import progress

__all__ = ["sequence"]

HELP = """Find an order of single steps to a wanted state in which nobody is ever better off breaking off.

At every state on the way whoever moves next does not prefer stopping there to the wanted state, nobody
else prefers it either, and no defection pays under the chosen concept. Told are the safest order (fewest
states at which somebody could gain by defecting if nobody answered), the shortest, and with whom an order
could begin; where there is none, the step at which trust is missing and which guarantee would carry it.

\b
Examples:
  goodoffices sequence geneva-2014/council --to vote
  goodoffices sequence geneva-2014/council --to vote --concept Nash
  goodoffices sequence geneva-2014/council --to vote --first russia

A STATE is written as the options taken in it, with commas: vote,veto; - is the state with no option
taken.
"""


@click.command(help=HELP, short_help="Find an order of steps that nobody gains by breaking off.")
@click.option("--to", "wanted", metavar="STATE", required=True, help="The state to be reached.")
@click.option("--from", "start", metavar="STATE", help="Begin here.  [default: the status quo]")
@concept_option("What deters from defecting: Nash (nothing), GMR, SMR, SEQ or SSEQ.", "SEQ")
@click.option("--first", metavar="ID", help="Show the order that begins with this decision maker.")
@question
def sequence(
    model: str,
    reading: str | None,
    wanted: str,
    start: str | None,
    concept: str,
    first: str | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Find orders of steps."""
    from goodoffices.mediation.sequences import sequences
    from goodoffices.readout.together import sequence_lines

    with progress(quiet) as bar:
        conflict = load(model, reading)
        if first is not None:
            conflict.decision_maker(first)
        goal, source = state_number(conflict, wanted), start_of(conflict, start)
        analysis = conflict.analyse(progress=bar)
        found = sequences(analysis, goal, concept=concept, start=source)
    answer(
        format_, output, quiet,
        lambda: as_data(analysis, found.states(), **found.to_dict()),
        lambda: sequence_lines(found, first),
    )  # fmt: skip
