"""``goodoffices new``: a commented conflict file to start from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from goodoffices.cli.models import note, quiet_option

__all__ = ["new", "quoted", "write_new"]

HELP = """Write a commented conflict file to start from.

The file holds a small invented dispute that shows every feature of the format. It analyses as it stands:
change it line by line into your own. PATH is conflict.toml if none is given; - is standard output.

\b
Examples:
  goodoffices new
  goodoffices new water.toml
  goodoffices analyse water.toml
"""


@click.command(help=HELP, short_help="Write a commented conflict file to start from.")
@click.argument("path", default="conflict.toml")
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@quiet_option
def new(path: str, force: bool, quiet: bool) -> None:
    """Write the starter file."""
    from goodoffices.conflict.starter import STARTER

    write_new(STARTER, path, force=force)
    if path != "-":
        note(f"Wrote {path}. Next: goodoffices analyse {quoted(path)}", quiet)


def write_new(text: str, path: str, *, force: bool) -> None:
    """Write a file that must not be there yet.

    Raises
    ------
    UsageError
        where it is there, unless ``force``.
    InputError
        where it cannot be written.
    """
    from goodoffices.cli.output import deliver
    from goodoffices.errors import UsageError

    if path != "-" and Path(path).is_dir():
        inside = Path(path) / "conflict.toml"
        raise UsageError(f"{path} is a folder; name a file in it, such as {inside}")
    if path != "-" and os.path.lexists(path) and not force:
        raise UsageError(f"{path} is there already; name another file, or overwrite it by --force")
    deliver([text], path)


def quoted(path: str) -> str:
    """Return a path as a shell takes it."""
    import shlex

    return shlex.quote(path)
