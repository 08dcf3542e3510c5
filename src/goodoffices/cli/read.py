"""``goodoffices read``: reports in, proposed records out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from goodoffices.cli.models import note, quiet_option
from goodoffices.cli.outcomes import Complaints, Outcome, attempted, killed, worst
from goodoffices.cli.output import Page, deliver, page_for
from goodoffices.cli.progress import Bar, progress
from goodoffices.cli.targets import (
    as_folder,
    made_folder,
    names_folder,
    refuse_folder,
    refuse_inputs,
)
from goodoffices.errors import InputError, LimitError, UsageError

if TYPE_CHECKING:
    from goodoffices.record.model import Record

__all__ = ["read"]

HELP = """Read reports into proposed records.

A REPORT is a news report, press statement or transcript: plain text, an HTML page or a PDF; - is standard
input. What is found, who said what, who demands, offers or refuses what, and when, is a proposal with the
characters it stands on, and waits for a person. Nothing is sent anywhere.

\b
Examples:
  goodoffices read report.txt --published 2014-02-11
  goodoffices read page.html --format json -o record.json
  goodoffices read report.txt --format html -o report.html
  goodoffices read *.txt --format json -o records/
  goodoffices read afp.txt reuters.txt bbc.txt --merge

Several reports are read side by side and written to a folder, or one after the other, as JSON in one list;
one that cannot be read does not stop the others. No report is ever replaced by what is read from it. With
--merge they are taken for reports of one event: the same statement in two of them stands there once with
both wordings, a report that repeats another's own words is told as a copy, which confirms nothing, and
rival figures and contested terms stand side by side.
"""

_SUFFIX = {"table": ".txt", "json": ".json", "html": ".html"}


class Call(NamedTuple):
    """One report to be read, and how."""

    path: str
    published: str | None
    publisher: str | None
    model: str | None
    form: str
    page: Page


@click.command(help=HELP, short_help="Read reports into proposed records.")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@click.option(
    "--published", metavar="DATE",
    help="The day of publication (2014-02-11), where a report states none.",
)  # fmt: skip
@click.option("--publisher", metavar="NAME", help="Who published it, where a report does not say.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "html"]), default="table",
    show_default=True, metavar="FORM",
    help="table: statements and positions by actor; json: the record; html: the text with passages "
    "marked.",
)  # fmt: skip
@click.option(
    "--merge", is_flag=True,
    help="Put several reports of one event together: shared statements, copies, rival figures, "
    "contested terms.",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="Processes for several reports.  [default: one per core]",
)  # fmt: skip
@click.option("--model", metavar="NAME", help="Another installed spaCy model, by name or folder.")
@click.option(
    "-o", "--output", metavar="PLACE",
    help="Write to a file, whole or not at all, or into a folder (of several reports always; of one "
    "where PLACE is a folder or ends in a slash); - for standard output.",
)  # fmt: skip
@quiet_option
@click.pass_context
def read(
    ctx: click.Context,
    reports: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    form: str,
    merge: bool,
    jobs: int | None,
    model: str | None,
    output: str | None,
    quiet: bool,
) -> None:
    """Read reports and show what they say."""
    from goodoffices.reading.spacy_model import ensure_installed

    page = page_for(output, narrowest=30)
    calls = [Call(path, published, publisher, model, form, page) for path in reports]
    places = _places(calls, output, merge)
    ensure_installed(model)
    if merge:
        with progress(quiet) as bar:
            words, code = _merged(calls, jobs, bar)
        deliver([words], output)
    elif len(calls) == 1:
        with progress(quiet) as bar:
            bar("reading", 0.0)
            words, code = _laid_out(calls[0], bar), 0
        output = places[0]
        deliver([words], output)
    else:
        with progress(quiet) as bar:
            code = _many(calls, places, jobs, bar)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)
    if code:
        ctx.exit(code)


def _places(calls: list[Call], output: str | None, merge: bool) -> list[str | None]:
    """Return where the result of each report goes; of reports put together there is one.

    Raises
    ------
    UsageError
        where a result would be written over a report, or a file and a folder are taken for each other.
    InputError
        where the folder cannot be made.
    """
    if output is None or output == "-":
        return [output for _ in calls]
    folder = None
    if merge:
        refuse_folder(output, f"merged{_SUFFIX[calls[0].form]}")
    elif len(calls) > 1 or names_folder(output):
        folder = as_folder(output)
    places = [str(folder / name) for name in _names(calls)] if folder else [output]
    reports = [call.path for call in calls if call.path != "-"]
    refuse_inputs(places, reports, "name another place with -o")
    if folder:
        made_folder(folder)
    return [*places]


def read_one(
    path: str,
    published: str | None,
    publisher: str | None,
    model: str | None,
    bar: Bar | None = None,
) -> Record:
    """Read one report, its name in front of what goes wrong.

    Raises
    ------
    InputError, LimitError
        where it cannot be read or is too long.
    """
    from goodoffices.reading import load_bytes, load_report, read_loaded

    piped = path == "-"
    name = "standard input" if piped else path
    loaded = load_bytes(sys.stdin.buffer.read(), name) if piped else load_report(Path(path))
    try:
        return read_loaded(
            loaded, published=published, publisher=publisher, model=model, progress=bar
        )
    except (LimitError, InputError) as error:
        raise type(error)(f"{name}: {error}") from error


def _laid_out(call: Call, bar: Bar | None = None) -> str:
    """Return the record of one report in the form asked for."""
    record = read_one(call.path, call.published, call.publisher, call.model, bar)
    name = "report" if call.path == "-" else Path(call.path).name
    if call.form == "json":
        from goodoffices.record.jsonform import to_json

        return "".join(as_json(to_json(record)))
    if call.form == "html":
        from goodoffices.readout.record_page import render_page

        return render_page(record, name)
    from goodoffices.readout.record_table import record_text

    return record_text(record, name, width=call.page.width, colour=call.page.colour)


def _merged(calls: list[Call], jobs: int | None, bar: Bar) -> tuple[str, int]:
    """Return several reports of one event as one result, and the exit code."""
    from goodoffices.cli.merged import merged_json, merged_text
    from goodoffices.reading.merge import merge

    if len(calls) < 2:
        raise UsageError("--merge puts several reports together; name two or more")
    if calls[0].form == "html":
        raise UsageError("--merge gives a table or json; html shows one report at a time")
    kept: list[tuple[str, Record]] = []
    codes: list[int] = []
    complaints = Complaints()
    with closing(_mapped(_record, calls, jobs, lambda call: (None, killed(call.path)))) as read:
        for call, (record, outcome) in zip(calls, read, strict=True):
            codes.append(outcome.code)
            if record is not None:
                kept.append((call.path, record))
            else:
                complaints.tell(outcome)
            bar("reading", len(codes) / len(calls))
    complaints.close()
    if len(kept) < 2:
        raise InputError("--merge puts several reports together; fewer than two could be read")
    merged, names = merge([record for _, record in kept]), [path for path, _ in kept]
    if calls[0].form == "json":
        return "".join(as_json(merged_json(merged, names))), worst(codes)
    page = calls[0].page
    return merged_text(merged, names, page.width, colour=page.colour), worst(codes)


def as_json(data: object) -> Iterable[str]:
    """Write JSON for the output at hand; escaped where a terminal lacks the letters."""
    from goodoffices.readout.tables import to_json

    return to_json(data, ascii_only="utf" not in (sys.stdout.encoding or "").lower())


def _outcome(call: Call) -> Outcome:
    """Read one of several."""
    return attempted(call.path, lambda: _laid_out(call))


def _record(call: Call) -> tuple[Record | None, Outcome]:
    """Read one of several that are put together."""
    kept: list[Record] = []

    def work() -> str:
        kept.append(read_one(call.path, call.published, call.publisher, call.model))
        return ""

    outcome = attempted(call.path, work)
    return (kept[0] if kept else None), outcome


def _many(calls: list[Call], places: list[str | None], jobs: int | None, bar: Bar) -> int:
    """Read several reports; return the exit code they ask for."""
    from goodoffices.readout.plain import harmless

    codes: list[int] = []
    listed = 0
    complaints = Complaints()
    shown = places[0] in (None, "-")
    with closing(_mapped(_outcome, calls, jobs, lambda call: killed(call.path))) as outcomes:
        for call, place, outcome in zip(calls, places, outcomes, strict=True):
            codes.append(outcome.code)
            if outcome.code:
                complaints.tell(outcome)
            elif not shown:
                deliver([outcome.words], place)
            elif call.form == "json":  # one list: documents end to end are no JSON
                deliver([",\n" if listed else "[\n", outcome.words.rstrip("\n")], None)
                listed += 1
            else:
                head = f"== {harmless(call.path)}\n" if call.form == "table" else ""
                deliver([head, outcome.words], None)
            bar("reading", len(codes) / len(calls))
    if shown and calls[0].form == "json":
        deliver(["\n]\n" if listed else "[]\n"], None)
    complaints.close()
    return worst(codes)


def _names(calls: list[Call]) -> list[str]:
    """Return a file name for each report; reports of one name from several folders are numbered."""
    result: list[str] = []
    for call in calls:
        stem = "report" if call.path == "-" else Path(call.path).stem
        suffix = _SUFFIX[call.form]
        name, number = f"{stem}{suffix}", 1
        while name in result:
            number += 1
            name = f"{stem}-{number}{suffix}"
        result.append(name)
    return result


T = TypeVar("T")


def _mapped(
    work: Callable[[Call], T], calls: list[Call], jobs: int | None, lost: Callable[[Call], T]
) -> Generator[T, None, None]:
    """Do the work for every report, in processes side by side where that serves."""
    workers = min(jobs or os.cpu_count() or 1, len(calls))
    if workers == 1 or any(call.path == "-" for call in calls):
        yield from map(work, calls)
        return
    from goodoffices.cli.pool import side_by_side

    yield from side_by_side(work, calls, workers, lost)
