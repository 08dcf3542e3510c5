"""The command line: parse the call, call the library, show the result.

Standard output carries the result and nothing else; what is said beside it goes to standard error.
Exit codes: 0 done, 1 the input is wrong, 2 the call is wrong, 3 a limit was reached, 70 a fault of the
program itself, 130 interrupted. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

__all__ = ["main"]


def main() -> int:
    """Run the command line and return its exit code; the entry point of ``goodoffices``."""
    try:
        from goodoffices.cli.run import run

        return run()
    except KeyboardInterrupt:  # even while the first modules are being imported
        return 130
    finally:
        _unmark_interrupt()


def _unmark_interrupt() -> None:
    """Let the process end with the exit code it was given.

    An interrupt inside ``exec`` of a string, by which dataclasses and named tuples make their methods
    while modules are imported, marks CPython to die of the signal at its end though the interrupt has
    been caught. The next string it runs takes the mark away (``run_eval_code_obj`` in pythonrun.c).
    """
    exec("")
