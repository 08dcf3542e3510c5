"""What the commands for the mediator's questions share: their options, and how they hand over an answer."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from goodoffices.cli.models import Model, note, output_option, quiet_option
from goodoffices.cli.output import deliver, page_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from goodoffices.conflict import Conflict
    from goodoffices.stability import Analysis

__all__ = ["answer", "as_data", "concept_option", "question", "start_of", "state_number"]

F = TypeVar("F", bound="Callable[..., Any]")


def question(command: F) -> F:
    """Add what every question takes: the model, its reading, the form of the answer, where it goes."""
    for add in (
        quiet_option,
        output_option,
        click.option(
            "--format", "format_", type=click.Choice(["table", "json"]), default="table",
            show_default=True, metavar="FORM", help="table for people or json for programs.",
        ),
        click.option("--reading", metavar="NAME", help="Take a rival reading kept in the model."),
        click.argument("model", type=Model()),
    ):  # fmt: skip
        command = add(command)
    return command


def concept_option(help_: str, default: str) -> Callable[[F], F]:
    """Add ``--concept`` with one name."""
    return click.option("--concept", metavar="NAME", default=default, show_default=True, help=help_)


def state_number(conflict: Conflict, state: str) -> int:
    """Return the number of a state as people write it."""
    return conflict.states.find(int(state) if state.isdecimal() else state)


def start_of(conflict: Conflict, state: str | None) -> int:
    """Return the number of the state asked for, or of the status quo.

    Raises
    ------
    UsageError
        where neither is there.
    """
    from goodoffices.errors import UsageError

    if state is not None:
        return state_number(conflict, state)
    if conflict.status_quo is None:
        raise UsageError("the conflict names no status quo; name a state: --from vote,veto")
    return conflict.states.find(conflict.status_quo)


def as_data(analysis: Analysis, numbers: Iterable[int], **answer: Any) -> dict[str, Any]:
    """Return an answer as plain data, with the conflict and every state it mentions."""
    states, conflict = analysis.states, analysis.conflict
    return {
        "conflict": {
            "title": conflict.title,
            "sha256": conflict.origin.sha256 if conflict.origin else None,
            "reading": conflict.reading.name or None,
        },
        "version": analysis.version,
        "sanctions": analysis.sanctions,
        "states": [
            {"number": n, "id": states.id(n), "yn": states.yn(n), "taken": list(states.taken(n))}
            for n in sorted(set(numbers))
        ],
        **answer,
    }


def answer(
    format_: str,
    output: str | None,
    quiet: bool,
    data: Callable[[], dict[str, Any]],
    lines: Callable[[], Iterable[RenderableType]],
) -> None:
    """Hand over an answer in the form asked for."""
    if format_ == "json":
        from goodoffices.readout.tables import to_json

        plain = output in (None, "-") and "utf" not in (sys.stdout.encoding or "").lower()
        deliver(to_json(data(), ascii_only=plain), output)
    else:
        from goodoffices.readout.console import rendered

        page = page_for(output)
        deliver([rendered(lines(), page.width, colour=page.colour)], output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)
