"""Exit codes, which error ends with which, and how what nobody foresaw is told."""

from __future__ import annotations

import os

from goodoffices._version import __version__
from goodoffices.errors import GoodOfficesError, LimitError, UsageError

__all__ = ["INPUT", "INTERNAL", "INTERRUPTED", "LIMIT", "USAGE", "code_of", "failed", "fault"]

INPUT, USAGE, LIMIT, INTERNAL, INTERRUPTED = 1, 2, 3, 70, 130


def code_of(error: GoodOfficesError) -> int:
    """Return the exit code for an error that this package raises on purpose.

    >>> code_of(LimitError("too large"))
    3
    """
    if isinstance(error, UsageError):
        return USAGE
    return LIMIT if isinstance(error, LimitError) else INPUT


def failed(error: OSError) -> str:
    """Return how it is told that a file could not be read or written."""
    named = f" {os.fspath(error.filename)!s:.200}" if error.filename else ""
    return f"reading or writing{named} failed: {error.strerror}"


def fault(error: Exception) -> str:
    """Return how an error that nobody foresaw is told."""
    kind = type(error).__name__
    return f"this is a fault of Good Offices {__version__}, not yours ({kind}: {error})"
