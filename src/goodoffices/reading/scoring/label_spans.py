"""Spans as labels give them, checked against the text."""

from typing import Any

from goodoffices.errors import InputError
from goodoffices.reading.scoring.evaluate import Range


def label_span(start: Any, end: Any, text: str, where: str) -> Range:
    """Return a labelled span, checked against the text.

    Raises InputError naming ``where`` for what is no span of the text.

    >>> label_span(0, 4, "They said", "quotes[0]")
    (0, 4)
    """
    for name, value in (("start", start), ("end", end)):
        if not isinstance(value, int) or isinstance(value, bool):
            raise InputError(
                f"{where}: the {name} is {value!r}; expected a whole number, characters from 0"
            )
    if not 0 <= start < end <= len(text):
        raise InputError(
            f"{where}: {start} to {end} is no stretch of the text, which has {len(text)} characters; "
            "expected 0 <= start < end"
        )
    return start, end
