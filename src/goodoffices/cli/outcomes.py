"""What came of each of several reports, and how people are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import click

from goodoffices.cli.exits import INPUT, INTERNAL, LIMIT, USAGE, code_of, failed, fault
from goodoffices.errors import GoodOfficesError

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
        return Outcome(error=str(error), code=code_of(error))
    except MemoryError:
        words = f"{path}: the memory of this machine ran out; split the report"
        return Outcome(error=words, code=LIMIT)
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:
            return Outcome(error=f"{path}: {failed(error)}", code=INPUT)
        return Outcome(error=f"{path}: {fault(error)}", code=INTERNAL)


def killed(path: str) -> Outcome:
    """Return what came of a report over which a process ended twice, the second time alone."""
    return Outcome(
        error=f"{path}: the process that read it was killed, twice, perhaps for want of memory; "
        "split the report, or read it on a machine with more memory",
        code=LIMIT,
    )


def worst(codes: Iterable[int]) -> int:
    """Return the exit code for several: a fault of the program first, then wrong input, then the rest."""
    known = set(codes)
    return next((code for code in (INTERNAL, INPUT, LIMIT, USAGE) if code in known), 0)


class Complaints:
    """Says what went wrong, report by report; what is not installed is said once."""

    def __init__(self) -> None:
        self._install = 0

    def tell(self, outcome: Outcome) -> None:
        """Say what went wrong with one report."""
        from goodoffices.reading.spacy_model import INSTALL
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
