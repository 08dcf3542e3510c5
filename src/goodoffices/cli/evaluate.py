"""``goodoffices evaluate``: how well reading does on labelled reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.models import note, output_option, quiet_option
from goodoffices.cli.output import deliver
from goodoffices.cli.progress import Bar, progress
from goodoffices.cli.targets import as_folder, made_folder, refuse_folder, refuse_inputs
from goodoffices.errors import InputError, LimitError, UsageError

if TYPE_CHECKING:
    from goodoffices.reading.scoring.evaluate import Gold, Outcome, Tally

__all__ = ["evaluate"]

HELP = """Measure reading on labelled reports.

GOLD_DIR holds reports, NAME.txt, each beside its labels: NAME.json, or NAME.ann in brat's standoff form.
Spans match at an overlap of half their joint characters, one to one, per fragment; a speaker is right where
the resolved name is. The page on reading reports in the documentation has the whole rule.

\b
Examples:
  goodoffices evaluate labelled/
  goodoffices evaluate labelled/ --differences
  goodoffices evaluate labelled/ --format json -o figures.json
"""


@click.command(help=HELP, short_help="Measure reading on labelled reports.")
@click.argument("gold_dir", type=click.Path(path_type=Path))
@click.option("--published", metavar="DATE", help="The day of publication, where labels give none.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True,
    metavar="FORM", help="table for people, json for programs.",
)  # fmt: skip
@click.option("--differences", is_flag=True, help="List every miss and false alarm as well.")
@click.option("--brat", metavar="DIR", help="Write what was read to DIR as well, as brat standoff.")
@output_option
@quiet_option
def evaluate(
    gold_dir: Path,
    published: str | None,
    form: str,
    differences: bool,
    brat: str | None,
    output: str | None,
    quiet: bool,
) -> None:
    """Measure reading and show the figures."""
    from goodoffices.reading.scoring.evaluate import total
    from goodoffices.reading.scoring.labels import load_gold
    from goodoffices.reading.spacy_model import ensure_installed

    refuse_folder(output, "figures.json")
    reports = load_gold(gold_dir)
    if output not in (None, "-"):
        inputs = [path for gold in reports for path in gold.files]
        refuse_inputs([str(output)], inputs, "name another file with -o")
    folder = _brat_folder(brat, gold_dir, reports)
    ensure_installed()
    with progress(quiet) as bar:
        outcomes = list(_outcomes(gold_dir, reports, published, folder, bar))
    totals = total(outcome for _, outcome in outcomes)
    if form == "json":
        from goodoffices.cli.read import as_json

        figures = {name: tally.as_json() for name, tally in totals.items()}
        value: dict[str, object] = {"reports": len(outcomes), **figures}
        if differences:
            value["differences"] = {name: outcome.differences for name, outcome in outcomes}
        deliver(as_json(value), output)
    else:
        listed = _differences(outcomes) if differences else ()
        deliver([*listed, *_table(totals, len(outcomes))], output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)


def _brat_folder(brat: str | None, gold_dir: Path, reports: list[Gold]) -> Path | None:
    """Return the folder for what was read, made where it is not there yet.

    Raises
    ------
    UsageError
        where it would take the place of the labels, or stand among them to be taken for labels next time.
    """
    if brat is None:
        return None
    folder = as_folder(brat)
    if folder.exists() and folder.samefile(gold_dir):
        raise UsageError(
            f"--brat {brat} is the folder of the labels, which would be replaced by what was read; "
            "name another folder"
        )
    inputs = [path for gold in reports for path in gold.files]
    outputs = [path for gold in reports for path in _brat_files(folder, gold)]
    refuse_inputs(outputs, inputs, "name another folder for --brat")
    return made_folder(folder)


def _brat_files(folder: Path, gold: Gold) -> tuple[Path, Path]:
    """Return where annotations and text of a report go; a name is never taken for a path."""
    name = gold.name.replace("/", "_").replace("\\", "_")
    return folder / f"{name}.ann", folder / f"{name}.txt"


def _outcomes(
    gold_dir: Path, reports: list[Gold], published: str | None, folder: Path | None, bar: Bar
) -> Iterator[tuple[str, Outcome]]:
    """Read each labelled report and compare."""
    from goodoffices.reading import read_text
    from goodoffices.reading.scoring.brat_out import to_brat
    from goodoffices.reading.scoring.evaluate import compare

    for number, gold in enumerate(reports):
        bar("reading", number / len(reports))
        try:
            record = read_text(gold.text, published=gold.published or published)
        except (LimitError, InputError) as error:
            raise type(error)(f"{gold_dir / gold.name}: {error}") from error
        if folder is not None:
            annotations, text = _brat_files(folder, gold)
            deliver([to_brat(record)], str(annotations))
            deliver([gold.text], str(text))
        yield gold.name, compare(gold, record)


def _differences(outcomes: list[tuple[str, Outcome]]) -> Iterator[str]:
    from goodoffices.readout.plain import harmless

    for name, outcome in outcomes:
        if outcome.differences:
            yield harmless("\n  ".join([name, *outcome.differences])) + "\n"


def _table(totals: dict[str, Tally], reports: int) -> Iterator[str]:
    yield f"{reports} report{'s' if reports != 1 else ''}\n"
    yield f"{'':12}{'labelled':>9}{'found':>7}{'F':>7}{'F (0.9)':>9}{'right':>7}{'joint F':>9}\n"
    for name, tally in totals.items():
        if tally.labelled:
            value = tally.as_json()
            strict = "-" if name == "dates" else f"{value['f_strict']:.3f}"
            yield (
                f"{name:12}{tally.labelled:>9}{tally.found:>7}{value['f']:>7.3f}{strict:>9}"
                f"{value['right_of_found']:>7.3f}{value['joint_f']:>9.3f}\n"
            )
