"""A sheet: headings, sentences and tables, said the same on a terminal, in Markdown and as a page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TypeAlias

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from goodoffices.readout.console import rendered
from goodoffices.readout.plain import harmless
from goodoffices.talks.values import Evidence

__all__ = ["Drawn", "Grid", "Section", "Sheet", "Sources", "html_page", "markdown", "text"]


@dataclass(frozen=True)
class Grid:
    """A table: names of columns and rows of cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Drawn:
    """A drawing: its SVG, for pages, and what it shows, in words, for everything else."""

    svg: str
    words: str


Part: TypeAlias = str | Grid | Drawn

MARK = re.compile("\ue000([^\ue000\ue001]*)\ue001")
"""A mark of evidence in the text of a part: letters nobody writes around a number, until it is shown."""


def _shown(words: str) -> str:
    """Return text as people read it: marks in brackets, nothing that steers a terminal."""
    return harmless(MARK.sub(r"[\1]", words))


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it; ``cited`` is the evidence, where it lists what marks refer to."""

    heading: str
    parts: tuple[Part, ...]
    cited: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A title, sentences on what this is, and sections."""

    title: str
    lead: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass
class Sources:
    """Numbers the evidence that a sheet refers to, and lists it at its end."""

    evidence: Mapping[str, Evidence]
    used: dict[str, int] = field(default_factory=dict)

    def marks(self, because: Iterable[str]) -> str:
        """Return the marks of evidence, shown as ``[1][2]``; ids of the record stand for themselves."""
        marks = []
        for id_ in because:
            if id_ in self.evidence:
                marks.append(f"\ue000{self.used.setdefault(id_, len(self.used) + 1)}\ue001")
            else:
                marks.append(f"\ue000{id_}\ue001")
        return f" {''.join(marks)}" if marks else ""

    def section(self) -> tuple[Section, ...]:
        """Return the list of what was referred to."""
        if not self.used:
            return ()
        lines = tuple(
            (f"[{number}]", f"{self.evidence[id_].citation}{_also(self.evidence[id_])}")
            for id_, number in self.used.items()
        )
        return (Section("Sources", (Grid(("", ""), lines),), tuple(self.used)),)


def _also(evidence: Evidence) -> str:
    return f" (repeats {evidence.copy_of})" if evidence.copy_of else ""


def text(sheet: Sheet, *, width: int = 80, colour: bool = False) -> str:
    """Lay a sheet out for the terminal."""
    return rendered(_parts(sheet), width, colour=colour)


def _parts(sheet: Sheet) -> Iterator[RenderableType]:
    yield Text(_shown(sheet.title), style="bold")
    for line in sheet.lead:
        yield Text(_shown(line), style="dim")
    for section in sheet.sections:
        yield Text()
        yield Text(_shown(section.heading), style="bold cyan")
        for part in section.parts:
            yield Padding(_part(part), (0, 0, 0, 2))


def _part(part: Part) -> RenderableType:
    if isinstance(part, Grid):
        return _grid(part)
    return Text(_shown(part.words if isinstance(part, Drawn) else part))


_NARROW = 14  # columns with nothing wider than this are not wrapped


def _grid(grid: Grid) -> RenderableType:
    table = RichTable(
        box=None,
        show_header=any(grid.head),
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="bold",
    )
    for k, name in enumerate(grid.head):
        widest = max((len(row[k]) for row in grid.rows), default=0)
        table.add_column(
            Text(_shown(name)), no_wrap=max(widest, len(name)) <= _NARROW, overflow="fold"
        )
    for row in grid.rows:
        table.add_row(*(Text(_shown(cell)) for cell in row))
    return table


def markdown(sheet: Sheet) -> str:
    """Write a sheet as Markdown."""
    lines = [f"# {_inline(sheet.title)}", "", *(f"{_inline(line)}  " for line in sheet.lead)]
    for section in sheet.sections:
        lines += ["", f"## {_inline(section.heading)}", ""]
        for part in section.parts:
            lines += [*_markdown_part(part), ""]
    return "\n".join(lines).rstrip() + "\n"


def _markdown_part(part: Part) -> Sequence[str]:
    if isinstance(part, Grid):
        rows = [part.head, tuple("---" for _ in part.head), *part.rows]
        return [f"| {' | '.join(_inline(cell) for cell in row)} |" for row in rows]
    return [_inline(part.words if isinstance(part, Drawn) else part)]


def _inline(words: str) -> str:
    return _shown(" ".join(words.split())).replace("|", "\\|")


def html_page(sheets: Sequence[Sheet], title: str) -> str:
    """Return one page that holds several sheets; it needs nothing from elsewhere."""
    body = "".join(_html_sheet(sheet) for sheet in sheets)
    style = (files("goodoffices.readout") / "static" / "sheet.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{_safe(title)}</title><style>{style}</style></head><body><main>\n{body}"
        "</main></body></html>\n"
    )


def _html_sheet(sheet: Sheet) -> str:
    lead = "".join(f'<p class="lead">{_safe(line)}</p>' for line in sheet.lead)
    sections = "".join(
        f"<section><h2>{_safe(it.heading)}</h2>{''.join(map(_html_part, it.parts))}</section>\n"
        for it in sheet.sections
    )
    return f"<article><h1>{_safe(sheet.title)}</h1>{lead}{sections}</article>\n"


def _html_part(part: Part) -> str:
    if isinstance(part, Drawn):
        return f'<div class="wide">{part.svg}</div>'
    if isinstance(part, str):
        return f"<p>{_safe(part)}</p>"
    head = "".join(f'<th scope="col">{_safe(name)}</th>' for name in part.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_safe(cell)}</td>' for cell in row)}</tr>\n" for row in part.rows
    )
    header = f"<thead><tr>{head}</tr></thead>" if any(part.head) else ""
    return f'<div class="wide"><table>{header}<tbody>{rows}</tbody></table></div>'


def _safe(words: str) -> str:
    return html.escape(_shown(words))
