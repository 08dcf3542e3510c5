"""``goodoffices explain``: why a state is stable for a decision maker, or why not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.models import (
    Model,
    Names,
    load,
    note,
    output_option,
    quiet_option,
    sanctions_option,
)
from goodoffices.cli.output import deliver, page_for
from goodoffices.cli.progress import progress

if TYPE_CHECKING:
    from goodoffices.stability import Analysis, Explanation
    from goodoffices.stability.values import Sanctions

__all__ = ["explain"]

HELP = """Say why a state is stable for a decision maker, or why not.

Told are the decision maker's improvements from the state and, for each, the sanction of the others with
its whole path, or why there is none. Without options: for everybody, at the status quo, under every
solution concept.

\b
Examples:
  goodoffices explain geneva-2014/council
  goodoffices explain geneva-2014/council --dm russia --concept SEQ
  goodoffices explain geneva-2014/council --dm sponsors --state vote
  goodoffices explain dispute.toml --state "{vote, veto}" --format json

A STATE is written as the options taken in it, with commas: vote,veto; - is the state with no option
taken.
"""


@click.command(help=HELP, short_help="Say why a state is stable, or why not.")
@click.argument("model", type=Model())
@click.option(
    "--concept", "concepts", type=Names(), multiple=True, metavar="NAME",
    help="Under this solution concept: Nash, GMR, SMR, SEQ, SSEQ or SIM; may be given again.",
)  # fmt: skip
@click.option(
    "--dm", "dms", type=Names(), multiple=True, metavar="ID",
    help="For this decision maker, by id; may be given again.",
)  # fmt: skip
@click.option("--state", metavar="STATE", help="At this state.  [default: the status quo]")
@click.option("--reading", metavar="NAME", help="Take a rival reading kept in the model.")
@click.option(
    "--format", "format_", type=click.Choice(["table", "json"]), default="table",
    show_default=True, metavar="FORM", help="table for people or json for programs.",
)  # fmt: skip
@sanctions_option
@output_option
@quiet_option
def explain(
    model: str,
    concepts: tuple[tuple[str, ...], ...],
    dms: tuple[tuple[str, ...], ...],
    state: str | None,
    reading: str | None,
    format_: str,
    sanctions: Sanctions,
    output: str | None,
    quiet: bool,
) -> None:
    """Explain the stability of a state."""
    from goodoffices.readout.tables import concepts_named, to_json
    from goodoffices.stability import analyse

    chosen = concepts_named(name for names in concepts for name in names)
    with progress(quiet) as bar:
        conflict = load(model, reading)
        wanted = [name for names in dms for name in names]
        who = [conflict.decision_maker(id_).id for id_ in wanted or _everybody(conflict)]
        number = _state(conflict, state)
        analysis = analyse(conflict, bar, also=chosen, sanctions=sanctions)
        told = [analysis.explain(concept, id_, number) for id_ in who for concept in chosen]
    if format_ == "json":
        plain = output in (None, "-") and "utf" not in (sys.stdout.encoding or "").lower()
        deliver(to_json(_as_data(analysis, told), ascii_only=plain), output)
    else:
        from goodoffices.readout.terminal import explanations_text

        page = page_for(output)
        deliver([explanations_text(analysis, told, width=page.width, colour=page.colour)], output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)


def _everybody(conflict: Any) -> list[str]:
    return [dm.id for dm in conflict.decision_makers]


def _state(conflict: Any, state: str | None) -> int:
    """Return the number of the state asked for, or of the status quo."""
    from goodoffices.errors import UsageError

    states = conflict.states
    if state is not None:
        return int(states.find(int(state) if state.isdecimal() else state))
    if conflict.status_quo is None:
        raise UsageError("the conflict names no status quo; name a state: --state vote,veto")
    return int(states.find(conflict.status_quo))


def _as_data(analysis: Analysis, told: Sequence[Explanation]) -> dict[str, Any]:
    """Return explanations as data, with every state they mention."""
    from dataclasses import asdict

    explanations = [asdict(it) for it in told]
    numbers = sorted(set(_numbers(explanations)))
    states = analysis.states
    return {
        "conflict": analysis.to_dict()["conflict"],
        "version": analysis.version,
        "sanctions": analysis.sanctions,
        "states": [
            {"number": n, "id": states.id(n), "yn": states.yn(n), "taken": list(states.taken(n))}
            for n in numbers
        ],
        "explanations": explanations,
    }


def _numbers(data: Any) -> Iterable[int]:
    """Find the state numbers anywhere in explanations."""
    if isinstance(data, list | tuple):
        for part in data:
            yield from _numbers(part)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in ("state", "source", "target", "joint") and value is not None:
                yield value
            else:
                yield from _numbers(value)
