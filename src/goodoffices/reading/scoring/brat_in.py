"""brat standoff in: an ``.ann`` file beside its ``.txt`` as labels, PolNeAR's files among them.

Read are text-bounds (T), events (E) of the kind Attribution and Attribution-no-source, the attribute
``Class`` (A, M) and the note ``Speaker`` (#), by which a source is given its name. Relations, other
notes, attributes and events are none of ours and pass, and so does an attribution without a content, of
which PolNeAR has some. Everything else is a slip and told with its line.
"""

import bisect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from goodoffices.errors import InputError, shown
from goodoffices.reading.scoring.brat_out import NO_SOURCE
from goodoffices.reading.scoring.evaluate import Gold, Range
from goodoffices.reading.scoring.label_spans import label_span
from goodoffices.reading.text.load import load_report
from goodoffices.record.model import CATEGORIES

__all__ = ["gold_from_brat"]

_KINDS = ("Attribution", NO_SOURCE)
_ROLES = ("Source", "Cue", "Content")
_LINE = re.compile(r"[TEAMRN#]\w*\t|\*\t")
_OFFSETS = re.compile(r"(\d+) (\d+)(?:;(\d+) (\d+))*")


@dataclass
class _Event:
    line: int
    kind: str
    trigger: str
    arguments: list[tuple[str, str]]

    def all_of(self, role: str) -> list[str]:
        return [target for name, target in self.arguments if name == role]


@dataclass
class _Ann:
    """What stands in one file, with the text it is about."""

    path: Path
    text: str
    moved: Callable[[int], int]
    spans: dict[str, tuple[str, list[Range]]] = field(default_factory=dict)
    events: dict[str, _Event] = field(default_factory=dict)
    classes: dict[str, tuple[int, str]] = field(default_factory=dict)
    speakers: dict[str, tuple[int, str]] = field(default_factory=dict)

    def slip(self, line: int, words: str) -> InputError:
        return InputError(f"{self.path}:{line}: {words}")

    # -- lines -------------------------------------------------------------------------------------------

    def take(self, number: int, line: str) -> None:
        fields = line.split("\t", 2)
        try:
            if not _LINE.match(line):
                raise ValueError(line)
            if line[0] == "T":
                self.take_span(number, *fields)
            elif line[0] == "E":
                self.take_event(number, *fields)
            elif line[0] in "AM":
                kind, target, *value = fields[1].split(" ")
                if kind == "Class":
                    self.classes[target] = (number, value[0])
            elif line[0] == "#":
                kind, target = fields[1].split(" ", 1)
                if kind == "Speaker":
                    self.speakers[target] = (number, fields[2])
        except (IndexError, ValueError, TypeError):
            raise self.slip(number, f"not a line of brat standoff: {line[:60]!r}") from None

    def take_span(self, number: int, id_: str, where: str, words: str) -> None:
        kind, offsets = where.split(" ", 1)
        if not _OFFSETS.fullmatch(offsets):
            raise ValueError(offsets)
        if id_ in self.spans:
            raise self.slip(number, f"{id_} stands there twice; give each label an id of its own")
        pairs = [tuple(map(int, pair.split(" "))) for pair in offsets.split(";")]
        place = f"{self.path}:{number}"
        spans = [label_span(self.moved(s), self.moved(e), self.text, place) for s, e in pairs]
        found = " ".join(self.text[s:e] for s, e in spans)
        if _plain(found) != _plain(words):
            raise self.slip(
                number,
                f"the text reads {shown(found)} at {offsets}, not {shown(words)}; brat counts the "
                "characters of the file as it stands",
            )
        self.spans[id_] = kind, spans

    def take_event(self, number: int, id_: str, words: str, *_: str) -> None:
        if id_ in self.events:
            raise self.slip(number, f"{id_} stands there twice; give each event an id of its own")
        (kind, trigger), *arguments = (part.split(":", 1) for part in words.split(" ") if part)
        named = [(role.rstrip("0123456789"), target) for role, target in arguments]
        self.events[id_] = _Event(number, kind, trigger, named)

    # -- what they say -----------------------------------------------------------------------------------

    def check(self, event: _Event) -> None:
        """Refuse an event that names what is not there, or takes one thing for another."""
        for role, target in (("trigger", event.trigger), *event.arguments):
            if target not in self.spans:
                raise self.slip(event.line, f"the event names {target}, which stands nowhere")
            kind = self.spans[target][0]
            if role != "trigger" and role not in _ROLES:
                words = f"{role} is no part of an attribution; expected {', '.join(_ROLES)}"
                raise self.slip(event.line, words)
            if role in _ROLES and kind != role:
                raise self.slip(event.line, f"{target} is a {kind}; expected a {role}")
            if role == "trigger" and kind not in (event.kind, "Content"):
                words = (
                    f"{event.kind} hangs on {target}, a {kind}; expected {event.kind}, on the cue"
                )
                raise self.slip(event.line, words)

    def quotes(self, gold: Gold) -> None:
        """Add the contents with their sources to the labels."""
        for id_, event in self.events.items():
            if event.kind not in _KINDS:
                continue
            self.check(event)
            sources = event.all_of("Source")
            names = [self.name(it) for it in sources] or ["unknown"]
            bare = [span for it in sources if it not in self.speakers for span in self.spans[it][1]]
            counted = self.classes.get(id_, (0, CATEGORIES[0]))[1] == CATEGORIES[0]
            for content in event.all_of("Content"):
                for span in self.spans[content][1]:
                    gold.quotes.append((span, names, counted))
                    if bare:
                        gold.sources.setdefault(span, []).extend(bare)

    def name(self, source: str) -> str:
        """Return the name that a note gives a source, or else its words."""
        noted = self.speakers.get(source)
        if noted is not None:
            return noted[1].strip()
        return " ".join(self.text[s:e] for s, e in self.spans[source][1])

    def check_notes(self) -> None:
        """Refuse classes and names that hang on nothing."""
        for target, (line, value) in self.classes.items():
            if target not in self.events:
                raise self.slip(line, f"the class is given to {target}, which stands nowhere")
            if value not in CATEGORIES:
                words = f"the class {value!r} is not known; expected one of {', '.join(CATEGORIES)}"
                raise self.slip(line, words)
        for target, (line, name) in self.speakers.items():
            if target not in self.spans:
                raise self.slip(line, f"the name is given to {target}, which stands nowhere")
            if not name.strip():
                raise self.slip(line, f"no name for {target}; write it after the second tab")


