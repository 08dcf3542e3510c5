"""How many examples a test draws: some by default, by the ten thousands where changes are judged.

``HYPOTHESIS_PROFILE=ci``, as `.ci/run` sets it, asks for the many.
"""

import os

MANY = 20

__all__ = ["examples"]


def examples(some: int) -> int:
    """Return how many examples to draw where ``some`` would do for a quick run."""
    return some * MANY if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else some
