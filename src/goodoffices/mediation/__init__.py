"""The mediator's questions: what would have to change, who could move together, in which order.

Pure: values in, values out; progress through a callback. All answers are conditions with witnesses,
"stable under these assumptions", never advice.
"""

from __future__ import annotations

from goodoffices.mediation.ambiguity import Ambiguity, ambiguity
from goodoffices.mediation.coalitions import Coalitions, Structure, coalitions, structures
from goodoffices.mediation.deterrence import CoalitionAnswer, answers_of_others
from goodoffices.mediation.hinges import Hinge, Hinges, hinges
from goodoffices.mediation.inverse import Inverse, inverse
from goodoffices.mediation.joint import JointMove, JointMoves, joint_moves
from goodoffices.mediation.readings import RivalReadings, compare_readings, readings_of
from goodoffices.mediation.robustness import Robustness, Struck, Survey, robustness, strike_out
from goodoffices.mediation.sequences import Plan, Sequences, sequences

__all__ = [
    "Ambiguity",
    "CoalitionAnswer",
    "Coalitions",
    "Hinge",
    "Hinges",
    "Inverse",
    "JointMove",
    "JointMoves",
    "Plan",
    "RivalReadings",
    "Robustness",
    "Sequences",
    "Struck",
    "Structure",
    "Survey",
    "ambiguity",
    "answers_of_others",
    "coalitions",
    "compare_readings",
    "hinges",
    "inverse",
    "joint_moves",
    "readings_of",
    "robustness",
    "sequences",
    "strike_out",
    "structures",
]
