"""``goodoffices case forecast`` and ``readings``: what was foreseen and what came; readings side by side."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.case_options import (
    CaseName,
    opened,
    scope_options,
    show_sheet,
    shown_options,
)
from goodoffices.cli.models import note, quiet_option
from goodoffices.readout.plain import harmless

if TYPE_CHECKING:
    from goodoffices.case import Case

__all__ = ["forecast", "readings"]

FORECAST = """Freeze a forecast, write down what came, and see hits and misses.

With --model the model is frozen as it stands, with its equilibria and what is expected; with --as-of as it
stood on that day. With --taken the outcome is written beside it, once. Without either a forecast is held
against its outcome; without ID all are listed. What was frozen cannot be changed unnoticed.

\b
Examples:
  goodoffices case forecast dispute may --model m --expect "not tgb" --by anna
  goodoffices case forecast dispute may --taken round,parallel --by anna
  goodoffices case forecast dispute may
"""


@click.command(help=FORECAST, short_help="Freeze a forecast; see hits and misses.")
@click.argument("case", type=CaseName())
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--model", metavar="MODEL", help="Freeze this model of the case.")
@click.option("--reading", metavar="NAME", help="A rival reading kept in the model.")
@click.option(
    "--concept", metavar="NAME", default="SEQ", show_default=True, help="Whose equilibria to keep."
)
@click.option(
    "--expect", metavar="STATEMENT", multiple=True, help="What is expected; may be given again."
)
@click.option("--taken", metavar="OPTIONS", help="The outcome: the options taken, or - for none.")
@click.option("--unknown", metavar="OPTIONS", default="", help="Options of which nobody knows.")
@click.option("--when", metavar="DATE", help="When the outcome came about.")
@click.option("--by", metavar="NAME", help="Who foresees, or who writes the outcome down.")
@click.option("--as-of", "day", metavar="DATE", help="Freeze the model as it stood on that day.")
@quiet_option
def forecast(
    case: str,
    id_: str | None,
    model: str | None,
    taken: str | None,
    day: str | None,
    quiet: bool,
    **given: Any,
) -> None:
    """Keep forecasts."""
    from goodoffices.errors import UsageError

    found = opened(case, day)
    if model is None and taken is None:
        for line in _told(found, id_):
            click.echo(harmless(line))
        return
    if not id_ or not given["by"]:
        raise UsageError("give the forecast an ID, and say by whom: --by NAME")
    today = datetime.date.today().isoformat()
    if model is not None:
        from goodoffices.case import freeze

        freeze(
            found, id_, model, by=given["by"], made=today, reading=given["reading"],
            concept=given["concept"], expect=given["expect"],
        )  # fmt: skip
        note(f"Frozen: {case}/forecasts/{id_}.toml", quiet)
        return
    _write_outcome(found, id_, str(taken), today, given)
    for line in _told(opened(case), id_):
        click.echo(harmless(line))


def _write_outcome(case: Case, id_: str, taken: str, today: str, given: dict[str, Any]) -> None:
    from goodoffices.case import record_outcome
    from goodoffices.case.forecasts import Outcome
    from goodoffices.errors import UsageError
    from goodoffices.talks.when import is_when

    if given["when"] and not is_when(given["when"]):
        raise UsageError(f"expected a date such as 2014-02-11, found '{given['when']}'")
    options = tuple(part.strip() for part in taken.split(",") if part.strip() not in ("", "-"))
    unknown = tuple(part.strip() for part in given["unknown"].split(",") if part.strip())
    outcome = Outcome(taken=options, unknown=unknown, when=given["when"], by=given["by"], at=today)
    record_outcome(case, id_, outcome)


def _told(case: Case, id_: str | None) -> list[str]:
    """Return the lines that tell of one forecast or of all."""
    from goodoffices.case import judge, open_forecast
    from goodoffices.case.forecasts import forecast_names

    if id_ is None:
        names = forecast_names(case)
        return [line for name in names for line in _told(case, name)] or ["No forecasts."]
    kept = open_forecast(case, id_)
    file = kept.file
    about = f"{id_}: {file.model}{f', reading {file.reading}' if file.reading else ''}"
    about += f", frozen {file.made} by {file.by}"
    about += f", as of {file.as_of}" if file.as_of else ""
    lines = [about + (" (written after that day)" if file.written_after else "")]
    verdicts = judge(kept)
    if not verdicts:
        lines += [f"  expects {claim.says}" for claim in file.claims]
        return [*lines, "  No outcome yet."]
    for it in verdicts:
        lines.append(f"  {it.result:4}  {it.claim}{f' ({it.note})' if it.note else ''}")
    counts = [sum(it.result == kind for it in verdicts) for kind in ("hit", "miss", "open")]
    hits = f"{counts[0]} hit{'s' * (counts[0] != 1)}"
    misses = f"{counts[1]} miss{'es' * (counts[1] != 1)}"
    return [*lines, f"  {hits}, {misses}, {counts[2]} open."]


READINGS = """Set the readings of a case side by side.

For each model and each reading: whose it is, when it was written and whether that was after the day the model
describes, how many of its preference statements have no evidence, and what holds in it. With MODEL also where
the readings differ, decision maker by decision maker.

\b
Examples:
  goodoffices case readings dispute
  goodoffices case readings dispute table --as-of 2014-02-11
"""


@click.command(help=READINGS, short_help="Set the readings of a case side by side.")
@click.argument("case", type=CaseName())
@click.argument("model", required=False)
@scope_options
@shown_options
def readings(
    case: str,
    model: str | None,
    day: str | None,
    audience: str | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Compare readings."""
    from goodoffices.readout.case_readings import readings_data, readings_sheet

    found = opened(case, day, audience)
    sheet = readings_sheet(found, model)
    show_sheet(sheet, lambda: readings_data(found, model), format_, output, quiet)
