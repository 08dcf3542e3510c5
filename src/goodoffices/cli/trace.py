"""``goodoffices trace``: from conclusions to the words they rest on, and from words to what rests on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.case_options import CaseName, opened, scope_options
from goodoffices.cli.models import note, output_option, quiet_option
from goodoffices.cli.output import deliver, page_for
from goodoffices.readout.plain import harmless

if TYPE_CHECKING:
    from goodoffices.case import Case, Falls, Node

__all__ = ["trace"]

HELP = """Follow the trace of a case, down to the words or up from them.

WHAT says where to begin:

\b
  MODEL               its equilibria, down to the passages they rest on
  MODEL/vote,veto     one outcome; MODEL/- is the one with no option taken
  MODEL/DM, MODEL/DM/2  what a decision maker wants, or one statement
  texts/ID/CLAUSE, commitments/ID, votes/ID, triggers/ID  a fact of the talks
  process/TABLE/ID, such as process/meetings/joint        one of the process
  SOURCE/ITEM         an item of the record: its passages, what rests on it
  SOURCE              all that rests on a source
  SOURCE:15-22, SOURCE:"some words"   all that rests on a passage

Without WHAT the equilibria of every model are followed. With --without
ITEM, a source, an item of the record or MODEL/evidence/ID is struck out,
and what falls is shown; WHAT can then be left out.

\b
Examples:
  goodoffices trace dispute council/vote
  goodoffices trace dispute aljazeera:"absolutely one-sided"
  goodoffices trace dispute --without aljazeera/p4 --without tass
"""


@click.command(help=HELP, short_help="Follow conclusions to the words they rest on, and back.")
@click.argument("case", type=CaseName())
@click.argument("what", required=False)
@click.option(
    "--without", metavar="ITEM", multiple=True, help="Strike this out; may be given again."
)
@click.option("--reading", metavar="NAME", help="Take a rival reading kept in the model.")
@click.option(
    "--concept", metavar="NAME",
    help="The solution concept to follow; the strongest that holds if none is named.",
)  # fmt: skip
@scope_options
@click.option(
    "--format", "format_", type=click.Choice(["table", "json", "markdown"]), default="table",
    show_default=True, metavar="FORM",
    help="table for people, json for programs, markdown for papers.",
)  # fmt: skip
@output_option
@quiet_option
@click.pass_context
def trace(
    ctx: click.Context,
    case: str,
    what: str | None,
    without: tuple[str, ...],
    reading: str | None,
    concept: str | None,
    day: str | None,
    audience: str | None,
    format_: str,
    output: str | None,
    quiet: bool,
) -> None:
    """Follow the trace."""
    found = opened(case, day, audience)
    falls = None
    if without:
        from goodoffices.case import what_falls

        falls = what_falls(found, *without)
        found = found.without(*without)
    nodes = [] if without and what is None else list(_nodes(found, what, reading, concept))
    deliver([_laid_out(nodes, falls, format_, output)], output)
    if output not in (None, "-"):
        note(f"Result: {output}", quiet)
    _warn(found, nodes, quiet)
    broken = _broken(found, nodes)
    for line in broken:
        click.echo(harmless(line), err=True)
    if broken:
        ctx.exit(1)


def _warn(case: Case, nodes: list[Node], quiet: bool) -> None:
    """Say which models are shown without some of what they hold."""
    if case.scope.sight is None:
        return
    for name in sorted({node.ref.partition("/")[0] for node in nodes} & {*case.conflict_names}):
        number = sum(it.why == "hidden" for it in case.lost(name))
        if number:
            parts = "1 part rests" if number == 1 else f"{number} parts rest"
            note(
                f"{name}: {parts} on evidence that {case.scope.sight.name} may not see; the model is "
                "shown and worked out without.",
                quiet,
            )


def _nodes(case: Case, what: str | None, reading: str | None, concept: str | None) -> list[Node]:
    from goodoffices.case import trace_item, trace_model, trace_outcome, trace_preference, trace_up
    from goodoffices.errors import UsageError, did_you_mean

    if what is None:
        return [trace_model(case, name, None) for name in case.conflict_names]
    head, slash, rest = what.partition("/")
    if ":" in what and what.partition(":")[0] in case.source_ids:
        return [trace_up(case, what)]
    if head in case.conflict_names:
        if not slash:
            return [trace_model(case, head, reading)]
        if rest.partition("/")[0] in [dm.id for dm in case.conflict(head).decision_makers]:
            return [trace_preference(case, what, reading)]
        return [trace_outcome(case, head, rest, concept, reading)]
    if head in ("texts", "commitments", "votes", "triggers", "process") and slash:
        from goodoffices.case import trace_talks

        return [trace_talks(case, what)]
    if head in case.source_ids:
        return [trace_item(case, what), trace_up(case, what)] if slash else [trace_up(case, what)]
    known = did_you_mean(head, [*case.conflict_names, *case.source_ids])
    raise UsageError(f"no model and no source '{head}' in this case; {known}")


def _laid_out(nodes: list[Node], falls: Falls | None, format_: str, output: str | None) -> str:
    from goodoffices.readout import trace_text as forms

    if format_ == "json":
        from goodoffices.cli.read import as_json

        data: dict[str, Any] = {"trace": [node.to_dict() for node in nodes]}
        if falls is not None:
            data["falls"] = falls.to_dict()
        return "".join(as_json(data))
    if format_ == "markdown":
        return forms.trace_markdown(nodes, falls)
    page = page_for(output)
    return forms.trace_text(nodes, falls, width=page.width, colour=page.colour)


def _broken(case: Case, nodes: list[Node]) -> list[str]:
    """Return the broken links of a trace, each with file and line."""
    refs = [n for top in nodes for n in top.walk() if n.standing in ("broken", "rejected")]
    if not refs:
        return []
    if not case.scope.whole:
        return [f"{node.ref}: {node.words}" for node in refs]
    findings = [finding for finding in case.check() if finding.serious]
    told = [str(f) for f in findings if any(_about(str(f), node) for node in refs)]
    return told or [f"{node.ref}: {node.words}" for node in refs]


def _about(finding: str, node: Node) -> bool:
    source, _, item = node.ref.partition("/")
    return node.ref in finding or f"'{source}'" in finding or f"item '{item}' in" in finding
