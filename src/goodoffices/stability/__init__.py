"""Solution concepts: who can reach what, what is stable for whom, and why.

Pure: arrays and values in, values out. `analyse` is the way in.
"""

from goodoffices.stability.analysis import Analysis, analyse
from goodoffices.stability.concepts import CONCEPTS, Concept, Progress, stability_table
from goodoffices.stability.explain import Answer, Escape, Explanation, Sanction, Step
from goodoffices.stability.game import Game
from goodoffices.stability.joint import JointImprovement, JointImprovements
from goodoffices.stability.routes import Route

__all__ = [
    "CONCEPTS",
    "Analysis",
    "Answer",
    "Concept",
    "Escape",
    "Explanation",
    "Game",
    "JointImprovement",
    "JointImprovements",
    "Progress",
    "Route",
    "Sanction",
    "Step",
    "analyse",
    "stability_table",
]
