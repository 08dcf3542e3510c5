"""``goodoffices talks``: process, agenda, texts, votes, triggers, commitments and calendar of a case."""

from __future__ import annotations

import click

from goodoffices.cli.lazy import LazyGroup

__all__ = ["talks"]

_WEIGHED = {"texts", "votes", "triggers"}
COMMANDS = {
    name: (f"goodoffices.cli.talks_{'weighed' if name in _WEIGHED else 'commands'}:{name}", line)
    for name, line in {
        "process": "Who takes part, mandates, meetings, questions and answers.",
        "agenda": "What is talked about in which order, and who consents.",
        "texts": "Drafts and agreements: versions, differences, readings, matrix.",
        "votes": "How bodies decide, what is expected of a draft, what turns it.",
        "triggers": "Deadlines with a consequence, and what would hold under each reading.",
        "commitments": "Who owes what, what was observed of it, rival counts.",
        "calendar": "Everything dated: what was planned and what became of it.",
        "evidence": "Where everything in the talks is written.",
        "page": "All of it on one page that reads offline.",
        "check": "List everything wrong with the files of the talks.",
    }.items()
}

HELP = """Show the talks of a case: process, texts, votes, deadlines, commitments.

CASE is the folder of a case, or the name of a bundled one such as geneva-2014.
With --as-of DATE everything that became known later is left out.

\b
Examples:
  goodoffices talks calendar geneva-2014 --as-of 2014-02-11
  goodoffices talks votes geneva-2014
  goodoffices talks triggers geneva-2014 --run two_weeks
"""


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    help=HELP,
    short_help="Show process, texts, votes, deadlines and commitments.",
)
def talks() -> None:
    """Show the talks of a case."""
