"""A sweep on a real cluster of this machine that loses a worker half way: run as a program by the tests.

Prints one line of JSON: how often parts were handed in, and whether the result is that of one process alone.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import numpy as np
from distributed import Client, LocalCluster

import goodoffices as go
from goodoffices.mediation import robustness, sweep
from goodoffices.mediation.sweep import Part


def by_command_line(address: str) -> int:
    """Run the same sweep through the command line, on the cluster at an address."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "goodoffices", "robustness", "geneva-2014/council"),
            *("vote,access", "--changes", "3", "--scheduler", address, "--format", "json"),
        ],
        capture_output=True,
        check=True,
    )
    return int(json.loads(done.stdout)["states_asked"][0]["held"])


def main() -> None:
    """Start two workers, kill one after three parts, and compare."""
    sweep._PART = 25
    analysis = go.load("geneva-2014/council").analyse()
    alone = robustness(analysis, changes=3)
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True
        ) as cluster,
        Client(cluster) as client,
    ):
        before = client.run(os.getpid)
        handed: list[int] = []

        def on_part(number: int, part: Part) -> None:
            handed.append(number)
            if len(handed) == 3:
                os.kill(next(iter(before.values())), signal.SIGKILL)

        found = robustness(
            analysis, changes=3, executor=client.get_executor(pure=False), on_part=on_part
        )
        after = client.run(os.getpid)
        printed = by_command_line(cluster.scheduler_address)
    print(
        json.dumps(
            {
                "parts": found.plan.parts,
                "handed_in": sorted(handed) == list(range(found.plan.parts)),
                "lost_a_worker": not set(before.values()) <= set(after.values()),
                "by_command_line": printed == int(alone.held("vote,access")),
                "same": bool(
                    np.array_equal(alone.counts, found.counts)
                    and np.array_equal(alone.holds, found.holds)
                ),
            }
        )
    )


if __name__ == "__main__":
    main()
