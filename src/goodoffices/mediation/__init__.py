"""The mediator's questions: what would have to change, who could move together, in which order.

Pure: values in, values out; progress through a callback. All answers are conditions with witnesses,
"stable under these assumptions", never advice.
"""

from __future__ import annotations

from goodoffices.mediation.coalitions import Coalitions, Structure, coalitions, structures
from goodoffices.mediation.inverse import Inverse, inverse
from goodoffices.mediation.joint import JointMove, JointMoves, joint_moves
from goodoffices.mediation.sequences import Plan, Sequences, sequences

__all__ = [
    "Coalitions",
    "Inverse",
    "JointMove",
    "JointMoves",
    "Plan",
    "Sequences",
    "Structure",
    "coalitions",
    "inverse",
    "joint_moves",
    "sequences",
    "structures",
]
