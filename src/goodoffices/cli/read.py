"""``goodoffices read``: reports in, proposed records out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.errors import GoodOfficesError, InputError, LimitError, UsageError

if TYPE_CHECKING:
    from goodoffices.record.model import Record

_SUFFIX = {"table": ".txt", "json": ".json", "html": ".html"}


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@click.option(
    "--published",
    metavar="DATE",
    help="Date of publication (2014-02-11), where the report states none.",
)
@click.option(
    "--publisher", metavar="NAME", help="Who published it, where the report does not say."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html"]),
    default="table",
    show_default=True,
    help="What to print: statements and positions by actor, the record, or a page with passages marked.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write there; a folder when several reports are read.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes for several reports [default: one per core].",
)
@click.option("--model", metavar="NAME", help="Another installed spaCy model, by name or folder.")
def read(
    reports: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    form: str,
    output: Path | None,
    jobs: int | None,
    model: str | None,
) -> None:
    r"""Read news reports, press statements or transcripts (text, HTML, PDF) into proposed records.

    Everything found is a proposal with the characters it came from; nothing is sent anywhere.
    REPORT may be - for standard input.

    \b
    goodoffices read report.txt --published 2014-02-11
    goodoffices read page.html --format json -o record.json
    goodoffices read *.txt --format html -o pages/
    """
    calls = [(path, published, publisher, model, form) for path in reports]
    if len(reports) == 1:
        _deliver(_one(calls[0]), output)
        return
    sys.exit(_many(calls, output, form, jobs))


Call = tuple[str, str | None, str | None, str | None, str]


def _one(call: Call) -> str:
    """Read one report and return what is to be printed; errors become click's, with exit codes."""
    try:
        return _render(call)
    except GoodOfficesError as error:
        raise Told(error) from error


class Told(click.ClickException):
    """An error of the package, as the command line tells it."""

    def __init__(self, error: GoodOfficesError) -> None:
        super().__init__(str(error))
        code = 3 if isinstance(error, LimitError) else 2 if isinstance(error, UsageError) else 1
        setattr(self, "exit_code", code)  # noqa: B010 (click declares it on the class)


def _render(call: Call) -> str:
    from goodoffices.reading import load_bytes, load_report, read_loaded

    path, published, publisher, model, form = call
    piped = path == "-"
    loaded = (
        load_bytes(sys.stdin.buffer.read(), "standard input") if piped else load_report(Path(path))
    )
    try:
        record = read_loaded(loaded, published=published, publisher=publisher, model=model)
    except LimitError as error:
        raise LimitError(f"{path}: {error}") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    return _formatted(record, form, Path(path).name)


def _formatted(record: Record, form: str, name: str) -> str:
    if form == "json":
        from goodoffices.record.jsonform import to_json

        return json.dumps(to_json(record), ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        from goodoffices.reading.page import render_page

        return render_page(record, name)
    from goodoffices.reading.table import render_table

    return render_table(record, name)


def _deliver(words: str, output: Path | None) -> None:
    if output is None:
        click.echo(words, nl=False)
        return
    try:
        _write(output, words)
    except OSError as error:
        raise click.ClickException(
            f"{output}: cannot be written ({error.strerror or error})"
        ) from error


def _write(output: Path, words: str) -> None:
    """Write the whole file or nothing."""
    import os
    import tempfile

    output.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(words)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _guarded(call: Call) -> tuple[str | None, str | None]:
    """Return (words, error): an error in one report must not stop the others."""
    try:
        return _render(call), None
    except GoodOfficesError as error:
        return None, str(error)


def _many(calls: list[Call], output: Path | None, form: str, jobs: int | None) -> int:
    from rich.console import Console
    from rich.progress import Progress

    if output is not None and output.exists() and not output.is_dir():
        raise click.ClickException(f"{output}: is a file; give a folder for several reports")
    names = _names_for(calls, form)
    failed = 0
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Reading", total=len(calls))
        for (path, *_), name, (words, error) in zip(
            calls, names, _results(calls, jobs), strict=True
        ):
            if words is None:
                failed += 1
                click.echo(f"Error: {error}", err=True)
            elif output is not None:
                _deliver(words, output / name)
            else:
                click.echo(words if form != "table" else f"== {path}\n{words}", nl=form != "json")
            bar.advance(task)
    return 1 if failed else 0


def _names_for(calls: list[Call], form: str) -> list[str]:
    """One file name a report; reports of the same name in different folders are numbered."""
    result: list[str] = []
    for path, *_ in calls:
        stem = Path(path).stem
        name, number = f"{stem}{_SUFFIX[form]}", 1
        while name in result:
            number += 1
            name = f"{stem}-{number}{_SUFFIX[form]}"
        result.append(name)
    return result


def _results(calls: list[Call], jobs: int | None) -> Iterator[tuple[str | None, str | None]]:
    import os

    workers = min(jobs or os.cpu_count() or 1, len(calls))
    if workers == 1:
        yield from map(_guarded, calls)
        return
    pool: Executor
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_guarded, calls)
