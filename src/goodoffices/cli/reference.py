"""The reference page of the command line, made of the commands' own help.

``python -m goodoffices.cli.reference > docs/reference/command-line.md`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from goodoffices.cli.root import root

__all__ = ["commands", "reference"]

HEAD = """\
# The command line

The result goes to standard output, everything else to standard error, so that results can be piped and
redirected. Colours are for terminals only; `NO_COLOR=1` takes them off, `FORCE_COLOR=1` keeps them in a pipe.
Files are written whole or not at all.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | the input is wrong: each fault is told with its file and line |
| 2 | the call is wrong: an unknown command, option, concept, decision maker or state |
| 3 | a limit was reached: told is which, and what would lift it |
| 70 | a fault of Good Offices itself; please report it |
| 130 | interrupted; nothing was left half written |

This page is made of what `--help` says (`python -m goodoffices.cli.reference`).
"""


def commands() -> dict[str, click.Command]:
    """Return every command and sub-command by the words that call it."""
    return dict(_commands(root, click.Context(root, info_name="goodoffices"), ""))


def _commands(
    group: click.Group, ctx: click.Context, before: str
) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None, name
        yield f"{before}{name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, ctx, f"{before}{name} ")


def reference() -> str:
    """Return the page as Markdown."""
    listed = {"": root, **commands()}
    return HEAD + "".join(_section(name, command) for name, command in listed.items())


def _section(name: str, command: click.Command) -> str:
    words = f"goodoffices {name}".strip()
    ctx = click.Context(
        command,
        info_name=words,
        terminal_width=80,
        max_content_width=80,
        help_option_names=root.context_settings["help_option_names"],
    )
    return f"\n## {words}\n\n```text\n{command.get_help(ctx)}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
