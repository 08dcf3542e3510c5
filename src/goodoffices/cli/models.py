"""What the commands share: naming a model, a state, a format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from goodoffices.conflict import Conflict

__all__ = ["Model", "Names", "load", "note", "output_option", "quiet_option", "sanctions_option"]

F = TypeVar("F", bound="Callable[..., Any]")


class Model(click.ParamType[str]):
    """A model as people name it; completes files and bundled names."""

    name = "model"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer bundled names that begin like this, and files."""
        from click.shell_completion import CompletionItem

        from goodoffices import gallery

        names = [CompletionItem(name) for name in gallery.names() if name.startswith(incomplete)]
        return [*names, CompletionItem(incomplete, type="file")]


class Names(click.ParamType[tuple[str, ...]]):
    """A name, or several with commas between them."""

    name = "name"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split at the commas."""
        parts = value if isinstance(value, tuple) else str(value).split(",")
        return tuple(part.strip() for part in parts if part.strip())


def output_option(command: F) -> F:
    """Add ``-o``."""
    return click.option(
        "-o", "--output", metavar="FILE",
        help="Write to FILE, whole or not at all; - for standard output.",
    )(command)  # fmt: skip


def quiet_option(command: F) -> F:
    """Add ``--quiet``."""
    return click.option(
        "-q", "--quiet", is_flag=True, help="No progress bar and no notes on standard error."
    )(command)


def sanctions_option(command: F) -> F:
    """Add ``--sanctions``."""
    return click.option(
        "--sanctions", type=click.Choice(["legal", "one-move"]), default="legal", show_default=True,
        metavar="KIND", help="What the others can answer with: legal sequences of moves, or one-move "
        "of one of them, to compare with programs that have it so.",
    )(command)  # fmt: skip


def load(model: str, reading: str | None = None) -> Conflict:
    """Return the conflict that a MODEL argument names; its notes are told unless the command is quiet.

    Raises
    ------
    InputError, UsageError
        as `goodoffices.load` does; the latter too where the command's result would replace the model.
    """
    _spare(model)
    if model != "-":
        from goodoffices.loading import load

        conflict = load(model, reading)
    else:
        from goodoffices.conflict.file import read_conflict

        conflict = read_conflict(sys.stdin.buffer, name="standard input")
        conflict = conflict.with_reading(reading) if reading else conflict
    _tell(conflict)
    return conflict


def _spare(model: str) -> None:
    """Refuse to write a result over the model it is made of."""
    from goodoffices.cli.targets import refuse_inputs

    context = click.get_current_context(silent=True)
    given = [context.params.get(key) for key in ("output", "report")] if context else []
    outputs = [place for place in given if place not in (None, "-")]
    refuse_inputs(outputs, [] if model == "-" else [model], "name another file")


def _tell(conflict: Conflict) -> None:
    """Say what a conflict's file holds that is left out or not taken into account."""
    context = click.get_current_context(silent=True)
    quiet = bool(context and context.params.get("quiet"))
    notes = conflict.origin.notes if conflict.origin else ()
    for text in notes:
        note(f"note: {text}", quiet)
    unseen = [dm.id for dm in conflict.decision_makers if dm.misperceptions]
    if unseen and not notes:
        note(
            f"note: misperceptions of {', '.join(unseen)} are kept, and not taken into account",
            quiet,
        )


def note(text: str, quiet: bool = False) -> None:
    """Say something beside the result."""
    from goodoffices.readout.plain import harmless

    if not quiet:
        click.echo(harmless(text), err=True)
