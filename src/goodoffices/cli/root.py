"""The root command: what `goodoffices` alone knows, and the table of its commands."""

from __future__ import annotations

import click

from goodoffices._version import __version__
from goodoffices.cli.lazy import LazyGroup

__all__ = ["COMMANDS", "root"]

COMMANDS = {
    "analyse": ("goodoffices.cli.analyse:analyse", "Work out what would hold in a conflict."),
    "explain": ("goodoffices.cli.explain:explain", "Say why a state is stable, or why not."),
    "coalitions": (
        "goodoffices.cli.coalitions:coalitions",
        "Say what would hold if several could move together.",
    ),
    "joint": ("goodoffices.cli.joint:joint", "Say what several could do together, in depth."),
    "sequence": (
        "goodoffices.cli.sequence:sequence",
        "Find an order of steps that nobody gains by breaking off.",
    ),
    "foresight": (
        "goodoffices.cli.foresight:foresight",
        "Say who stays where, looking several moves ahead.",
    ),
    "compare": (
        "goodoffices.cli.compare:compare",
        "Set rival readings side by side, and tell them apart.",
    ),
    "clause": (
        "goodoffices.cli.clause:clause",
        "Run the readings of an ambiguous clause, each as a model.",
    ),
    "export": ("goodoffices.cli.export:export", "Write tables and graphs for other programs."),
    "inverse": ("goodoffices.cli.changes:inverse", "Say what must be preferred to what."),
    "hinges": ("goodoffices.cli.changes:hinges", "Find the smallest changes that would do."),
    "robustness": (
        "goodoffices.cli.robustness:robustness",
        "Count in how many variants a state holds.",
    ),
    "convert": ("goodoffices.cli.convert:convert", "Turn .gmcr files into ours, and back."),
    "check": ("goodoffices.cli.check:check", "List everything wrong with conflict files."),
    "new": ("goodoffices.cli.new:new", "Write a commented conflict file to start from."),
    "read": ("goodoffices.cli.read:read", "Read reports into proposed records."),
    "evaluate": (
        "goodoffices.cli.evaluate:evaluate",
        "Measure reading on labelled reports.",
    ),
    "talks": (
        "goodoffices.cli.talks:talks",
        "Show process, texts, votes, deadlines and commitments.",
    ),
    "case": ("goodoffices.cli.case:case", "Keep sources, record, models and talks of one dispute."),
    "trace": (
        "goodoffices.cli.trace:trace",
        "Follow conclusions to the words they rest on, and back.",
    ),
    "readout": (
        "goodoffices.cli.readout:readout",
        "Write a report of a case for a named audience.",
    ),
    "gallery": ("goodoffices.cli.gallery:gallery", "List, show or copy the bundled conflicts."),
}
"""Command name to "module:attribute" and the first line of its help."""

HELP = """Work out what would hold in a conflict, and what would have to change.

A MODEL is a conflict file (.toml, .gmcr), the name of a bundled conflict such
as geneva-2014/council, or - for standard input.

\b
Examples:
  goodoffices analyse geneva-2014/council
  goodoffices explain geneva-2014/council --dm russia --concept SEQ
  goodoffices new dispute.toml

'goodoffices COMMAND --help' tells more about a command.
"""

EPILOG = """\b
Exit codes: 0 done, 1 the input is wrong, 2 the call is wrong, 3 a limit was
reached, 130 interrupted. NO_COLOR=1 takes the colours off.

\b
Completion by Tab, for this shell:
  bash  eval "$(_GOODOFFICES_COMPLETE=bash_source goodoffices)"
  zsh   eval "$(_GOODOFFICES_COMPLETE=zsh_source goodoffices)"
  fish  _GOODOFFICES_COMPLETE=fish_source goodoffices | source
"""


def _cite(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from goodoffices.cli.cite import citation

        click.echo(citation())
        ctx.exit()


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    help=HELP,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, message="Good Offices %(version)s")
@click.option(
    "--cite", is_flag=True, is_eager=True, expose_value=False, callback=_cite,
    help="Show how to cite Good Offices, and exit.",
)  # fmt: skip
def root() -> None:
    """Work out what would hold in a conflict."""