def gold_from_brat(path: Path) -> Gold:
    """Read an ``.ann`` file beside its ``.txt`` as labels.

    Raises InputError where the text is missing or a line is no line of brat, names what is not there,
    or has other words than the text, with the line's number.
    """
    beside = path.with_suffix(".txt")
    if not beside.is_file():
        raise InputError(f"{path}: its text is missing; expected {beside.name} beside it")
    text = load_report(beside).text
    gold = Gold(path.stem, text, stanced=False, files=(path, beside))
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: not a file of labels ({error})") from error
    ann = _Ann(path, text, _offsets_of(beside, text))
    for number, line in enumerate(lines, start=1):
        if line.strip():
            ann.take(number, line)
    ann.check_notes()
    ann.quotes(gold)
    return gold


def _offsets_of(file: Path, text: str) -> Callable[[int], int]:
    r"""Return what turns a place in the file as it stands into one in its text.

    The text has ``\n`` where the file may have ``\r\n``, which brat counts as two.
    """
    data = file.read_bytes()
    for encoding in ("utf-8", "cp1252", "utf-16") if b"\r" in data else ():
        raw = data.decode(encoding, "replace")
        if raw.replace("\r\n", "\n").replace("\r", "\n") == text:
            doubled = [m.start() for m in re.finditer("\r\n", raw)]
            return lambda at: at - bisect.bisect_left(doubled, at)
    return lambda at: at


def _plain(words: str) -> str:
    return " ".join(words.split())
