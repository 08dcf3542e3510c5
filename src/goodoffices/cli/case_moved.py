"""``goodoffices case moved``: what became of the passages of a source in another version of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from goodoffices.cli.case_options import CaseName, opened
from goodoffices.cli.models import output_option
from goodoffices.cli.output import deliver
from goodoffices.readout.plain import harmless

if TYPE_CHECKING:
    from goodoffices.case import Case
    from goodoffices.record import Span
    from goodoffices.record.anchors import Found

__all__ = ["moved"]

MOVED = """Say what became of the passages of a source in another version of its text.

SOURCE is the id of a source in the case, REPORT its text as it stands now: corrected, cut, or captured again.
A passage is the same, moved, or lost; lost is also one whose words stand in several places with nothing to
tell which is meant. Nothing is guessed, and nothing in the case is changed: put the new version into the
case with 'goodoffices case add', and decide about what was lost.

\b
Examples:
  goodoffices case moved dispute herald herald-corrected.txt
  goodoffices case moved dispute herald page.html --format json
"""
_SHOWN = 60  # characters of a passage in a line


class _Fate(NamedTuple):
    """One passage of one item, and where it is now."""

    item: str
    old: Span
    found: Found


@click.command(help=MOVED, short_help="Say which passages moved or were lost in a changed text.")
@click.argument("case", type=CaseName())
@click.argument("source", metavar="SOURCE")
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="List passages that are the same as well.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True,
    metavar="FORM", help="table for people, json for programs.",
)  # fmt: skip
@output_option
def moved(case: str, source: str, report: Path, every: bool, form: str, output: str | None) -> None:
    """Look for the passages of a source in another text."""
    from goodoffices.cli.targets import refuse_inputs
    from goodoffices.reading import load_report

    if output not in (None, "-"):
        stored = Path(case) / "sources" / f"{source}.txt"
        refuse_inputs([str(output)], [report, stored], "name another file with -o")
    found = opened(case)
    fates = list(_fates(found, source, load_report(report).text))
    if form == "json":
        from goodoffices.cli.read import as_json

        deliver(as_json({"source": source, "passages": list(map(_json, fates))}), output)
    else:
        deliver(_lines(fates, every), output)


def _fates(case: Case, source: str, text: str) -> Iterator[_Fate]:
    from goodoffices.case.shapes import passages_of
    from goodoffices.record import anchor, reanchor

    kept, sha256 = case.text(source), case.source(source).sha256
    for _, item in case.items(source):
        for passage in passages_of(item):
            old = anchor(kept, passage.span, sha256)
            yield _Fate(f"{source}/{item.id}", passage.span, reanchor(old, text))


def _json(fate: _Fate) -> dict[str, Any]:
    from goodoffices.record.jsonform import span_json

    return {
        "item": fate.item,
        "outcome": fate.found.outcome,
        "old": span_json(fate.old),
        "new": span_json(fate.found.span),
        "reason": fate.found.reason,
    }


def _lines(fates: list[_Fate], every: bool) -> Iterator[str]:
    """Yield the passages that are not the same, those that were lost first, and the count of all."""
    for fate in sorted(fates, key=lambda it: it.found.span is not None):
        new, old = fate.found.span, fate.old
        if not every and fate.found.outcome == "same":
            continue
        words = " ".join(old.exact.split())
        words = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
        there = f"{old.start}-{old.end}"
        where = (
            f"{there} is {new.start}-{new.end}"
            if new is not None
            else f"{there}: {fate.found.reason}"
        )
        yield harmless(f"{fate.found.outcome}  {fate.item}  “{words}”  {where}") + "\n"
    counts = Counter(fate.found.outcome for fate in fates)
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    yield f"{len(fates)} passages: {told or 'none'}. Nothing in the case was changed.\n"
