"""The mediator's questions: what would have to change, who could move together, in which order.

Pure: values in, values out; progress through a callback. All answers are conditions with witnesses,
"stable under these assumptions", never advice.
"""

from __future__ import annotations

from goodoffices.mediation.hinges import Hinge, Hinges, hinges
from goodoffices.mediation.inverse import Inverse, inverse
from goodoffices.mediation.robustness import Robustness, Struck, Survey, robustness, strike_out

__all__ = [
    "Hinge",
    "Hinges",
    "Inverse",
    "Robustness",
    "Struck",
    "Survey",
    "hinges",
    "inverse",
    "robustness",
    "strike_out",
]
