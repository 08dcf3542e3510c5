"""Processes that work side by side on a list, one item each; one that is killed costs its item alone.

An executor of the standard library gives up the whole list when one of its processes is killed, cannot say
over which item, and may hang on an interrupt until that work is done. Here each process has a pipe of
its own: who died, and over what, is seen at once, and an interrupt ends them all.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

__all__ = ["side_by_side"]

T = TypeVar("T")
R = TypeVar("R")


def side_by_side(
    work: Callable[[T], R], items: Sequence[T], workers: int, lost: Callable[[T], R]
) -> Iterator[R]:
    """Yield what ``work`` makes of each item, in their order.

    An item over which a process is killed is tried once more, alone, when all others are done: what ran
    out of memory beside another may have room by itself. ``work`` must not raise and must be known by
    name to another process, as its result must be fit to be sent.

    Parameters
    ----------
    work : what to do with an item.
    items : the items.
    workers : processes to use, at least one.
    lost : what stands for the result of an item over which a process was killed twice.
    """
    done: dict[int, R] = {}
    again: list[int] = []
    team = _Team(work, items)
    following = 0
    try:
        for alone, numbers in ((False, range(len(items))), (True, again)):
            if alone:
                team.end()
            for number, result in team.run(numbers, 1 if alone else workers):
                if result is not None:
                    done[number] = result[0]
                elif alone:
                    done[number] = lost(items[number])
                else:
                    again.append(number)
                while following in done:
                    yield done.pop(following)
                    following += 1
    finally:
        team.end()


class _Team(Generic[T, R]):
    """Processes at work, and what each has in hand."""

    def __init__(self, work: Callable[[T], R], items: Sequence[T]) -> None:
        # fresh processes: a fork would copy whatever the threads of this one hold at that moment
        self._context = multiprocessing.get_context("spawn")
        self._work, self._items = work, items
        self._members: dict[Connection, BaseProcess] = {}

    def run(self, numbers: Sequence[int], workers: int) -> Iterator[tuple[int, tuple[R] | None]]:
        """Yield number and result of each item as it is done; None where its process was killed."""
        waiting = deque(numbers)
        busy: dict[Connection, int] = {}
        idle = list(self._members)[:workers]
        while waiting or busy:
            while waiting and len(busy) < workers:
                pipe = idle.pop() if idle else self._hired()
                number = waiting.popleft()
                busy[pipe] = number
                with suppress(OSError):  # it died while idle: told below, as over any item
                    pipe.send(self._items[number])
            for ready in wait(list(busy)):
                assert isinstance(ready, Connection)
                result = self._received(ready)
                if result is not None:
                    idle.append(ready)
                yield busy.pop(ready), result

    def _received(self, pipe: Connection) -> tuple[R] | None:
        try:
            return (pipe.recv(),)
        except (EOFError, OSError):
            self._dismissed(pipe)
            return None

    def _hired(self) -> Connection:
        ours, theirs = self._context.Pipe()
        with _uninterrupted():
            process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
            process.start()
            self._members[ours] = process
        theirs.close()  # so that its end is seen when the process ends
        return ours

    def _dismissed(self, pipe: Connection) -> None:
        process = self._members.pop(pipe)
        pipe.close()
        process.kill()
        process.join()

    def end(self) -> None:
        """End every process, whatever it is at."""
        for process in self._members.values():
            process.kill()
        for pipe in list(self._members):
            self._dismissed(pipe)


def _serve(pipe: Connection, work: Callable[[T], R]) -> None:
    """Do the work of one process until its pipe is closed; interrupts are for who hired it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv()))


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put an interrupt off while a process starts; it inherits that, until it ignores them itself."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
