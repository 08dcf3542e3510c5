"""What a sweep runs on: processes of this machine, or a Dask cluster that the user names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from goodoffices.errors import InputError, LimitError, UsageError

__all__ = ["executor_for"]

_SECONDS = 10  # a scheduler has to answer


@contextmanager
def executor_for(workers: int | None, scheduler: str | None) -> Iterator[Executor | None]:
    """Yield what to run on; None for this process alone.

    Raises
    ------
    UsageError
        where the address is none, or both are given.
    InputError
        where no scheduler answers.
    LimitError
        where Dask is not installed, or a worker process ended before its time.
    """
    if scheduler is not None:
        if workers is not None:
            raise UsageError("--workers is for this machine, --scheduler for a cluster; give one")
        with _cluster(scheduler) as executor:
            yield executor
        return
    count = workers or _cores()
    if count == 1:
        yield None
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # fresh processes: a fork would copy whatever the threads of this one hold at that moment
    pool = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield pool
    except BrokenProcessPool:
        raise LimitError(
            "a worker process ended before its time, perhaps for want of memory; fewer --workers need "
            "less, and --resume FILE keeps what is finished"
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    if not re.fullmatch(r"(tcp|tls|ws|wss|ucx)://\S+:\d+", address):
        raise UsageError(f"'{address}' is no address of a scheduler; write tcp://HOST:PORT")
    try:
        from distributed import Client
    except ImportError:
        raise LimitError(
            "a cluster needs Dask: pip install 'goodoffices[cluster]', here and on the workers"
        ) from None
    try:
        client = Client(address, timeout=_SECONDS)
    except OSError:
        raise InputError(f"{address}: no scheduler answers there") from None
    with client:
        yield client.get_executor(pure=False)
