"""What the commands under ``goodoffices talks`` share: naming a case, a day, a form."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from goodoffices.cli.models import note, output_option, quiet_option
from goodoffices.cli.output import deliver, page_for

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from goodoffices.readout.sheet import Sheet
    from goodoffices.talks.talks import Talks

__all__ = ["Case", "opened", "shared", "show", "taken_as_day"]

F = TypeVar("F", bound=Callable[..., Any])


class Case(click.ParamType[str]):
    """A case as people name it; completes folders and bundled names."""

    name = "case"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer bundled names that begin like this, and folders."""
        from click.shell_completion import CompletionItem

        from goodoffices.cli.talks_folder import bundled

        names = [CompletionItem(name) for name in bundled() if name.startswith(incomplete)]
        return [*names, CompletionItem(incomplete, type="dir")]


def taken_as_day(ctx: click.Context, _: click.Parameter, value: str | None) -> datetime.date | None:
    """Take a date as a day."""
    if value is None or ctx.resilient_parsing:
        return None
    from goodoffices.talks.when import day_of

    return day_of(value)


def shared(command: F) -> F:
    """Add what every command here takes."""
    for add in (
        quiet_option,
        output_option,
        click.option(
            "--format", "format_", type=click.Choice(["table", "json", "markdown", "html"]),
            default="table", show_default=True, metavar="FORM",
            help="table for people, json for programs, markdown or html for papers and pages.",
        ),
        click.option(
            "--as-of", "day", metavar="DATE", callback=taken_as_day,
            help="As known on that day: what became known later is left out.",
        ),
        click.argument("case", type=Case()),
    ):  # fmt: skip
        command = add(command)
    return command


def opened(case: str, day: datetime.date | None) -> Talks:
    """Read the talks of a case, as of a day."""
    from goodoffices.cli.talks_folder import open_talks

    return open_talks(case).as_of(day)


def show(
    sheet: Sheet, data: Callable[[], Any], format_: str, output: str | None, quiet: bool
) -> None:
    """Write a sheet, or what it shows as data."""
    deliver(_laid_out(sheet, data, format_, output), output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)


def _laid_out(
    sheet: Sheet, data: Callable[[], Any], format_: str, output: str | None
) -> Iterable[str]:
    from goodoffices.readout import sheet as forms

    if format_ == "json":
        from goodoffices.readout.tables import to_json

        ascii_only = output in (None, "-") and "utf" not in (sys.stdout.encoding or "").lower()
        return to_json(data(), ascii_only=ascii_only)
    if format_ == "html":
        return [forms.html_page([sheet], sheet.title)]
    if format_ == "markdown":
        return [forms.markdown(sheet)]
    place = page_for(output)
    return [forms.text(sheet, width=place.width, colour=place.colour)]
