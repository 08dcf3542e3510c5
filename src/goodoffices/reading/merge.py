"""Several reports of one event: one statement with several sources, and copies told from confirmation.

Two reports share a statement where the speaker is the same person and the words largely are (token
set similarity of the words that carry meaning). Two reports are copies where passages of one stand
nearly word for word in the other outside quotation: a copy adds no confirmation, nor does a reported
clause in the very words of another report.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goodoffices.reading.copies import COPY_SHARE, Runs, own_runs, shared
from goodoffices.reading.evaluate import same_name
from goodoffices.record.model import Record, Statement

SAME_DIRECT = 85.0
SAME_INDIRECT = 75.0
SAME_WORDING = 8  # words of a reported clause that two reporters do not write alike by chance
_SMALL = frozenset(
    "the a an of to in on at and or but that this it he she they his her its their is are was were be been "
    "has have had will would for with by from as not".split()
)


@dataclass(frozen=True, slots=True)
class Variant:
    """One report's wording of a statement."""

    report: int
    statement: Statement
    words: str


@dataclass
class SharedStatement:
    """One statement with every report that carries it; ``independent`` counts reports that are no copies."""

    speaker: str | None
    variants: list[Variant] = field(default_factory=list)
    independent: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """Report ``copy`` repeats report ``of``; ``share`` is the part of its own words that stands there too."""

    copy: int
    of: int
    share: float


@dataclass
class Merged:
    """Reports of one event side by side; reports are named by their place in ``records``."""

    records: Sequence[Record]
    statements: list[SharedStatement]
    copies: list[Copy]


def merge(records: Sequence[Record]) -> Merged:
    """Put the statements of several reports together."""
    copies = find_copies(records)
    root = {c.copy: c.of for c in copies}
    shared: list[SharedStatement] = []
    for number, record in enumerate(records):
        for statement in record.statements:
            if statement.category != "reported_speech" or not statement.fragments:
                continue
            variant = Variant(number, statement, " ".join(f.exact for f in statement.fragments))
            known = next((s for s in shared if _same(s, variant)), None)
            if known is None:
                known = SharedStatement(statement.speaker_name)
                shared.append(known)
            known.variants.append(variant)
            if len(statement.speaker_name or "") > len(known.speaker or ""):
                known.speaker = statement.speaker_name
    for item in shared:
        item.independent = _independent(item.variants, root)
    marked = [
        record.with_source(copy_of=records[root[n]].source.sha256) if n in root else record
        for n, record in enumerate(records)
    ]
    return Merged(marked, shared, copies)


def _independent(variants: Sequence[Variant], root: dict[int, int]) -> int:
    """Count reports that are no copies and do not share one reporter's wording of what was said.

    A clause in reported speech is the reporter's own words: two do not hit on the same eight by chance.
    """
    voice: dict[int, int] = {v.report: _origin(v.report, root) for v in variants}
    first: dict[str, int] = {}
    for variant in variants:
        words = re.findall(r"[\w']+", variant.words.lower())
        if variant.statement.kind == "direct" or len(words) < SAME_WORDING:
            continue
        mine = voice[variant.report]
        theirs = voice[first.setdefault(" ".join(words), variant.report)]
        if theirs != mine:
            voice = {k: theirs if v == mine else v for k, v in voice.items()}
    return len(set(voice.values()))


def _origin(report: int, root: dict[int, int]) -> int:
    while report in root:
        report = root[report]
    return report


def _same(known: SharedStatement, variant: Variant) -> bool:
    from rapidfuzz import fuzz

    if not _one_speaker(known.speaker, variant.statement.speaker_name):
        return False
    words = _key(variant.words)
    for other in known.variants:
        if other.report == variant.report:
            continue
        theirs = _key(other.words)
        direct = variant.statement.kind == other.statement.kind == "direct"
        least = SAME_DIRECT if direct else SAME_INDIRECT
        short = min(len(words.split()), len(theirs.split()))
        score = (
            fuzz.token_sort_ratio(words, theirs)
            if short < 4
            else max(
                fuzz.token_sort_ratio(words, theirs),
                fuzz.partial_ratio(words, theirs) if direct else 0.0,
            )
        )
        if score >= least:
            return True
    return False


def _one_speaker(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and same_name(one, other)


def _key(words: str) -> str:
    return " ".join(w for w in re.findall(r"[\w']+", words.lower()) if w not in _SMALL)


def find_copies(records: Sequence[Record]) -> list[Copy]:
    """Return which reports repeat another's own words; the earlier published one is the origin."""
    runs = [_own_runs(record) for record in records]
    order = sorted(range(len(records)), key=lambda n: (records[n].source.published or "9999", n))
    found: list[Copy] = []
    for place, number in enumerate(order):
        best: Copy | None = None
        for earlier in order[:place]:
            share = shared(runs[number], runs[earlier])
            if share >= COPY_SHARE and (best is None or share > best.share):
                best = Copy(number, earlier, round(share, 2))
        if best is not None:
            found.append(best)
    return found


def _own_runs(record: Record) -> Runs:
    direct = [s for s in record.statements if s.kind == "direct"]
    return own_runs(
        record.text, record.body, [(f.start, f.end) for s in direct for f in s.fragments]
    )
