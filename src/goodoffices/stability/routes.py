"""Status quo analysis: how an equilibrium can be reached from where matters stand.

Source: Li, Kilgour and Hipel 2005.
"""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.stability.concepts import Concept
from goodoffices.stability.explain import Step

__all__ = ["Route"]


@dataclass(frozen=True)
class Route:
    """How an equilibrium can be reached from the status quo.

    Attributes
    ----------
    target : state number of the equilibrium.
    concepts : concepts under which it is one.
    shortest : a shortest legal sequence of any moves, or None where there is none.
    by_improvements : a shortest sequence in which each step improves its mover, or None.
    fewest_losses : a sequence with the fewest steps that leave their mover worse off, or None.
    """

    target: int
    concepts: tuple[Concept, ...]
    shortest: tuple[Step, ...] | None
    by_improvements: tuple[Step, ...] | None
    fewest_losses: tuple[Step, ...] | None

    @property
    def losses(self) -> tuple[Step, ...]:
        """The steps at a loss that even the best sequence needs."""
        return tuple(step for step in self.fewest_losses or () if step.change < 0)
