"""A document as one HTML page that reads offline, on paper, by ear, in the dark and without scripts."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from goodoffices._version import __version__
from goodoffices.readout.document.model import Document, Section, clean, followed

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["to_html"]


def to_html(document: Document) -> str:
    r"""Return a document as one self-contained HTML page; the same document gives the same page.

    >>> page = to_html(Document("A <title>"))
    >>> "<h1 dir=\"auto\">A &lt;title&gt;</h1>" in page
    True
    """
    import jinja2

    numbers = {id(section): k for k, section in enumerate(document.all_sections())}
    ids = [section.anchor or f"part-{k + 1}" for k, section in enumerate(document.all_sections())]

    def number(section: Section) -> int:
        return numbers[id(section)]

    environment = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: clean(value) if type(value) is str else value,
        loader=jinja2.FunctionLoader(lambda name: _resource("templates", name)),
    )
    environment.filters.update(
        followed=followed, kind=lambda block: type(block).__name__, number=number, drawn=_drawn
    )
    css = _resource("static", "report.css") + _resource("static", "document.css")
    return (
        environment.get_template("document.html.j2").render(
            document=document, ids=ids, css=css + _on_paper(document), version=__version__
        )
        + "\n"
    )


def _resource(folder: str, name: str) -> str:
    return (files("goodoffices.readout") / folder / name).read_text(encoding="utf-8")


def _drawn(svg: str) -> Markup:
    """Return a drawing of ours as it is; what is in it was escaped where it was drawn."""
    from markupsafe import Markup

    return Markup(svg)


def _on_paper(document: Document) -> str:
    """Return styles that put the audience and the page on every page that is printed."""
    head = _css_text(document.running_head)
    audience = _css_text(f"For {document.audience}" if document.audience else "")
    limits = _css_text(document.limits)
    small = "font:8pt system-ui,sans-serif;color:#555"
    return (
        "@media print{@page{margin:18mm 14mm 20mm}"
        f"@page{{@top-left{{content:{head};{small}}}@top-right{{content:{audience};{small};font-weight:600}}"
        f"@bottom-left{{content:{limits};{small};width:80%;text-align:left}}"
        f'@bottom-right{{content:counter(page)" / "counter(pages);{small}}}}}}}'
    )


def _css_text(text: str) -> str:
    """Return text as a string of CSS in which nothing ends the string or the style sheet."""
    return '"' + re.sub(r"[^\w .,:;·()-]", lambda m: f"\\{ord(m[0]):x} ", clean(text)) + '"'
