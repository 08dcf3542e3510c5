"""``goodoffices export``: an analysis as a file for another program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

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
from goodoffices.cli.output import deliver, deliver_bytes
from goodoffices.cli.progress import progress
from goodoffices.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from goodoffices.stability import Analysis, Concept
    from goodoffices.stability.values import Sanctions

__all__ = ["FORMS", "export"]

FORMS = {
    "graphml": (".graphml",),
    "dot": (".dot", ".gv"),
    "latex": (".tex",),
    "csv": (".csv",),
    "markdown": (".md", ".markdown"),
    "json": (".json",),
    "svg": (".svg",),
    "png": (".png",),
    "pdf": (".pdf",),
}
"""Each form, and the file names' endings that ask for it."""

PICTURES = ("png", "pdf")  # not text: they go to a file, or into a pipe when that is asked for

HELP = """Write an analysis as a file for another program.

\b
  graphml   states and moves, for Gephi, yEd, networkx, igraph
  dot       the graph of states, for Graphviz
  latex     tables for a paper: options, rankings, stability
  csv       a row for each state, for spreadsheets and R
  markdown  the same tables for people
  json      the interchange object
  svg       the graph of states, to edit or to print
  png, pdf  the graph of states, for print (needs matplotlib)

Without --to the ending of FILE says which. Forms of text go to standard output where no FILE is named.

\b
Examples:
  goodoffices export geneva-2014/council -o council.graphml
  goodoffices export geneva-2014/council --to latex
  goodoffices export dispute.toml -o graph.pdf --improvements-only
"""


@click.command(help=HELP, short_help="Write tables and graphs for other programs.")
@click.argument("model", type=Model())
@click.option("--to", "form", metavar="FORM", help=f"One of {', '.join(FORMS)}.")
@output_option
@click.option("--reading", metavar="NAME", help="Take a rival reading kept in the model.")
@click.option(
    "--concept", "concepts", type=Names(), multiple=True, metavar="NAME",
    help="Write this solution concept only, in tables; may be given again.",
)  # fmt: skip
@click.option(
    "--improvements-only", is_flag=True, help="Leave out moves that do not improve their mover."
)
@click.option(
    "--all", "every_state", is_flag=True, help="Write every state, however many there are."
)
@sanctions_option
@quiet_option
def export(
    model: str,
    form: str | None,
    output: str | None,
    reading: str | None,
    concepts: tuple[tuple[str, ...], ...],
    improvements_only: bool,
    every_state: bool,
    sanctions: Sanctions,
    quiet: bool,
) -> None:
    """Analyse a model and write it in a form."""
    wanted = _form(form, output)
    from goodoffices.readout.tables import concepts_named
    from goodoffices.stability import analyse as work_out

    chosen = concepts_named(name for names in concepts for name in names)
    conflict = load(model, reading)
    with progress(quiet) as bar:
        analysis = work_out(conflict, bar, also=chosen, sanctions=sanctions)
        bar("writing", 1.0)
        order = Order(analysis, chosen, improvements_only, every_state)
        drawn = _picture(order, wanted) if wanted in PICTURES else b""
        text = [] if drawn else WRITERS[wanted](order)
        if not drawn and output not in (None, "-"):
            deliver(text, output)
    if drawn:
        deliver_bytes([drawn], output or "-")
    elif output in (None, "-"):
        deliver(text, output)
    if output not in (None, "-"):
        note(f"Wrote {output}", quiet)


def _form(form: str | None, output: str | None) -> str:
    """Return the form asked for, by name or by the ending of the file.

    Raises
    ------
    UsageError
        where none is asked for, or there is none of that name, or a picture has nowhere to go.
    """
    if form is None:
        ending = PurePath(output or "").suffix.lower()
        found = next((name for name, endings in FORMS.items() if ending in endings), None)
        if found is None:
            what = f"'{output}' does not end in a way that says" if output else "nothing says"
            raise UsageError(f"{what} which form to write; --to takes {', '.join(FORMS)}")
        form = found
    if form not in FORMS:
        raise UsageError(f"no form '{form}'; {did_you_mean(form, FORMS)}")
    if form in PICTURES and (output is None or (output == "-" and sys.stdout.isatty())):
        raise UsageError(f"a {form} is not text for a terminal; name a file: -o graph.{form}")
    return form


@dataclass(frozen=True)
class Order:
    """What is to be written."""

    analysis: Analysis
    concepts: tuple[Concept, ...]
    improvements_only: bool
    every_state: bool

    @property
    def drawn_only(self) -> bool | None:
        """Which moves a drawing has: by its own choice unless only improvements are asked for."""
        return self.improvements_only or None


def _graphml(order: Order) -> Iterable[str]:
    from goodoffices.readout.network import to_graphml

    few, every = order.improvements_only, order.every_state
    return [to_graphml(order.analysis, improvements_only=few, every_state=every)]


def _dot(order: Order) -> Iterable[str]:
    from goodoffices.readout.dot import to_dot

    return list(to_dot(order.analysis, improvements_only=order.drawn_only))


def _latex(order: Order) -> Iterable[str]:
    from goodoffices.readout.latex import to_latex

    return list(to_latex(order.analysis, order.concepts, every_state=order.every_state))


def _csv(order: Order) -> Iterable[str]:
    from goodoffices.readout import tables

    tables.refuse_if_long(order.analysis, every_state=order.every_state)
    return tables.to_csv(order.analysis, order.concepts, every_state=order.every_state)


def _markdown(order: Order) -> Iterable[str]:
    from goodoffices.readout.tables import to_markdown

    return list(to_markdown(order.analysis, order.concepts, every_state=order.every_state))


def _json(order: Order) -> Iterable[str]:
    from goodoffices.readout.tables import to_json

    return to_json(order.analysis.to_dict(every_state=order.every_state))


def _svg(order: Order) -> Iterable[str]:
    from goodoffices.readout.print_svg import to_svg

    return [to_svg(order.analysis, improvements_only=order.drawn_only)]


WRITERS: dict[str, Callable[[Order], Iterable[str]]] = {
    "graphml": _graphml,
    "dot": _dot,
    "latex": _latex,
    "csv": _csv,
    "markdown": _markdown,
    "json": _json,
    "svg": _svg,
}


def _picture(order: Order, form: str) -> bytes:
    from goodoffices.readout.print_figure import picture

    kind: Literal["png", "pdf"] = "pdf" if form == "pdf" else "png"
    return picture(order.analysis, kind, improvements_only=order.drawn_only)
