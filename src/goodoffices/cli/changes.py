"""``inverse`` and ``hinges``: what would have to change for an outcome to hold."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from goodoffices.cli.models import Model, Names, load, note, output_option, quiet_option
from goodoffices.cli.output import Page, deliver, page_for
from goodoffices.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from goodoffices.conflict import Conflict

__all__ = ["Profile", "deliver_as", "hinges", "inverse", "model_options", "profile_of", "state_of"]

F = TypeVar("F", bound="Callable[..., Any]")

INVERSE = """Say what must be preferred to what for a state to be an equilibrium.

Told are the exact condition on the preferences of each decision maker who may change, the smallest change
of their rankings (in pairs of states) and the smallest change of their ordered statements: dropping one,
negating one, or swapping two neighbours costs 1 each. It is said where a result is a bound only, and why a
demand cannot be met. A required preference is a condition, never advice.

\b
Examples:
  goodoffices inverse geneva-2014/council vote --concept Nash
  goodoffices inverse published/euphrates-1975 release --may-change syria
  goodoffices inverse dispute.toml sign --concept GMR --concept union=Nash

A STATE is written as the options taken in it, with commas: vote,veto; - is the state with no option
taken.
"""

HINGES = """Find the smallest changes after which an outcome holds and can be reached.

Looked for are the smallest sets of edits of ordered statements, across decision makers, after which the
STATE is an equilibrium and can be reached from the status quo: by improvements, or else with steps at a
loss. Of these is told who must go first at a loss, what the step costs in that decision maker's own
statements, and what repays it by the end.

\b
Examples:
  goodoffices hinges geneva-2014/table parallel,round,russia_presses
  goodoffices hinges geneva-2014/council vote --concept Nash
  goodoffices hinges dispute.toml sign --may-change union --format json

A STATE is written as the options taken in it, with commas: vote,veto; - is the state with no option
taken.
"""


class Profile(click.ParamType[tuple[str, str]]):
    """A concept for everybody, or ID=CONCEPT for one decision maker."""

    name = "concept"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Split at the equals sign."""
        if isinstance(value, tuple):
            return value
        who, _, concept = str(value).rpartition("=")
        return who.strip(), concept.strip()


def model_options(command: F) -> F:
    """Add what these commands share."""
    for add in (
        click.option(
            "--concept", "concepts", type=Profile(), multiple=True, metavar="[ID=]NAME",
            help="Under this solution concept: Nash, GMR, SMR, SEQ or SSEQ; or, with a decision maker's id, "
            "for that one; may be given again.  [default: SEQ]",
        ),
        click.option("--reading", metavar="NAME", help="Take a rival reading kept in the model."),
        click.option(
            "--format", "format_", type=click.Choice(["table", "json"]), default="table",
            show_default=True, metavar="FORM", help="table for people or json for programs.",
        ),
        output_option,
        quiet_option,
    ):  # fmt: skip
        command = add(command)
    return command


_may_change = click.option(
    "--may-change", "may_change", type=Names(), multiple=True, metavar="ID",
    help="Only this decision maker's preferences may change; may be given again.",
)  # fmt: skip


def profile_of(conflict: Conflict, concepts: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return each decision maker's concept: SEQ where none is given."""
    plain = [concept for who, concept in concepts if not who]
    found = dict.fromkeys([dm.id for dm in conflict.decision_makers], (plain or ["SEQ"])[-1])
    for who, concept in concepts:
        if who:
            found[conflict.decision_maker(who).id] = concept
    return found


def state_of(conflict: Conflict, state: str) -> int:
    """Return the number of a state as a person writes it."""
    return int(conflict.states.find(int(state) if state.isdecimal() else state))


def _names(given: tuple[tuple[str, ...], ...]) -> list[str] | None:
    return [name for names in given for name in names] or None


def deliver_as(
    format_: str,
    data: Callable[[], Mapping[str, Any]],
    laid_out: Callable[[Page], str],
    output: str | None,
    quiet: bool,
) -> None:
    """Deliver data as JSON, or the same laid out for people."""
    chunks: Iterable[str]
    if format_ == "json":
        from goodoffices.readout.tables import to_json

        plain = output in (None, "-") and "utf" not in (sys.stdout.encoding or "").lower()
        chunks = to_json(data(), ascii_only=plain)
    else:
        chunks = [laid_out(page_for(output))]
    deliver(chunks, output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)


@click.command(help=INVERSE, short_help="Say what must be preferred to what.")
@click.argument("model", type=Model())
@click.argument("state")
@_may_change
@model_options
def inverse(
    model: str,
    state: str,
    may_change: tuple[tuple[str, ...], ...],
    concepts: tuple[tuple[str, str], ...],
    reading: str | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Answer the inverse question."""
    from goodoffices.mediation import inverse as work_out
    from goodoffices.readout.change_data import inverse_data
    from goodoffices.readout.change_text import inverse_text

    with progress(quiet) as bar:
        conflict = load(model, reading)
        number, profile = state_of(conflict, state), profile_of(conflict, concepts)
        found = work_out(conflict.analyse(progress=bar), number, profile, _names(may_change), bar)
    deliver_as(
        format_,
        lambda: inverse_data(found),
        lambda page: inverse_text(found, width=page.width, colour=page.colour),
        output,
        quiet,
    )


@click.command(help=HINGES, short_help="Find the smallest changes that would do.")
@click.argument("model", type=Model())
@click.argument("state")
@click.option("--start", metavar="STATE", help="Start from this state.  [default: the status quo]")
@_may_change
@model_options
def hinges(
    model: str,
    state: str,
    start: str | None,
    may_change: tuple[tuple[str, ...], ...],
    concepts: tuple[tuple[str, str], ...],
    reading: str | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Find hinges."""
    from goodoffices.mediation import hinges as work_out
    from goodoffices.readout.change_data import hinges_data
    from goodoffices.readout.change_text import hinges_text

    with progress(quiet) as bar:
        conflict = load(model, reading)
        number, profile = state_of(conflict, state), profile_of(conflict, concepts)
        begun = None if start is None else state_of(conflict, start)
        found = work_out(
            conflict.analyse(progress=bar), number, profile, _names(may_change), begun, progress=bar
        )
    deliver_as(
        format_,
        lambda: hinges_data(found),
        lambda page: hinges_text(found, width=page.width, colour=page.colour),
        output,
        quiet,
    )
