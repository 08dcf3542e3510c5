"""Models that the tests of the command line run on, and how they run it."""

import os
import subprocess
import sys
from pathlib import Path

COUNCIL = """\
format = 1
title = "The Council draft"
date = 2014-02-11
status_quo = ["trigger", "vote", "veto"]
[reading]
name = "main"
by = "A. Analyst"
[decision_makers.sponsors]
name = "Sponsors of the draft"
options.trigger = "keep the sanctions clause in the text"
options.vote = "put it to a vote"
preferences = ["adopted", "adopted and trigger", "access", "not (veto and not trigger)", "vote", "trigger"]
[decision_makers.russia]
name = "Russia"
options.veto = "veto the draft"
preferences = [
  "not (adopted and trigger)", "not (veto and not trigger)", "not trigger", "not veto", "access", "not vote",
]
[decision_makers.government]
name = "Syrian government"
options.access = "open access"
preferences = ["not (adopted and trigger)", "access iff (adopted and trigger)", "not vote"]
[derived]
adopted = "vote and not veto"
[[feasibility]]
never = "veto and not vote"
[rival_readings.lenient]
preferences.russia = ["not veto"]
"""
"""The Council draft of February 2014: 12 states, one of them a Nash equilibrium, the status quo."""


def council(folder: Path) -> Path:
    """Write the Council draft into a folder."""
    path = folder / "council.toml"
    path.write_text(COUNCIL, encoding="utf-8")
    return path


def large(folder: Path, dms: int = 5, options: int = 4, *, chatty: int = 6) -> Path:
    """Write a model with ``dms`` decision makers of ``options`` options each, 2^(dms x options) states."""
    every = [f"o{k}" for k in range(dms * options)]
    lines = ["format = 1", f'title = "{dms} times {options}"', "status_quo = []"]
    for i in range(dms):
        own = every[i * options : (i + 1) * options]
        lines.append(f"[decision_makers.dm{i}]")
        lines += [f'options.{id_} = ""' for id_ in own]
        wants = [
            f'"{own[k % options]} iff {every[(7 * i + 5 * k) % len(every)]}"' for k in range(chatty)
        ]
        lines.append(f"preferences = [{', '.join(wants)}]")
    path = folder / "large.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def environment(**more: str) -> dict[str, str]:
    """Return the environment for a run: no colours forced or forbidden but by ``more``."""
    off = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "GOODOFFICES_DEBUG")
    return {**{key: value for key, value in os.environ.items() if key not in off}, **more}


def goodoffices(
    *args: str | Path, stdin: bytes = b"", cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "goodoffices", *map(str, args)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**more),
        check=False,
    )
    out, err = (stream.decode("utf-8") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
