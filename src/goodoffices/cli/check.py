"""``goodoffices check``: everything wrong with conflict files, all at once."""

from __future__ import annotations

import click

from goodoffices.cli.models import Model, load, note, quiet_option
from goodoffices.readout.plain import harmless

__all__ = ["check"]

HELP = """List everything wrong with conflict files.

Each fault is told with file, line, what was found and what was expected. Nothing is analysed and nothing
is changed. The exit code is 1 when any file has a fault.

\b
Examples:
  goodoffices check dispute.toml
  goodoffices check cases/*.toml
  goodoffices check --schema > conflict.schema.json

Editors that know JSON Schema complete and check conflict files by the schema.
"""


@click.command(help=HELP, short_help="List everything wrong with conflict files.")
@click.argument("models", metavar="MODEL...", nargs=-1, type=Model())
@click.option("--schema", is_flag=True, help="Print the JSON Schema of conflict files instead.")
@quiet_option
@click.pass_context
def check(ctx: click.Context, models: tuple[str, ...], schema: bool, quiet: bool) -> None:
    """Check conflict files."""
    if schema:
        _print_schema()
        return
    if not models:
        raise click.UsageError("name one or more conflict files to check", ctx)
    worst = [_check_one(model) for model in models]
    faulty = worst.count(1)
    if len(models) > 1:
        note(f"{faulty} of {len(models)} files have faults.", quiet)
    ctx.exit(1 if faulty else max(worst))


def _check_one(model: str) -> int:
    """Check one file and say what came out; return the exit code it asks for."""
    from goodoffices.errors import InputError, LimitError

    name = "standard input" if model == "-" else model
    try:
        conflict = load(model)
        count = conflict.states.count
    except InputError as error:
        click.echo(harmless(str(error)), err=True)
        return 1
    except LimitError as error:
        click.echo(harmless(f"{name}: well formed, but {error}"), err=True)
        return 3
    dms, options = len(conflict.decision_makers), len(conflict.options)
    parts = [_counted(dms, "decision maker"), _counted(options, "option"), _counted(count, "state")]
    click.echo(harmless(f"{name}: well formed: {', '.join(parts)}"))
    return 0


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _print_schema() -> None:
    import json

    from goodoffices.conflict.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2))
