"""Labelled reports of our own: ``{q:SPEAKER|words}`` and ``{p:HOLDER|stance|trigger}`` inside plain text.

Labels may be nested. ``reports`` and ``heldout`` to ``heldout6`` hold invented reports, ``hardcases.txt`` one
invented sentence a line, ``stance_cases.txt`` and ``newsroom_cases.txt`` the same for stances. Every name and
event in them is made up.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from goodoffices.reading import read_text

HERE = Path(__file__).parent
REPORTS = HERE / "reports"
HELD_OUT = HERE / "heldout"
HELD_OUT_2 = HERE / "heldout2"
HELD_OUT_3 = HERE / "heldout3"
HELD_OUT_4 = HERE / "heldout4"
HELD_OUT_5 = HERE / "heldout5"
HELD_OUT_6 = HERE / "heldout6"


@dataclass(frozen=True)
class Quote:
    """Words and whose they are."""

    speaker: str
    span: tuple[int, int]


@dataclass(frozen=True)
class Stance:
    """A trigger, its stance and who holds it."""

    holder: str
    stance: str
    span: tuple[int, int]


@dataclass
class Labelled:
    """A text with the labels taken out of it."""

    text: str = ""
    published: str | None = None
    quotes: list[Quote] = field(default_factory=list)
    positions: list[Stance] = field(default_factory=list)


def parse_labelled(markup: str) -> Labelled:
    """Take the labels out of a text."""
    result = Labelled()
    out: list[str] = []
    stack: list[tuple[list[str], int]] = []
    at = 0
    while at < len(markup):
        if markup[at] == "{" and markup[at + 1 : at + 3] in ("q:", "p:"):
            count = 2 if markup[at + 1] == "p" else 1
            fields = markup[at + 3 :].split("|", count)[:count]
            at += 3 + sum(len(f) + 1 for f in fields)
            stack.append((fields, len(out)))
        elif markup[at] == "}" and stack:
            fields, start = stack.pop()
            if len(fields) == 1:
                result.quotes.append(Quote(fields[0], (start, len(out))))
            else:
                result.positions.append(Stance(fields[0], fields[1], (start, len(out))))
            at += 1
        else:
            out.append(markup[at])
            at += 1
    result.text = "".join(out)
    return result


def load_report(path: Path) -> Labelled:
    """Read one labelled report: header lines, ``---``, then the text."""
    header, _, body = path.read_text(encoding="utf-8").partition("---\n")
    result = parse_labelled(body.rstrip("\n"))
    for line in header.splitlines():
        key, _, value = line.partition(":")
        if key == "published":
            result.published = value.strip()
    return result


def load_cases(name: str = "hardcases.txt") -> list[tuple[str, str]]:
    """Read the hard cases: (family, labelled text)."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    cases = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    return [(family, markup.replace("\\n", "\n")) for family, _, markup in cases]


HARD_CASES = load_cases()
STANCE_CASES = [*load_cases("stance_cases.txt"), *load_cases("newsroom_cases.txt")]


@dataclass(frozen=True)
class DatedSentence:
    """A sentence, its day of publication, and the value of every time in it."""

    text: str
    published: str
    values: tuple[tuple[int, int, str], ...]


def load_dates() -> list[DatedSentence]:
    """Read the sentences of ``dates.txt``."""
    result = []
    for line in (HERE / "dates.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        published, _, markup = line.partition(": ")
        text, values, at = "", [], 0
        for label in re.finditer(r"\{([^|}]+)\|([^}]+)\}", markup):
            text += markup[at : label.start()]
            values.append((len(text), len(text) + len(label[2]), label[1]))
            text, at = text + label[2], label.end()
        result.append(DatedSentence(text + markup[at:], published, tuple(values)))
    return result


def speaker_of(text: str, word: str) -> str | None:
    """Read a text and return who makes the statement that holds ``word``; None where there is none."""
    record = read_text(text, published="2014-02-11")
    return next(
        (s.speaker_name for s in record.statements if any(word in f.exact for f in s.fragments)),
        None,
    )
