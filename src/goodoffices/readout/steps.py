"""The drawing of steps to a wanted state: every state on the way, and where somebody could break off."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from goodoffices.conflict import Conflict
from goodoffices.mediation.sequences import Exposure, Plan
from goodoffices.readout.plain import harmless
from goodoffices.readout.together import exposure_words
from goodoffices.readout.words import manner_words
from goodoffices.stability.sentences import state_words

__all__ = ["drawn_plan"]

_BOX = 250  # width of a state's box
_SIDE = 300  # where what could break off is told
_WIDTH = 760
_LINE = 18
_PAD = 9
_STEP = 50  # from one box to the next


def drawn_plan(conflict: Conflict, plan: Plan, wanted: int) -> str:
    """Return a plan as SVG markup: states from top to bottom, who moves between, exposed ones marked.

    Colours come from the page's style; shapes and words say the same without them.
    """
    parts: list[str] = []
    top = 8.0
    for k, stop in enumerate(plan.on_the_way):
        box, height = _stop(conflict, stop, wanted, top, parts)
        foot, top = top + box, top + height
        if k < len(plan.steps):
            words = manner_words(conflict, [plan.steps[k]])
            lossy = plan.steps[k].change < 0
            _arrow(words, foot, top, parts, lossy=lossy)
            top += _STEP
    said = (
        f"Steps to {state_words(conflict, wanted)}: {len(plan.steps)}, with {len(plan.exposed)} exposed "
        "states; the list below says the same."
    )
    return (
        f'<svg class="way" role="img" viewBox="0 0 {_WIDTH} {top + 6:g}" width="{_WIDTH}" '
        f'height="{top + 6:g}" aria-label="{_safe(said)}">{"".join(parts)}</svg>'
    )


def _safe(words: str) -> str:
    return escape(harmless(words), quote=True)


def _stop(
    conflict: Conflict, stop: Exposure, wanted: int, top: float, parts: list[str]
) -> tuple[float, float]:
    """Draw one state with what could break off there; return the heights of its box and of all of it."""
    name = wrap(state_words(conflict, stop.state), 30) or [""]
    side = [
        (line, first)
        for said in exposure_words(conflict, stop, wanted)
        for first, line in _marked(f"{said}.")
    ]
    height = len(name) * _LINE + 2 * _PAD
    kind = "plain" if not stop.exposed else "exposed" if stop.trusted else "missing"
    if stop.state == wanted:
        parts.append(
            f'<rect class="goal" x="2" y="{top - 4:g}" width="{_BOX + 8}" height="{height + 8}" rx="9"/>'
        )
    parts.append(
        f'<rect class="stop {kind}" x="6" y="{top:g}" width="{_BOX}" height="{height}" rx="6"/>'
    )
    for n, line in enumerate(name):
        y = top + _PAD + _LINE * (n + 0.75)
        parts.append(f'<text class="state" x="18" y="{y:g}">{_safe(line)}</text>')
    if side:
        middle = top + height / 2
        parts.append(f'<path class="off {kind}" d="M{6 + _BOX},{middle:g}H{_SIDE - 10}"/>')
        for n, (line, first) in enumerate(side):
            y = top + _PAD + _LINE * (n + 0.75)
            sign = ("✗ " if kind == "missing" else "! ") if first else ""
            x = _SIDE if first else _SIDE + 16
            parts.append(f'<text class="break {kind}" x="{x}" y="{y:g}">{sign}{_safe(line)}</text>')
    return height, max(height, len(side) * _LINE + 2 * _PAD)


def _marked(said: str) -> list[tuple[bool, str]]:
    return [(n == 0, line) for n, line in enumerate(wrap(said, 56))]


def _arrow(words: str, foot: float, top: float, parts: list[str], *, lossy: bool) -> None:
    end = top + _STEP
    parts.append(f'<path class="step" d="M40,{foot + 2:g}V{end - 13:g}"/>')
    parts.append(f'<path class="tip" d="M34,{end - 15:g}L40,{end - 6:g}L46,{end - 15:g}Z"/>')
    css = "by lossy" if lossy else "by"
    y = top + _STEP / 2 + 4
    parts.append(f'<text class="{css}" x="56" y="{y:g}">{_safe(words)}</text>')
