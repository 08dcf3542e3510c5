"""The report: one HTML file that reads offline, on paper, by ear, in the dark and without scripts."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.errors import InputError
from goodoffices.mediation.ambiguity import Ambiguity
from goodoffices.readout import sections
from goodoffices.readout.clause import clause_section
from goodoffices.readout.comparison import compared
from goodoffices.readout.graph import DASHES, PALETTE, Drawing, stylesheet
from goodoffices.readout.leaning import leaning
from goodoffices.readout.leaning import wanted as told_of
from goodoffices.readout.moving import moving, rivals
from goodoffices.readout.plain import harmless
from goodoffices.readout.support import support
from goodoffices.readout.view import view_of
from goodoffices.readout.words import CAUTION, GLOSSES, answer_in_words, by_strength
from goodoffices.stability import Analysis
from goodoffices.stability.analysis import StateLike

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["render_report", "write_report"]


def render_report(
    analysis: Analysis, wanted: StateLike | None = None, clause: Ambiguity | None = None
) -> str:
    """Return the report of an analysis as one self-contained HTML page.

    The same analysis gives the same page, byte for byte: nothing in it depends on when it was made.

    Parameters
    ----------
    wanted : a state of which to tell also what would have to change for it to hold.
    clause : what the readings of an ambiguous clause lead to, to be told as well.

    >>> import goodoffices as go
    >>> page = render_report(go.load("geneva-2014/council").analyse())
    >>> page.startswith("<!doctype html>")
    True
    """
    import jinja2

    environment = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: harmless(value) if type(value) is str else value,
        loader=jinja2.FunctionLoader(lambda name: _resource("templates", name)),
    )
    environment.filters["said"] = _said
    environment.filters["linked"] = _linked
    environment.filters["coded"] = _coder([it.id for it in analysis.conflict.evidence])
    return (
        environment.get_template("report.html.j2").render(_content(analysis, wanted, clause)) + "\n"
    )


def write_report(
    analysis: Analysis,
    path: str | os.PathLike[str],
    wanted: StateLike | None = None,
    clause: Ambiguity | None = None,
) -> Path:
    """Write the report of an analysis to a file, whole or not at all.

    Raises
    ------
    InputError
        where the file cannot be written; what stood there before is left as it was.
    """
    target = Path(path)
    data = render_report(analysis, wanted, clause).encode("utf-8", "replace")
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)  # as any new file, not as a private one
        Path(temporary).replace(target)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise InputError(f"{target}: cannot be written: {error.strerror}") from None
    return target


def _resource(folder: str, name: str) -> str:
    return (files("goodoffices.readout") / folder / name).read_text(encoding="utf-8")


def _said(text: str) -> Markup:
    """Escape a sentence and set off the states named in it."""
    from markupsafe import Markup, escape

    marked = re.sub(
        r"\{[a-z0-9_, ]*\}", r'<span class="st">\g<0></span>', str(escape(harmless(text)))
    )
    return Markup(marked)


def _coder(evidence: Iterable[str]) -> Callable[[str], Markup]:
    """Return a filter that sets off states and statements, and links the evidence contradicted."""
    from markupsafe import Markup

    ids = "|".join(map(re.escape, sorted(evidence, key=len, reverse=True))) or r"(?!)"
    link = r'<a class="cite" href="#evidence-\g<0>">\g<0></a>'

    def coded(text: str) -> Markup:
        marked = re.sub(r"`([^`]*)`", r"<code>\1</code>", str(_said(text)))
        marked = re.sub(
            r"(?<=Contradicts ).*?\.(?= |$)",
            lambda found: re.sub(rf"(?<![\w-])(?:{ids})(?![\w-])", link, found[0]),
            marked,
        )
        return Markup(marked)

    return coded


def _linked(url: str) -> str:
    """Return an address that may be followed from a report, or nothing."""
    return url if re.match(r"https?://", url, re.IGNORECASE) else ""


def _content(
    analysis: Analysis, want: StateLike | None, clause: Ambiguity | None
) -> dict[str, Any]:
    """Return everything the template shows."""
    conflict, view = analysis.conflict, view_of(analysis)
    drawing = Drawing(analysis, view)
    told, equilibria_total = sections.equilibria(analysis)
    rows, rows_caption = sections.rows(analysis)
    joint, joint_total = sections.joint_moves(analysis)
    paths, paths_total = sections.paths(analysis)
    return {
        "analysis": analysis,
        "conflict": conflict,
        "answer": answer_in_words(analysis),
        "caution": CAUTION,
        "support": support(conflict),
        "story": [part.strip() for part in re.split(r"\n\s*\n", conflict.story) if part.strip()],
        "notable": sections.notable(analysis),
        "view": view,
        "graph": drawing,
        "movers": _movers(analysis),
        "cards": sections.state_cards(analysis, view),
        "equilibria": told,
        "equilibria_total": equilibria_total,
        "concepts": by_strength(analysis.concepts),
        "glosses": GLOSSES,
        "rows": rows,
        "rows_caption": rows_caption,
        "joint": joint,
        "joint_total": joint_total,
        "paths": paths,
        "paths_total": paths_total,
        "moving": moving(analysis),
        "rivals": rivals(analysis),
        "leaning": leaning(analysis, want),
        "wanted": None if want is None else told_of(analysis, want),
        "clause": None if clause is None else clause_section(conflict, clause),
        "wants": sections.wants(conflict),
        "compared": compared(analysis),
        "cited": list(dict.fromkeys(conflict.all_because())),
        "css": _resource("static", "report.css") + stylesheet() + _filters(analysis),
        "js": _resource("static", "report.js"),
    }


def _filters(analysis: Analysis) -> str:
    """Return styles that hide a mover's moves while its box is not ticked, with no script needed."""
    return "".join(
        f'.graph-box:has([data-filter="{mover["index"]}"]:not(:checked)) '
        f'.canvas [data-mover="{mover["index"]}"]{{display:none}}'
        for mover in _movers(analysis)
    )


def _movers(analysis: Analysis) -> list[dict[str, Any]]:
    """Return who can move, with the class and dash of their lines."""
    return [
        {"index": i, "label": dm.label, "style": i % len(PALETTE), "dash": DASHES[i % len(DASHES)]}
        for i, dm in enumerate(analysis.conflict.decision_makers)
        if dm.options
    ]
