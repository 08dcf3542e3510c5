"""Text from a file, made safe to show: a file may hold characters that steer a terminal."""

from __future__ import annotations

import re

__all__ = ["harmless"]

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def harmless(text: str) -> str:
    r"""Return text without characters that move the cursor, colour, or turn the direction of writing.

    >>> harmless("red: \x1b[31m")
    'red: �[31m'
    """
    return _STEERING.sub("\ufffd", text)
