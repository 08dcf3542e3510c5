"""Measure the engine, each row in a process of its own, and print a table.

Seconds depend on the machine; the ratio to one numpy pass over all ranks in the same process is what to
compare. `python -m benchmarks NAME…` runs some rows only, `--list` names them, `--plot FILE` also draws the
growth of time over size (needs matplotlib: the extra `plot`).
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks import games, models
from benchmarks.plot import plot
from goodoffices.conflict import Conflict
from goodoffices.stability import Game, stability_table
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.build import game_of
from goodoffices.stability.search import AnyGame

Source = Conflict | Game | ArcGame

ROWS: dict[str, Callable[[], Source]] = {
    "12 options, 3 DMs": lambda: models.synthetic(12, 3),
    "16 options, 3 DMs": lambda: models.synthetic(16, 3),
    "10 options, 10 DMs": lambda: models.synthetic(10, 10),
    "16 options, 4 DMs": lambda: models.synthetic(16, 4),
    "18 options, 4 DMs": lambda: models.synthetic(18, 4),
    "20 options, 5 DMs": lambda: models.synthetic(20, 5),
    "20 options, 5 DMs, constrained": lambda: models.synthetic(20, 5, constraints=4),
    "20 options, 5 DMs, one-way": lambda: models.synthetic(20, 5, one_way=6),
    "20 options, 5 DMs, both": lambda: models.synthetic(20, 5, constraints=4, one_way=6),
    "22 options, 5 DMs": lambda: models.synthetic(22, 5),
    "24 options, 6 DMs": lambda: models.synthetic(24, 6),
    "rankings, 2^14, 4 DMs": lambda: games.arbitrary_rankings((16, 16, 8, 8)),
    "rankings, 2^16, 4 DMs": lambda: games.arbitrary_rankings((16,) * 4),
    "rankings, 2^18, 4 DMs": lambda: games.arbitrary_rankings((32, 32, 16, 16)),
    "rankings, 2^20, 5 DMs": lambda: games.arbitrary_rankings((16,) * 5),
    "staircase, 2^12": lambda: games.staircase(6),
    "staircase, 2^16": lambda: games.staircase(8),
    "staircase, 2^20": lambda: games.staircase(10),
    "listed, 2^14 states, 75,000 moves": lambda: games.random_arcs(1 << 14, 75_000),
    "listed, 2^16 states, 300,000 moves": lambda: games.random_arcs(1 << 16, 300_000),
    "listed, 2^18 states, 1,200,000 moves": lambda: games.random_arcs(1 << 18, 1_200_000),
    "listed, 2^20 states, 4,800,000 moves": lambda: games.random_arcs(1 << 20, 4_800_000),
    "listed, one path of 2^14 states": lambda: games.line(1 << 14),
    "listed, one path of 2^16 states": lambda: games.line(1 << 16),
    "listed, one path of 2^18 states": lambda: games.line(1 << 18),
}
SLOW = 2.0  # seconds from which a row is timed once
REPEATS = 5


def measure(name: str) -> dict[str, float]:
    """Build, analyse and weigh one row."""
    source = ROWS[name]()
    begun = time.perf_counter()
    game = game_of(source) if isinstance(source, Conflict) else source
    built = time.perf_counter() - begun
    seconds: list[float] = []
    while not seconds or (len(seconds) < REPEATS and seconds[0] < SLOW):
        begun = time.perf_counter()
        stability_table(game)
        seconds.append(time.perf_counter() - begun)
    return {
        "states": int(np.count_nonzero(game.feasible)),
        "cells": game.cells,
        "build": built,
        "seconds": min(seconds),
        "one_pass": one_pass(game),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def one_pass(game: AnyGame) -> float:
    """Return the seconds numpy needs to look at every rank once."""
    best = float("inf")
    for _ in range(REPEATS):
        begun = time.perf_counter()
        for ranks in game.ranks:
            ranks.max()
        best = min(best, time.perf_counter() - begun)
    return best


def measure_apart(name: str) -> dict[str, float]:
    """Measure one row in a fresh process, so that its peak memory is its own."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--row", name],
        check=True,
        capture_output=True,
        text=True,
    )
    result: dict[str, float] = json.loads(run.stdout)
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="rows to run; all if none is named")
    parser.add_argument("--list", action="store_true", help="name the rows")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw growth of time over size")
    parser.add_argument("--row", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.row:
        print(json.dumps(measure(given.row)))
        return
    if given.list:
        print(*ROWS, sep="\n")
        return
    print(f"{'conflict':38}{'states':>12}{'build s':>9}{'tables s':>10}{'ratio':>8}{'peak MB':>9}")
    rows: dict[str, dict[str, float]] = {}
    for name in given.names or ROWS:
        row = rows[name] = measure_apart(name)
        ratio = row["seconds"] / row["one_pass"]
        print(
            f"{name:38}{row['states']:12,.0f}{row['build']:9.3f}{row['seconds']:10.4f}"
            f"{ratio:8,.0f}{row['peak_mb']:9.0f}",
            flush=True,
        )
    if given.plot:
        plot(rows, given.plot)


if __name__ == "__main__":
    main()
