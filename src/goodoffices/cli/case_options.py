"""What the commands on a case share: naming one, and the part of it that is looked at."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from goodoffices.cli.models import note, output_option, quiet_option
from goodoffices.cli.output import deliver, page_for

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from goodoffices.case import Case
    from goodoffices.readout.sheet import Sheet

__all__ = ["CaseName", "opened", "scope_options", "show_sheet", "shown_options"]

F = TypeVar("F", bound=Callable[..., Any])


class CaseName(click.ParamType[str]):
    """A case as people name it; completes folders and bundled names."""

    name = "case"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer bundled names that begin like this, and folders."""
        from click.shell_completion import CompletionItem

        from goodoffices import gallery

        names = [CompletionItem(name) for name in gallery.cases() if name.startswith(incomplete)]
        return [*names, CompletionItem(incomplete, type="dir")]


def scope_options(command: F) -> F:
    """Add ``--as-of`` and ``--for``."""
    for add in (
        click.option(
            "--for", "audience", metavar="AUDIENCE",
            help="What this audience may see: public, team, mediator, party:ACTOR_ID, or one of the case.",
        ),
        click.option(
            "--as-of", "day", metavar="DATE",
            help="As known on that day: what became known later is left out.",
        ),
    ):  # fmt: skip
        command = add(command)
    return command


def shown_options(command: F) -> F:
    """Add ``--format``, ``-o`` and ``-q``."""
    form = click.option(
        "--format", "format_", type=click.Choice(["table", "json", "markdown", "html"]),
        default="table", show_default=True, metavar="FORM",
        help="table for people, json for programs, markdown or html for papers and pages.",
    )  # fmt: skip
    return form(output_option(quiet_option(command)))


def opened(
    case: str, day: str | None = None, audience: str | None = None, without: tuple[str, ...] = ()
) -> Case:
    """Open a case and the part of it that is asked for.

    Raises
    ------
    InputError, UsageError
        as `goodoffices.load_case`, `Case.as_of`, `Case.for_audience` and `Case.without` do.
    """
    from goodoffices.loading import load_case

    found = load_case(case)
    if without:
        found = found.without(*without)
    if day is not None:
        found = found.as_of(day)
    return found if audience is None else found.for_audience(audience)


def show_sheet(
    sheet: Sheet, data: Callable[[], Any], format_: str, output: str | None, quiet: bool
) -> None:
    """Deliver a sheet in the form asked for."""
    from goodoffices.readout import sheet as forms

    if format_ == "json":
        from goodoffices.readout.tables import to_json

        ascii_only = output in (None, "-") and "utf" not in (sys.stdout.encoding or "").lower()
        deliver(to_json(data(), ascii_only=ascii_only), output)
    elif format_ == "html":
        deliver([forms.html_page([sheet], sheet.title)], output)
    elif format_ == "markdown":
        deliver([forms.markdown(sheet)], output)
    else:
        place = page_for(output)
        deliver([forms.text(sheet, width=place.width, colour=place.colour)], output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)
