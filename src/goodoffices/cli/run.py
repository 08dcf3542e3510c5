"""Running a command to its exit code: every way it can end, and what people are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from goodoffices.cli.exits import INPUT, INTERNAL, INTERRUPTED, LIMIT, code_of, failed, fault
from goodoffices.cli.root import root
from goodoffices.errors import GoodOfficesError, LimitError, UsageError

__all__ = ["run"]


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line on arguments (those of the process if none are given).

    Returns
    -------
    The exit code. What went wrong has then been said on standard error.
    """
    for stream in (sys.stdout, sys.stderr):  # a letter that a terminal lacks is no reason to fail
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = root.main(args, prog_name="goodoffices", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except SystemExit as end:  # click's way out after completion, else only when a pipe breaks
        return _code(end) if "_GOODOFFICES_COMPLETE" in os.environ else _reader_left()
    except Exception as error:
        return _told(error)
    return code if isinstance(code, int) else 0


def _code(end: SystemExit) -> int:
    return end.code if isinstance(end.code, int) else 0


def _told(error: Exception) -> int:
    """Tell people what went wrong; return the exit code for it."""
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, click.Abort):  # click's word for Ctrl-C and for the end of input
        _say("Interrupted; nothing was left half written.")
        return INTERRUPTED
    if isinstance(error, GoodOfficesError):
        ours = "Error: " if isinstance(error, UsageError | LimitError) else ""
        return _say(f"{ours}{error}", code_of(error))
    if isinstance(error, MemoryError):
        return _say("Error: the memory of this machine ran out; a smaller model needs less", LIMIT)
    if isinstance(error, OSError) and error.errno is not None:
        return _say(f"Error: {failed(error)}", INPUT)
    return _internal(error)


def _internal(error: Exception) -> int:
    """Own up to a fault of the program."""
    if os.environ.get("GOODOFFICES_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return _say(
        f"Error: {fault(error)}.\n"
        "Please report it with this message and the model, if you may share it. "
        "GOODOFFICES_DEBUG=1 shows where it happened.",
        INTERNAL,
    )


def _say(message: str, code: int = 0) -> int:
    from goodoffices.readout.plain import harmless

    click.echo(harmless(message), err=True)
    return code


def _reader_left() -> int:
    """End quietly when whoever read the output, such as ``head``, has had enough."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, sys.stdout.fileno())  # so that flushing at the very end finds nobody missing
    return 0
