"""The text of a PDF as prose: its lines taken from the text layer with their places, and put together."""

import io
import logging
import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from goodoffices.errors import InputError
from goodoffices.reading.spacy_model import INSTALL, ReadingUnavailableError, load_model
from goodoffices.reading.text.layout import HARD, Line, paragraphs

# What a piece of text is said to be (/ActualText), and what stands for it in the lines.
_SAID_TO_BE = {"\xad": "", "-": HARD}
_UNDECODED = re.compile("[\ufffd\ue000-\uf8ff]")
_TOO_MANY = 0.3  # of the characters


def pdf_text(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the paragraphs of a PDF, a blank line between them, and notes on what could not be read.

    Raises InputError where the file cannot be read, holds no text or text that cannot be decoded, is
    protected by a password, or the library is not installed.
    """
    try:
        from pypdf import PdfReader
    except ImportError as missing:
        raise InputError(f"{name}: {INSTALL} (PDF files need pypdf)") from missing
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(
                f"{name}: this PDF is protected by a password; save a copy without one, or its text"
            )
        lines = [line for number, page in enumerate(reader.pages) for line in _lines(page, number)]
    except InputError:
        raise
    except Exception as error:  # a damaged PDF can fail anywhere inside the library
        raise InputError(
            f"{name}: this PDF cannot be read ({type(error).__name__}); save its text instead"
        ) from error
    return _prose(lines, name)


def _prose(lines: Sequence[Line], name: str) -> tuple[str, tuple[str, ...]]:
    text = "\n\n".join(paragraphs(lines, _is_word))
    if not text.strip():
        raise InputError(
            f"{name}: this PDF holds no text (scanned pages?); run text recognition on it first"
        )
    lost = len(_UNDECODED.findall(text))
    if lost > _TOO_MANY * sum(not ch.isspace() for ch in text):
        raise InputError(
            f"{name}: the text of this PDF cannot be decoded (its fonts do not say which letters they "
            "show); run text recognition on it first, or save its text"
        )
    if lost:
        return text, (f"{lost} characters of the PDF could not be decoded.",)
    return text, ()


class _Page:
    """What the library tells while it goes through a page, kept as lines."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.lines: list[Line] = []
        self._text, self._at = "", (0.0, 0.0)
        self._sizes: Counter[float] = Counter()
        self._said: list[str | None] = []

    def piece(self, text: str, cm: Any, tm: Any, _font: Any, font_size: float) -> None:
        """Take a piece of text with the matrices of the page and of the text where it begins."""
        x, y, scale = _place(tm, cm)
        for number, part in enumerate(text.split("\n")):
            if number:
                self.end_line()
            if part.strip():
                if not self._sizes:
                    self._at = (x, y)
                self._sizes[round(abs(font_size) * scale, 1)] += len(part.strip())
            self._text += part

    def end_line(self) -> None:
        """Keep the line that is complete, in the size of most of its letters."""
        if self._sizes:
            size = self._sizes.most_common(1)[0][0]
            self.lines.append(Line(self._text, *self._at, size, self.number))
        self._text = ""
        self._sizes.clear()

    def operation(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        """Take hyphens for what they are said to be: the blank drawn for a soft one parts no words."""
        if operator in (b"BDC", b"BMC"):
            stated = operands[-1] if operands else None
            words = stated.get("/ActualText") if isinstance(stated, dict) else None
            self._said.append(_SAID_TO_BE.get(_decoded(words)))
        elif operator == b"EMC" and self._said:
            self._said.pop()
        elif operator in (b"Tj", b"TJ") and operands and self._said:
            _put(operands, self._said[-1])


def _decoded(words: Any) -> str:
    if isinstance(words, bytes):
        return words.decode(
            "utf-16" if words[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1", "replace"
        )
    return str(words)


def _put(operands: Any, text: str | None) -> None:
    """Have the library show that text instead of what the page has."""
    from pypdf.generic import TextStringObject

    if text is not None:
        shown = TextStringObject(text)
        operands[0] = type(operands[0])([shown]) if isinstance(operands[0], list) else shown


def _lines(page: Any, number: int) -> list[Line]:
    taken = _Page(number)
    page.extract_text(visitor_text=taken.piece, visitor_operand_before=taken.operation)
    taken.end_line()
    return taken.lines


def _place(tm: Sequence[float], cm: Sequence[float]) -> tuple[float, float, float]:
    """Return where a text begins on the page, and how much larger than its font it is drawn."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    c, d = tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]
    place = x, y, math.hypot(c, d)
    return place if all(map(math.isfinite, place)) else (0.0, 0.0, 0.0)


def _is_word(word: str) -> bool:
    """Tell whether the English model has met a word; without a model no word is known."""
    try:
        return word.lower() in load_model().vocab.strings
    except ReadingUnavailableError:
        return False
