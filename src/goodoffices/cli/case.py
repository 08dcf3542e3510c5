"""``goodoffices case``: the folder of a case, what is in it, and what is wrong with it."""

from __future__ import annotations

import click

from goodoffices.cli.lazy import LazyGroup

__all__ = ["case"]

COMMANDS = {
    "new": ("goodoffices.cli.case_folder:new", "Make the folder of a new case."),
    "show": ("goodoffices.cli.case_folder:show", "Show what a case holds."),
    "add": (
        "goodoffices.cli.case_record:add",
        "Put a report into a case, with what is read from it.",
    ),
    "review": ("goodoffices.cli.case_record:review", "Confirm, edit or reject what was read."),
    "moved": (
        "goodoffices.cli.case_moved:moved",
        "Say which passages moved or were lost in a changed text.",
    ),
    "propose": (
        "goodoffices.cli.case_models:propose",
        "Propose a model from confirmed positions.",
    ),
    "build": ("goodoffices.cli.case_models:build", "Make a model of what was accepted."),
    "readings": (
        "goodoffices.cli.case_later:readings",
        "Set the readings of a case side by side.",
    ),
    "forecast": ("goodoffices.cli.case_later:forecast", "Freeze a forecast; see hits and misses."),
    "check": ("goodoffices.cli.case_folder:check", "List everything wrong with a case."),
}

HELP = """Keep a case: sources, record, models and talks of one dispute in a folder.

CASE is the folder of a case, or the name of a bundled one. Its files are plain text, to be put under version
control, mailed, and opened on a machine that never sees a network.

\b
Examples:
  goodoffices case new dispute
  goodoffices case show dispute --as-of 2014-02-11
  goodoffices case check dispute
"""


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    help=HELP,
    short_help="Keep sources, record, models and talks of one dispute.",
)
def case() -> None:
    """Keep a case."""
