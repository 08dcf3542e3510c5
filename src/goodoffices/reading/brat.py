"""brat standoff in and out, in the form of PolNeAR: Source, Cue, Content and Attribution events."""

import re
from pathlib import Path

from goodoffices.errors import InputError
from goodoffices.reading.evaluate import Gold
from goodoffices.reading.labels import label_span
from goodoffices.reading.load import load_report
from goodoffices.record.model import Record, Span


def to_brat(record: Record) -> str:
    """Return the statements of a record as the lines of an ``.ann`` file.

    Fragments of one content are a discontinuous span; newlines inside a span split it, as brat asks.
    """
    lines: list[str] = []
    count = 0
    for number, statement in enumerate((s for s in record.statements if s.fragments), start=1):
        arguments = []
        for kind, spans in (
            ("Content", statement.fragments),
            ("Source", (statement.source,)),
            ("Cue", (statement.cue,)),
        ):
            real = [s for s in spans if s is not None]
            if not real:
                continue
            count += 1
            lines.append(f"T{count}\t{kind} {_offsets(real)}\t{_words(real)}")
            arguments.append(f"{kind}:T{count}")
            if kind == "Source" and statement.speaker_name:
                lines.append(f"#{count}\tSpeaker T{count}\t{statement.speaker_name}")
        content = arguments[0].split(":")[1]
        lines.append(f"E{number}\tAttribution:{content} " + " ".join(arguments))
        lines.append(f"A{number}\tClass E{number} {statement.category}")
    return "\n".join(lines) + ("\n" if lines else "")


def _pieces(span: Span) -> list[tuple[int, str]]:
    return [(span.start + m.start(), m.group()) for m in re.finditer(r"[^\n]+", span.exact)]


def _offsets(spans: list[Span]) -> str:
    return ";".join(f"{at} {at + len(words)}" for span in spans for at, words in _pieces(span))


def _words(spans: list[Span]) -> str:
    return " ".join(words for span in spans for _, words in _pieces(span))


def gold_from_brat(path: Path) -> Gold:
    """Read an ``.ann`` file beside its ``.txt`` as labels.

    Raises InputError where the text is missing or a line is malformed, with the line's number.
    """
    beside = path.with_suffix(".txt")
    if not beside.is_file():
        raise InputError(f"{path}: its text is missing; expected {beside.name} beside it")
    gold = Gold(path.stem, load_report(beside).text, files=(path, beside))
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: not a file of labels ({error})") from error
    spans: dict[str, list[tuple[int, int]]] = {}
    speakers: dict[str, str] = {}
    classes: dict[str, str] = {}
    events: list[tuple[str, dict[str, str]]] = []
    for number, line in enumerate(lines, start=1):
        try:
            _take(line, spans, speakers, classes, events)
        except (IndexError, ValueError) as error:
            raise InputError(
                f"{path}:{number}: not a line of brat standoff: {line[:60]!r}"
            ) from error
        _check(line, spans, gold.text, f"{path}:{number}")
    for name, arguments in events:
        loose = next((t for t in arguments.values() if t.startswith("T") and t not in spans), None)
        if loose is not None:
            raise InputError(f"{path}: the event {name} names {loose}, which stands nowhere")
        source = arguments.get("Source", "")
        said = [gold.text[s:e] for s, e in spans.get(source, [])]
        names = [speakers.get(source) or " ".join(said) or "unknown"]
        counted = classes.get(name, "reported_speech") == "reported_speech"
        gold.quotes.extend(
            (span, names, counted) for span in spans.get(arguments.get("Content", ""), [])
        )
    return gold


def _check(line: str, spans: dict[str, list[tuple[int, int]]], text: str, where: str) -> None:
    if line.startswith("T"):
        for start, end in spans[line.split("\t")[0]]:
            label_span(start, end, text, where)


def _take(
    line: str,
    spans: dict[str, list[tuple[int, int]]],
    speakers: dict[str, str],
    classes: dict[str, str],
    events: list[tuple[str, dict[str, str]]],
) -> None:
    fields = line.split("\t")
    if line.startswith("T"):
        _, offsets = fields[1].split(" ", 1)
        spans[fields[0]] = [
            (int(a), int(b)) for a, b in (pair.split(" ") for pair in offsets.split(";"))
        ]
    elif line.startswith("#"):
        kind, target = fields[1].split(" ", 1)
        if kind == "Speaker":
            speakers[target] = fields[2]
    elif line.startswith("A"):
        words = fields[1].split(" ")
        if words[0] == "Class":
            classes[words[1]] = words[2]
    elif line.startswith("E"):
        parts = [part.split(":", 1) for part in fields[1].split(" ") if part]
        events.append((fields[0], {key.rstrip("0123456789"): value for key, value in parts[1:]}))
