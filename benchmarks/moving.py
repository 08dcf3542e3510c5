"""Measure moving together on one core: coalitions, all coalition structures, sequences, foresight.

``python -m benchmarks.moving``; each line names the conflict, the seconds and the peak memory so far.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

from benchmarks.models import synthetic
from goodoffices.mediation import coalitions, joint_moves, sequences, structures
from goodoffices.stability import analyse
from goodoffices.stability.foresight import foresight


def measured(name: str, work: Callable[[], object]) -> None:
    """Run once and print a line."""
    begun = time.perf_counter()
    work()
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:60}{seconds:10.2f} s{peak:9.0f} MB", flush=True)


def main() -> None:
    """Print a line for each question."""
    for options, makers in ((8, 4), (10, 5)):
        analysis = analyse(synthetic(options, makers))
        found = coalitions(analysis)
        what = f"{options} options, {makers} DMs"
        measured(f"{what}: every coalition, CNash to CSEQ", lambda a=analysis: coalitions(a))  # type: ignore[misc]
        measured(
            f"{what}: every coalition structure, as players",
            lambda a=analysis, f=found: structures(a, found=f),  # type: ignore[misc]
        )
        measured(f"{what}: both, from nothing", lambda a=analysis: structures(a))  # type: ignore[misc]
        measured(f"{what}: foresight of 4 moves, and NM", lambda a=analysis: foresight(a))  # type: ignore[misc]
    for options, makers in ((10, 5), (16, 4), (20, 5)):
        analysis = analyse(synthetic(options, makers))
        wanted = (analysis.equilibria("SEQ") or (1,))[-1]
        what = f"{options} options, {makers} DMs"
        measured(
            f"{what}: sequences to one state, SEQ",
            lambda a=analysis, w=wanted: sequences(a, w, start=1),  # type: ignore[misc]
        )
        start = analysis.equilibria("Nash")[0] if analysis.count("Nash") else 1
        measured(
            f"{what}: joint moves in depth",
            lambda a=analysis, s=start: joint_moves(a, s, most=8),  # type: ignore[misc]
        )


if __name__ == "__main__":
    main()
