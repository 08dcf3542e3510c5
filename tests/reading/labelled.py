"""Labelled reports of our own: ``{q:SPEAKER|words}`` and ``{p:HOLDER|stance|trigger}`` inside plain text."""

from dataclasses import dataclass, field
from pathlib import Path

REPORTS = Path(__file__).parent / "reports"


@dataclass
class Labelled:
    """A text with the labels taken out of it."""

    text: str = ""
    published: str | None = None
    quotes: list[dict[str, object]] = field(default_factory=list)
    positions: list[dict[str, object]] = field(default_factory=list)


def parse_labelled(markup: str) -> Labelled:
    """Take the labels out; they may be nested."""
    result = Labelled()
    out: list[str] = []
    length = 0
    stack: list[tuple[str, list[str], int]] = []
    at = 0
    while at < len(markup):
        ch = markup[at]
        if ch == "{" and markup[at + 1 : at + 3] in ("q:", "p:"):
            kind = markup[at + 1]
            parts = markup[at + 3 :].split("|", 2 if kind == "p" else 1)
            fields = parts[: 2 if kind == "p" else 1]
            at += 3 + sum(len(f) + 1 for f in fields)
            stack.append((kind, fields, length))
            continue
        if ch == "}" and stack:
            kind, fields, start = stack.pop()
            span = {"start": start, "end": length, "text": "".join(out)[start:length]}
            if kind == "q":
                result.quotes.append({"speaker": fields[0], "fragments": [span]})
            else:
                result.positions.append({"actor": fields[0], "stance": fields[1], "trigger": span})
            at += 1
            continue
        out.append(ch)
        length += 1
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
