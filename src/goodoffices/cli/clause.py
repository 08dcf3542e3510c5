"""``goodoffices clause``: one clause, several readings, each run as its own model."""

from __future__ import annotations

import click

from goodoffices.cli.answers import answer, as_data, concept_option, question
from goodoffices.cli.models import Names, load, note
from goodoffices.cli.progress import progress

__all__ = ["clause"]

HELP = """Run the readings of an ambiguous clause, each as its own model.

Told is under which readings the clause can be signed (a state in which it is met can be reached, no
signatory likes it less than the status quo and one likes it more), and under which it is then kept (such
a state is an equilibrium).

\b
Examples:
  goodoffices clause geneva-2014/council --name consequence \\
    --reads "automatic=adopted and trigger" \\
    --reads "later=adopted and not trigger" --by sponsors,russia
"""


@click.command(help=HELP, short_help="Run the readings of an ambiguous clause, each as a model.")
@click.option("--name", default="clause", show_default=True, metavar="ID",
    help="The derived proposition that stands for the clause; a new one may be named.")  # fmt: skip
@click.option("--reads", multiple=True, required=True, metavar="NAME=STATEMENT",
    help="A reading: what the clause asks for; give two or more.")  # fmt: skip
@click.option("--by", "signatories", type=Names(), multiple=True, metavar="ID,ID",
    help="Who signs.  [default: everybody with options]")  # fmt: skip
@concept_option("It is kept where it holds under this concept.", "SEQ")
@click.option("--report", metavar="FILE",
    help="Also write the report of the model, with a section on the clause.")  # fmt: skip
@question
def clause(
    model: str,
    reading: str | None,
    name: str,
    reads: tuple[str, ...],
    signatories: tuple[tuple[str, ...], ...],
    concept: str,
    report: str | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Run each reading of a clause."""
    from goodoffices.mediation.ambiguity import ambiguity
    from goodoffices.readout.rivals import ambiguity_lines

    meanings = _meanings(reads)
    with progress(quiet):
        conflict = load(model, reading)
        analysis = conflict.analyse()
        who = [id_ for some in signatories for id_ in some]
        found = ambiguity(conflict, name, meanings, signatories=who or None, concept=concept)
        if report:
            from goodoffices.readout.report import write_report

            write_report(analysis, report, clause=found)
            note(f"Report: {report}", quiet)
    answer(
        format_, output, quiet,
        lambda: as_data(analysis, (), **found.to_dict()),
        lambda: ambiguity_lines(conflict, found),
    )  # fmt: skip


def _meanings(reads: tuple[str, ...]) -> dict[str, str]:
    """Return what each reading asks for, by its name; each name once."""
    from goodoffices.errors import UsageError

    found: dict[str, str] = {}
    for name, meaning in map(_named, reads):
        if name in found:
            raise UsageError(f"--reads '{name}' is given twice; each reading needs its own name")
        found[name] = meaning
    return found


def _named(text: str) -> tuple[str, str]:
    """Split a reading at its first equals sign."""
    from goodoffices.errors import UsageError

    name, sign, meaning = text.partition("=")
    if not sign or not name.strip() or not meaning.strip():
        raise UsageError(
            f"--reads '{text}': expected NAME=STATEMENT, such as \"wide=access and vote\""
        )
    return name.strip(), meaning.strip()
