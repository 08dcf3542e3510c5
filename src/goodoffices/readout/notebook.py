"""How conflicts and analyses show themselves in notebooks.

The model and the engine know nothing of readouts, so their classes are dressed from here: `install`
gives them their ``_repr_html_``. `goodoffices` calls it when it hands out one of its public names.
"""

from __future__ import annotations

import html

from goodoffices.conflict import Conflict
from goodoffices.readout.graph import svg
from goodoffices.readout.plain import harmless
from goodoffices.readout.sections import MOST_ROWS, ranked_equilibria, short_concepts
from goodoffices.readout.support import wants_words
from goodoffices.readout.words import CAUTION, answer_in_words
from goodoffices.stability import Analysis
from goodoffices.stability.sentences import state_words

__all__ = ["analysis_html", "conflict_html", "install"]


def escape(text: str) -> str:
    """Make text from a file safe to stand in a page."""
    return html.escape(harmless(text))


_LISTED = 20  # equilibria in the table of a notebook
_CELL = 'style="text-align:left;vertical-align:top"'


def install() -> None:
    """Let conflicts and analyses show themselves as HTML in notebooks."""
    Conflict._repr_html_ = conflict_html  # type: ignore[attr-defined]
    Analysis._repr_html_ = analysis_html  # type: ignore[attr-defined]


def _row(tag: str, cells: list[str]) -> str:
    return f"<tr>{''.join(f'<{tag} {_CELL}>{cell}</{tag}>' for cell in cells)}</tr>"


def _table(caption: str, head: list[str], rows: list[list[str]]) -> str:
    return (
        f'<table><caption style="text-align:left">{caption}</caption>'
        f"<thead>{_row('th', head)}</thead><tbody>{''.join(_row('td', r) for r in rows)}</tbody></table>"
    )


def conflict_html(conflict: Conflict) -> str:
    """Return a conflict as a table of who can do what and who wants what.

    >>> import goodoffices as go
    >>> "<table>" in conflict_html(go.load("geneva-2014/council"))
    True
    """
    rows = [
        [
            escape(dm.label),
            "<br>".join(
                f"<code>{escape(option.id)}</code> {escape(option.text)}" for option in dm.options
            ),
            "<br>".join(f"<code>{escape(want)}</code>" for want in wants_words(dm.preferences)),
        ]
        for dm in conflict.decision_makers
    ]
    caption = f"<b>{escape(conflict.title)}</b>"
    if conflict.status_quo is not None:
        now = conflict.states.label(conflict.states.find(conflict.status_quo))
        caption += f"; status quo <code>{escape(now)}</code>"
    return _table(caption, ["Decision maker", "Options", "Wants, most important first"], rows)


def analysis_html(analysis: Analysis) -> str:
    """Return an analysis as the answer in words, a table of equilibria, and the graph of states.

    >>> import goodoffices as go
    >>> "<svg" in analysis_html(go.load("geneva-2014/council").analyse())
    True
    """
    said = "".join(f"<li>{escape(sentence)}</li>" for sentence in answer_in_words(analysis))
    every = ranked_equilibria(analysis)
    rows = [
        [
            f"<code>{escape(state_words(analysis.conflict, state))}</code>",
            escape(short_concepts(analysis.equilibrium_under(state))),
        ]
        for state in every[:_LISTED]
    ]
    more = f" (the strongest {_LISTED} of {len(every):,})" if len(every) > _LISTED else ""
    drawn = ""
    if analysis.states.count <= MOST_ROWS:
        prefix = f"go{analysis.states.count}-{len(every)}"
        drawn = f'<div style="overflow-x:auto">{svg(analysis, prefix=prefix)}</div>'
    return (
        f"<p><b>{escape(analysis.conflict.title)}</b></p><ul>{said}</ul>"
        f"{_table(f'Equilibria{more}', ['State', 'Holds under'], rows)}"
        f"{drawn}<p><small>{escape(CAUTION)}</small></p>"
    )
