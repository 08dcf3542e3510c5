"""``goodoffices gallery``: the bundled conflicts."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from goodoffices.cli.models import note, quiet_option

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["gallery"]

HELP = """List, show or copy the bundled conflicts.

\b
Examples:
  goodoffices gallery
  goodoffices gallery show geneva-2014/council
  goodoffices gallery copy geneva-2014/council mine.toml
"""

LIST_HELP = """List the bundled conflicts, each with a line on what it is.

\b
Example:
  goodoffices gallery list
"""

SHOW_HELP = """Print a bundled conflict file.

\b
Example:
  goodoffices gallery show geneva-2014/council
"""

COPY_HELP = """Copy a bundled conflict into a file of your own.

Without PATH the copy goes to this folder, under the last part of its name.

\b
Examples:
  goodoffices gallery copy geneva-2014/council
  goodoffices gallery copy geneva-2014/council mine.toml
"""


class Bundled(click.ParamType[str]):
    """The name of a bundled conflict."""

    name = "name"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the names that begin like this."""
        from click.shell_completion import CompletionItem

        from goodoffices import gallery as shelf

        return [CompletionItem(name) for name in shelf.names() if name.startswith(incomplete)]


@click.group(
    help=HELP, short_help="List, show or copy the bundled conflicts.", invoke_without_command=True
)
@click.pass_context
def gallery(ctx: click.Context) -> None:
    """List, show or copy the bundled conflicts."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@gallery.command("list", help=LIST_HELP)
def list_() -> None:
    """List the bundled conflicts."""
    from goodoffices import gallery as shelf

    names = shelf.names()
    formatter = click.HelpFormatter(width=80)
    formatter.write_dl([(name, shelf.describe(name)) for name in names], col_max=36)
    click.echo(formatter.getvalue().replace("\n  ", "\n").removeprefix("  "), nl=False)


@gallery.command(help=SHOW_HELP)
@click.argument("name", type=Bundled())
def show(name: str) -> None:
    """Print a bundled conflict file."""
    click.echo(_text_of(name), nl=False)


@gallery.command(help=COPY_HELP)
@click.argument("name", type=Bundled())
@click.argument("path", required=False)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@quiet_option
def copy(name: str, path: str | None, force: bool, quiet: bool) -> None:
    """Copy a bundled conflict into a file of your own."""
    from goodoffices.cli.new import write_new

    text = _text_of(name)
    file = f"{PurePosixPath(name).name}.toml"
    target = file if path is None else path
    if Path(target).is_dir():
        target = str(Path(target) / file)
    write_new(text, target, force=force)
    note(f"Wrote {target}. Next: goodoffices analyse {target}", quiet)


def _text_of(name: str) -> str:
    from goodoffices import gallery as shelf
    from goodoffices.errors import InputError, did_you_mean

    if name not in shelf.names():
        raise InputError(f"no bundled conflict '{name}'; {did_you_mean(name, shelf.names())}")
    return shelf.read_text(name)
