"""``goodoffices evaluate``: how well reading does on labelled reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.read import Told
from goodoffices.errors import GoodOfficesError

if TYPE_CHECKING:
    from goodoffices.reading.evaluate import Tally


@click.command()
@click.argument("gold_dir", type=click.Path(path_type=Path))
@click.option(
    "--published", metavar="DATE", help="Publication date for reports whose labels give none."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print the figures.",
)
@click.option("--differences", is_flag=True, help="Also list every miss and false alarm.")
@click.option(
    "--brat",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also write what was read as brat standoff to DIR.",
)
def evaluate(
    gold_dir: Path, published: str | None, form: str, differences: bool, brat: Path | None
) -> None:
    r"""Measure reading on the labelled reports of GOLD_DIR (NAME.txt beside NAME.json or NAME.ann).

    Spans match at an overlap of half their joint characters, one to one, per fragment; a speaker
    is right where the resolved name is. The documentation gives the whole rule.

    \b
    goodoffices evaluate my-labelled-reports/ --differences
    """
    try:
        _run(gold_dir, published, form, differences, brat)
    except GoodOfficesError as error:
        raise Told(error) from error


def _run(
    gold_dir: Path, published: str | None, form: str, differences: bool, brat: Path | None
) -> None:
    from goodoffices.reading import read_text
    from goodoffices.reading.brat import to_brat
    from goodoffices.reading.evaluate import compare, load_gold, total

    outcomes = []
    for gold in load_gold(gold_dir):
        record = read_text(gold.text, published=gold.published or published)
        outcomes.append((gold.name, compare(gold, record)))
        if brat is not None:
            brat.mkdir(parents=True, exist_ok=True)
            (brat / f"{gold.name}.ann").write_text(to_brat(record), encoding="utf-8")
            (brat / f"{gold.name}.txt").write_text(gold.text, encoding="utf-8")
    totals = total(o for _, o in outcomes)
    if form == "json":
        value = {
            "reports": len(outcomes),
            **{name: tally.as_json() for name, tally in totals.items()},
        }
        if differences:
            value["differences"] = {name: o.differences for name, o in outcomes}
        click.echo(json.dumps(value, indent=1, ensure_ascii=False))
        return
    for name, outcome in outcomes:
        if differences and outcome.differences:
            click.echo(f"{name}\n" + "\n".join(f"  {line}" for line in outcome.differences))
    click.echo(_table(totals, len(outcomes)), nl=False)


def _table(totals: dict[str, Tally], reports: int) -> str:
    lines = [
        f"{reports} reports",
        f"{'':12}{'labelled':>9}{'found':>7}{'F':>7}{'F (0.9)':>9}{'right':>7}{'joint F':>9}",
    ]
    for name, tally in totals.items():
        if not tally.labelled:
            continue
        value = tally.as_json()
        strict = "-" if name == "dates" else f"{value['f_strict']:.3f}"
        lines.append(
            f"{name:12}{tally.labelled:>9}{tally.found:>7}{value['f']:>7.3f}{strict:>9}{value['right_of_found']:>7.3f}{value['joint_f']:>9.3f}"
        )
    return "\n".join(lines) + "\n"
