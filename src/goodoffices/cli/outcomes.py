"""What came of each of several reports, and how people are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import click

from goodoffices.errors import GoodOfficesError, LimitError, UsageError

__all__ = ["Complaints", "Outcome", "attempted", "killed", "worst"]


class Outcome(NamedTuple):
    """What came of one report: the result laid out, or an error and its exit code."""

    words: str = ""
    error: str = ""
    code: int = 0


def attempted(path: str, work: Callable[[], str]) -> Outcome:
    """Do some work on a report; whatever goes wrong with it must not stop the others."""
    try:
        return Outcome(work())
    except GoodOfficesError as error:
        code = 2 if isinstance(error, UsageError) else 3 if isinstance(error, LimitError) else 1
        return Outcome(error=str(error), code=code)
    except MemoryError:
        return Outcome(
            error=f"{path}: the memory of this machine ran out; split the report", code=3
        )
    except Exception as error:
        from goodoffices.cli.run import INTERNAL, fault

        return Outcome(error=f"{path}: {fault(error)}", code=INTERNAL)


def killed(path: str) -> Outcome:
    """Return what came of a report over which a process ended twice, the second time alone."""
    return Outcome(
        error=f"{path}: the process that read it was killed, twice, perhaps for want of memory; "
        "split the report, or read it on a machine with more memory",
        code=3,
    )


def worst(codes: Iterable[int]) -> int:
    """Return the exit code for several: a fault of the program first, then wrong input, then the rest."""
    known = set(codes)
    return next((code for code in (70, 1, 3, 2) if code in known), 0)


class Complaints:
    """Says what went wrong, report by report; what is not installed is said once."""

    def __init__(self) -> None:
        self._install = 0

    def tell(self, outcome: Outcome) -> None:
        """Say what went wrong with one report."""
        from goodoffices.reading.parser import INSTALL
        from goodoffices.readout.plain import harmless

        if INSTALL in outcome.error:
            self._install += 1
            if self._install > 1:
                return
        click.echo(harmless(outcome.error), err=True)

    def close(self) -> None:
        """Say how many more reports were not read for want of what is not installed."""
        more = self._install - 1
        if more > 0:
            click.echo(f"{more} more report{'s' * (more > 1)} not read for that reason", err=True)
