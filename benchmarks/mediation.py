"""Measure the mediator's questions on one core: lifts, statement edits, sweeps of variants.

``python -m benchmarks.mediation``; ``--million`` also works out a million variants on all cores.
"""

from __future__ import annotations

import argparse
import random
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import product

import numpy as np

from benchmarks.models import synthetic
from goodoffices.mediation import Survey, hinges, inverse
from goodoffices.mediation.lift import lift_to
from goodoffices.stability import CONCEPTS, analyse

MILLION = 1_000_000


def lifts() -> None:
    """The closed form: one pass over 2^20 states for one decision maker."""
    game = analyse(synthetic(20, 5)).game
    states = random.Random(1).sample(range(game.cells), 5)
    for concept in CONCEPTS:
        begun = time.perf_counter()
        for state in states:
            lift_to(game, concept, 0, state)
        seconds = (time.perf_counter() - begun) / len(states)
        print(f"lift, 2^20 states, {concept:42}{seconds * 1e3:12.1f} ms")


def edits() -> None:
    """The fewest edits of 8 to 30 statements a decision maker, all proved or told not to be."""
    for statements, concept in product((8, 12, 20, 30), ("Nash", "GMR")):
        seconds, proved = [], 0
        for seed in range(1, 13):
            analysis = analyse(synthetic(10, 3, statements, seed))
            state = random.Random(seed).randrange(1, analysis.states.count + 1)
            begun = time.perf_counter()
            found = inverse(analysis, state, concept)
            seconds.append(time.perf_counter() - begun)
            proved += found.statements.status in ("optimal", "none needed")
        name = f"inverse, 10 options, {statements} statements, {concept}"
        print(
            f"{name:60}{np.mean(seconds) * 1e3:12.1f} ms; most {max(seconds):6.2f} s; "
            f"{proved} of 12 proved"
        )


def hinge() -> None:
    """The fewest edits across decision makers with a way from the status quo."""
    analysis = analyse(synthetic(10, 3, 8))
    begun = time.perf_counter()
    found = hinges(analysis, 77, "SEQ", start=1)
    seconds = time.perf_counter() - begun
    cost = f"{found.smallest.cost} edits, {found.by_improvements.cost} by improvements"
    print(f"{'hinges, 10 options, 8 statements, SEQ':60}{seconds * 1e3:12.1f} ms; {cost}")


def sweep(changes: int, executor: Executor | None, most: int | None = None) -> None:
    """Variants of 10 options, 3 decision makers and 8 statements each, SEQ."""
    survey = Survey.of(analyse(synthetic(10, 3, 8)), "SEQ", changes, states=[1])
    if most is not None:
        object.__setattr__(survey.plan, "rows", survey.plan.rows[:most])
    begun = time.perf_counter()
    found = survey.run(executor)
    seconds = time.perf_counter() - begun
    where = "one process" if executor is None else "all cores"
    name = f"{found.variants:,} variants, 10 options, SEQ, {where}"
    print(f"{name:60}{seconds:12.1f} s; {seconds / found.variants * 1e6:6.1f} us a variant")


def main() -> None:
    """Print a line for each question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="a million variants on all cores")
    given = parser.parse_args()
    lifts()
    edits()
    hinge()
    sweep(3, None)
    if given.million:
        with ProcessPoolExecutor() as pool:
            sweep(5, pool, MILLION)


if __name__ == "__main__":
    main()
