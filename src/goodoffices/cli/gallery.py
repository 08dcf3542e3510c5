"""``goodoffices gallery``: the bundled conflicts."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from goodoffices.cli.models import note, quiet_option
from goodoffices.cli.output import page_for
from goodoffices.readout.plain import harmless

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

    for name in shelf.names():
        click.echo(click.style(name, bold=True), color=page_for(None).colour)
        about = click.wrap_text(shelf.describe(name), 78, "  ", "  ")
        click.echo(harmless(about))


@gallery.command(help=SHOW_HELP)
@click.argument("name", type=Bundled())
def show(name: str) -> None:
    """Print a bundled conflict file."""
    from goodoffices import gallery as shelf

    click.echo(shelf.read_text(name), nl=False)


@gallery.command(help=COPY_HELP)
@click.argument("name", type=Bundled())
@click.argument("path", required=False)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@quiet_option
def copy(name: str, path: str | None, force: bool, quiet: bool) -> None:
    """Copy a bundled conflict into a file of your own."""
    from goodoffices import gallery as shelf
    from goodoffices.cli.new import quoted, write_new

    text = shelf.read_text(name)
    file = f"{PurePosixPath(name).name}.toml"
    target = file if path is None else path
    if Path(target).is_dir():
        target = str(Path(target) / file)
    write_new(text, target, force=force)
    note(f"Wrote {target}. Next: goodoffices analyse {quoted(target)}", quiet)
