"""Measuring reading against labelled reports: quotations, speakers, stances, dates.

Match rule: edge marks, edge punctuation and a leading complementiser "that" do not count; two
spans match where their characters' intersection over union is at least 0.5 (also shown: 0.9); one
to one, best pairs first, per fragment. Items whose class is not ``reported_speech`` are optional:
neither hits nor false alarms. A speaker is right where the resolved name is (surname accepted,
pronouns are not); where labels give no name but the place of the words for the speaker, as
PolNeAR's do, where those words are a mention of the speaker read. *Joint* counts fragments found
whose speaker is right. A stance matches where the triggers share characters and the stance is the
same; a date where spans share characters and the value is the same.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from goodoffices.reading.names.same import same_name
from goodoffices.reading.text.marks import CLOSING, EITHER, OPENING, SINGLES
from goodoffices.record.model import Actor, Record

Range = tuple[int, int]
_EDGES = OPENING + CLOSING + EITHER + SINGLES + " \t\n\r,.;:!?…()[]-–—"


@dataclass
class Gold:
    """Labels of one report: quotations with every name that counts as right, stances, dates.

    ``sources`` holds, for the span of a quotation, where the words for its speaker stand, if those are
    all that the labels say of the speaker. ``quoted`` and ``stanced`` tell whether the report was
    labelled for quotations and stances at all: where not, what is read of them is no false alarm.
    ``files`` are those that labels and text were loaded from.
    """

    name: str
    text: str
    published: str | None = None
    quotes: list[tuple[Range, list[str], bool]] = field(default_factory=list)
    stances: list[tuple[Range, str, list[str]]] = field(default_factory=list)
    dates: list[tuple[Range, str]] = field(default_factory=list)
    sources: dict[Range, list[Range]] = field(default_factory=dict)
    quoted: bool = True
    stanced: bool = True
    files: tuple[Path, ...] = ()


@dataclass
class Tally:
    """Counts of one layer: labelled, proposed, found, and found with the right speaker or holder."""

    labelled: int = 0
    proposed: int = 0
    found: int = 0
    right: int = 0
    strict: int = 0

    def add(self, other: "Tally") -> None:
        """Add another report's counts."""
        for key in ("labelled", "proposed", "found", "right", "strict"):
            setattr(self, key, getattr(self, key) + getattr(other, key))

    def f(self, hits: int) -> float:
        """Return the F measure with this many hits; 0 where there is nothing to find."""
        total = self.labelled + self.proposed
        return 2 * hits / total if total else 0.0

    def as_json(self) -> dict[str, float | int]:
        """Return counts and measures."""
        return {
            "labelled": self.labelled,
            "proposed": self.proposed,
            "found": self.found,
            "right": self.right,
            "precision": round(self.found / self.proposed, 3) if self.proposed else 0.0,
            "recall": round(self.found / self.labelled, 3) if self.labelled else 0.0,
            "f": round(self.f(self.found), 3),
            "f_strict": round(self.f(self.strict), 3),
            "right_of_found": round(self.right / self.found, 3) if self.found else 0.0,
            "joint_f": round(self.f(self.right), 3),
        }


@dataclass
class Outcome:
    """What was measured on one report, with every miss and false alarm as a line of words."""

    quotes: Tally
    stances: Tally
    dates: Tally
    differences: list[str]


