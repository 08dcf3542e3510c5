"""A progress bar on standard error, on a terminal only, and only when something takes its time."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Bar", "progress"]

_PATIENCE = 0.5  # seconds before the bar shows
_ALMOST = 0.95


class Bar:
    """A bar that shows itself when its time has come; calling it says what is being done."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._what, self._share = "reading", 0.0
        self._shown: Progress | None = None
        self._task: TaskID | None = None
        self._over = False

    def __call__(self, what: str, share: float) -> None:
        """Take note of what is being done and of the share of the work done (0 to 1)."""
        with self._lock:
            self._what, self._share = what, share
            self._update()

    def show(self) -> None:
        """Show the bar."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        with self._lock:
            if self._over:
                return
            self._shown = Progress(
                SpinnerColumn(),
                TextColumn("{task.description}"),
                BarColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._shown.add_task(self._what, total=1.0)
            self._update()
            self._shown.start()

    def _update(self) -> None:
        """Show how far the work is; never as finished, for then the clock would stand still."""
        if self._shown is not None and self._task is not None:
            share = min(self._share, _ALMOST)
            self._shown.update(self._task, description=self._what, completed=share)

    def hide(self) -> None:
        """Take the bar away for good."""
        with self._lock:
            self._over = True
            if self._shown is not None:
                self._shown.stop()


@contextmanager
def progress(quiet: bool = False) -> Iterator[Bar]:
    """Yield a bar for some long work; it shows on a terminal, after half a second."""
    bar = Bar()
    timer = threading.Timer(_PATIENCE, bar.show)
    timer.daemon = True
    if sys.stderr.isatty() and not quiet:
        timer.start()
    try:
        yield bar
    finally:
        timer.cancel()
        bar.hide()
