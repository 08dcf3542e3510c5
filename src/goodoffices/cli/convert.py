"""``goodoffices convert``: a conflict in another program's file format, and back."""

from __future__ import annotations

from pathlib import PurePath

import click

from goodoffices.cli.models import Model, load, note, quiet_option
from goodoffices.cli.new import write_new
from goodoffices.errors import UsageError

__all__ = ["convert"]

HELP = """Turn a .gmcr file into a conflict file of ours, or the other way round.

The ending of OUT says which: .toml or .gmcr. Without OUT, or with -, the result goes to standard output,
as --to says, or else as what the model is not. What the other format has no place for is named on
standard error; what would change the conflict is refused.

\b
Examples:
  goodoffices convert elmira.gmcr elmira.toml
  goodoffices convert geneva-2014/council council.gmcr
  goodoffices convert old.gmcr | less
"""


@click.command(help=HELP, short_help="Turn .gmcr files into ours, and back.")
@click.argument("model", type=Model())
@click.argument("out", required=False, type=click.Path())
@click.option("--to", "form", type=click.Choice(["toml", "gmcr"]), help="The format to write.")
@click.option("--reading", metavar="NAME", help="Take a rival reading kept in the model.")
@click.option("--force", is_flag=True, help="Replace OUT if it is there.")
@quiet_option
def convert(
    model: str, out: str | None, form: str | None, reading: str | None, force: bool, quiet: bool
) -> None:
    """Read a model and write it in the other format."""
    target = None if out in (None, "-") else out
    wanted = form or _form(target, model)
    conflict = load(model, reading)
    if wanted == "gmcr":
        from goodoffices.conflict.gmcr import dump_gmcr

        dumped = dump_gmcr(conflict)
        for lost in dumped.lost:
            note(f"not in a .gmcr file: {lost}", quiet)
        text = dumped.text
    else:
        from goodoffices.conflict.write import dump_conflict

        text = dump_conflict(conflict)
    write_new(text, target or "-", force=force)
    if target:
        note(f"Wrote {target}", quiet)


def _form(target: str | None, model: str) -> str:
    """Return the format that a file's ending asks for, or the one that the model is not in."""
    ending = PurePath(target or "").suffix.lower()
    if ending in (".toml", ".gmcr"):
        return ending[1:]
    if target:
        raise UsageError(f"'{target}' ends neither in .toml nor in .gmcr; --to says which to write")
    return "toml" if model.lower().endswith(".gmcr") else "gmcr"
