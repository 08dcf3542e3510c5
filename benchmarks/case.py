"""Measure a large case: opening it, and tracing in it both ways, each in a process of its own.

`python -m benchmarks.case` makes a case of 5,000 sources, 100,000 statements and 50 models in a temporary
folder and prints a row for each question; `--sources N` and `--models N` change its size. Seconds are those
of the call with all imports of the room; the row `imports` is these alone.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STATEMENTS = 20  # per source
QUESTIONS = {
    "imports": "pass",
    "open": "case = go.load_case(root); len(case.source_ids), case.conflict_names, case.title",
    "open and list the sources": "case = go.load_case(root); [card.called for card in case.sources]",
    "a source and its record": "case = go.load_case(root); case.text('source-17'), case.items('source-17')",
    "trace up from a passage": "trace_up(go.load_case(root), 'source-17:0-20')",
    "trace down from an outcome": "trace_outcome(go.load_case(root), 'model-7', '-')",
    "trace down from a statement": "trace_preference(go.load_case(root), 'model-7/dm1/1')",
    "what falls without a source": "what_falls(go.load_case(root), 'source-17')",
    "as of a day, the sources": "go.load_case(root).as_of('2014-02-11').source_ids",
    "confirm an item": "decide(go.load_case(root), ('source-18/p1',), Decision('confirmed', 'a', '2026'))",
}
START = (
    "import sys, time; begun = time.perf_counter(); root = sys.argv[1]; import goodoffices as go; "
    "from goodoffices.case import *; {}; print(time.perf_counter() - begun)"
)


def write_case(root: Path, sources: int, models: int) -> None:
    """Write a case whose records and models are linked throughout."""
    for folder in ("sources", "record", "conflicts"):
        (root / folder).mkdir(parents=True)
    (root / "case.toml").write_text('format = 1\ntitle = "A large case"\n', encoding="utf-8")
    actors = "".join(f'[actors.a{k}]\nname = "Actor {k}"\n' for k in range(200))
    (root / "record/actors.toml").write_text("format = 1\n" + actors, encoding="utf-8")
    for number in range(sources):
        _source(root, number)
    for number in range(models):
        (root / f"conflicts/model-{number}.toml").write_text(
            _model(number, sources), encoding="utf-8"
        )


def _source(root: Path, number: int) -> None:
    words = [
        f"Speaker {k} of report {number} said that point {k} was agreed." for k in range(STATEMENTS)
    ]
    text = "\n".join(words) + "\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (root / f"sources/source-{number}.txt").write_text(text, encoding="utf-8")
    card = f'format = 1\ntitle = "Report {number}"\npublisher = "Wire"\n'
    card += f"published = 2014-0{number % 9 + 1}-11\n"
    (root / f"sources/source-{number}.toml").write_text(
        f'{card}sha256 = "{sha256}"\n', encoding="utf-8"
    )
    lines = [f'format = 1\nsha256 = "{sha256}"\n']
    at = 0
    for k, line in enumerate(words):
        passage = f'{{ start = {at}, end = {at + len(line)}, exact = "{line}" }}'
        who = f"a{(number + k) % 200}"
        lines.append(
            f'\n[[statements]]\nid = "s{k}"\nstatus = "confirmed"\nby = "anna"\nspeaker = "{who}"\n'
            f"fragments = [{passage}]\n"
        )
        if k % 4 == 1:
            lines.append(
                f'\n[[positions]]\nid = "p{k}"\nstatus = "confirmed"\nby = "anna"\nstance = "accept"\n'
                f'holder = "{who}"\ntrigger = {passage}\nstatement = "s{k}"\n'
            )
        at += len(line) + 1
    (root / f"record/source-{number}.toml").write_text("".join(lines), encoding="utf-8")


def _model(number: int, sources: int) -> str:
    parts = [f'format = 1\ntitle = "Model {number}"\nstatus_quo = []\n']
    for i in range(4):
        parts.append(f"[decision_makers.dm{i}]\n")
        parts += [f'options.o{i}{k} = "option {i}{k}"\n' for k in range(2)]
        wants = (
            f'{{ wants = "o{i}0 iff o{(i + k) % 4}{k % 2}", because = ["e{i}{k}"] }}'
            for k in range(4)
        )
        parts.append(f"preferences = [{', '.join(wants)}]\n")
    for i in range(4):
        for k in range(4):
            source = 17 if number == 7 and (i, k) == (1, 0) else (number * 31 + i * 7 + k) % sources
            parts.append(
                f'[evidence.e{i}{k}]\ncitation = "Report {source}"\n'
                f'record = ["source-{source}/p1", "source-{source}/s0"]\n'
            )
    return "".join(parts)


def measure(root: Path, question: str) -> float:
    """Return the seconds a question takes in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", START.format(QUESTIONS[question]), str(root)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(done.stdout)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=5000)
    parser.add_argument("--models", type=int, default=50)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "large"
        begun = time.perf_counter()
        write_case(root, given.sources, given.models)
        made = time.perf_counter() - begun
        statements = given.sources * STATEMENTS
        print(
            f"{given.sources:,} sources, {statements:,} statements, {given.models} models; "
            f"made in {made:.1f} s"
        )
        for question in QUESTIONS:
            print(
                f"{question:32}{min(measure(root, question) for _ in range(3)):8.2f} s", flush=True
            )


if __name__ == "__main__":
    main()
