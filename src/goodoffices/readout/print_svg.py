"""The graph of states as SVG for print: every colour and dash written out.

The drawing in reports leaves colours to CSS variables, which browsers know and programs that typeset
or edit drawings mostly do not.
"""

from __future__ import annotations

import re

from goodoffices.readout.graph import DASHES, PALETTE, stylesheet, svg
from goodoffices.stability import Analysis

__all__ = ["to_svg"]

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")


def to_svg(analysis: Analysis, *, improvements_only: bool | None = None) -> str:
    """Return the graph of states as an SVG file that any program can draw, on white.

    Parameters
    ----------
    improvements_only : leave out moves that improve nobody; by default where there are many states.

    >>> import goodoffices as go
    >>> drawn = to_svg(go.load("geneva-2014/council").analyse())
    >>> "var(" in drawn, drawn.startswith("<?xml")
    (False, True)
    """
    drawn = svg(analysis, theme="light", improvements_only=improvements_only)
    drawn = re.sub(
        r"<style>.*?</style>",
        lambda _: f"<style>{_written_out(stylesheet('light'))}</style>",
        drawn,
        count=1,
        flags=re.DOTALL,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'


def _written_out(css: str) -> str:
    """Return styles with each variable replaced by its value, and each mover's rules apart."""
    known: dict[str, str] = {}
    for _, body in _RULE.findall(css):
        known |= dict(re.findall(r"--([\w-]+):([^;}]+)", body))
    rules = []
    for selector, body in _RULE.findall(css):
        kept = ";".join(part for part in body.split(";") if part and not part.startswith("--"))
        if not kept:
            continue
        if "var(--c)" not in kept and "var(--d)" not in kept:
            rules.append(f"{selector.strip()}{{{_filled(kept, known)}}}")
            continue
        for k in range(len(PALETTE)):
            mine = known | {"c": PALETTE[k], "d": DASHES[k].replace(" ", ",") or "none"}
            rules.append(f"{_of_mover(selector.strip(), k)}{{{_filled(kept, mine)}}}")
    return "".join(rules)


def _filled(body: str, known: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda found: known[found[1]], body)


def _of_mover(selector: str, k: int) -> str:
    """Narrow a rule to one mover: its lines have the class, or the markers around their heads."""
    return re.sub(r"(\.move|marker)(?=[.\s]|$)", rf"\1.m{k}", selector, count=1)