def trimmed(text: str, span: Range) -> Range:
    """Shrink a span by what does not count at its edges.

    >>> trimmed("said “no.”", (5, 10))
    (6, 8)
    """
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def overlap(one: Range, other: Range) -> float:
    """Return intersection over union of two spans."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    union = (one[1] - one[0]) + (other[1] - other[0]) - shared
    return shared / union if union else 0.0


def pair(gold: Sequence[Range], found: Sequence[Range], least: float = 0.5) -> dict[int, int]:
    """Match spans one to one, best overlap first; returns gold number -> found number."""
    pairs = sorted(
        (
            (overlap(g, f), -i, -j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g[0] < f[1] and f[0] < g[1]
        ),
        reverse=True,
    )
    result: dict[int, int] = {}
    used: set[int] = set()
    for value, i, j in pairs:
        if value >= least and -i not in result and -j not in used:
            result[-i] = -j
            used.add(-j)
    return result


def _any_name(gold: Iterable[str], names: Iterable[str | None]) -> bool:
    return any(same_name(g, n) for g in gold for n in names)


def compare(gold: Gold, record: Record) -> Outcome:
    """Score one record against its labels."""
    differences: list[str] = []
    return Outcome(
        _quotes(gold, record, differences),
        _stances(gold, record, differences),
        _dates(gold, record, differences),
        differences,
    )


def _names(record: Record, actor_id: str | None, name: str | None) -> list[str | None]:
    actor = record.actor(actor_id)
    return [name, *(actor.aliases if actor else ())]


_SET_OFF = re.compile(r",| \(| --? | [–—] | who | of ")


def _named_at(actor: Actor | None, text: str, source: Range) -> bool:
    """Tell whether an actor is named by the words at a place: by a mention of it, or by their name.

    A mention has to hold the words, to share half of them, or to be the noun at their end: of "Kern's
    aide" Kern is a part, no more. What is set off behind them does not count: "Otto Kern, who has a boat".
    """
    if actor is None:
        return False
    start = source[0]
    words = _SET_OFF.split(text[start : source[1]])[0]
    end = start + len(words)
    if _any_name([words], [actor.name, *actor.aliases]):
        return True
    return any(
        (it.span.start <= start and end <= it.span.end)
        or overlap((it.span.start, it.span.end), (start, end)) >= 0.5
        or (it.form == "nominal" and start <= it.span.start and it.span.end == end)
        for it in actor.mentions
    )


def _quotes(gold: Gold, record: Record, differences: list[str]) -> Tally:
    text = gold.text
    if not gold.quoted:
        return Tally()
    wanted = [
        (trimmed(text, span), names, gold.sources.get(span, []))
        for span, names, counted in gold.quotes
        if counted
    ]
    optional = [trimmed(text, span) for span, _, counted in gold.quotes if not counted]
    found = [
        (trimmed(text, (f.start, f.end)), s)
        for s in record.statements
        if s.category == "reported_speech"
        for f in s.fragments
    ]
    pairs = pair([w[0] for w in wanted], [f[0] for f in found])
    tally = Tally(labelled=len(wanted), proposed=len(pairs), found=len(pairs))
    tally.strict = len(pair([w[0] for w in wanted], [f[0] for f in found], 0.9))
    for number, (span, names, sources) in enumerate(wanted):
        words = text[span[0] : span[1]][:90]
        if number not in pairs:
            differences.append(f"missed: {names[0]}: {words!r}")
            continue
        statement = found[pairs[number]][1]
        if _any_name(names, _names(record, statement.speaker, statement.speaker_name)) or any(
            _named_at(record.actor(statement.speaker), text, source) for source in sources
        ):
            tally.right += 1
        else:
            differences.append(f"speaker: {names[0]} read as {statement.speaker_name}: {words!r}")
    taken = set(pairs.values())
    for number, (span, statement) in enumerate(found):
        if number in taken or any(
            overlap(span, o) >= 0.5 or (o[0] <= span[0] and span[1] <= o[1]) for o in optional
        ):
            continue
        tally.proposed += 1
        differences.append(
            f"false alarm [{statement.rule}]: {statement.speaker_name}: {text[span[0] : span[1]][:90]!r}"
        )
    return tally


def _stances(gold: Gold, record: Record, differences: list[str]) -> Tally:
    if not gold.stanced:
        return Tally()
    used: set[int] = set()
    tally = Tally(labelled=len(gold.stances), proposed=len(record.positions))
    for (start, end), stance, names in gold.stances:
        words = gold.text[start:end]
        near = [
            k
            for k, p in enumerate(record.positions)
            if k not in used and p.trigger.start < end and start < p.trigger.end
        ]
        same = [k for k in near if record.positions[k].stance == stance]
        if not same:
            other = f" (read as {record.positions[near[0]].stance})" if near else ""
            differences.append(f"stance missed: {names[0]} {stance}{other}: {words!r}")
            continue
        used.add(same[0])
        tally.found += 1
        position = record.positions[same[0]]
        if overlap((start, end), (position.trigger.start, position.trigger.end)) >= 0.5:
            tally.strict += 1
        if _any_name(names, _names(record, position.holder, position.holder_name)):
            tally.right += 1
        else:
            differences.append(f"holder: {names[0]} read as {position.holder_name}: {words!r}")
    for number, position in enumerate(record.positions):
        if number not in used:
            differences.append(
                f"stance not labelled [{position.rule}]: {position.holder_name} {position.stance}: "
                f"{position.trigger.exact!r}"
            )
    return tally


def _dates(gold: Gold, record: Record, differences: list[str]) -> Tally:
    tally = Tally(labelled=len(gold.dates), proposed=len(gold.dates))
    for (start, end), value in gold.dates:
        near = [t for t in record.times if t.span.start < end and start < t.span.end]
        if any(t.value == value for t in near):
            tally.found += 1
            tally.right += 1
        else:
            differences.append(
                f"date: {gold.text[start:end]!r} is {value}, read as {[t.value for t in near]}"
            )
    return tally


def total(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """Add up the counts of several reports."""
    result = {"quotations": Tally(), "stances": Tally(), "dates": Tally()}
    for outcome in outcomes:
        result["quotations"].add(outcome.quotes)
        result["stances"].add(outcome.stances)
        result["dates"].add(outcome.dates)
    return result
