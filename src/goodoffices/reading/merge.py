"""Several reports of one event: one statement with several sources, and copies told from confirmation.

Two reports share a statement where the speaker is the same person, under whatever spelling, and the words
largely are the same (token set similarity of the words that carry meaning), with the same "not" and the
same numbers: "we accept" does not confirm "we do not accept", nor 40 dead 400. Two reports are copies
where passages of one stand nearly word for word in the other outside quotation: a copy adds no
confirmation, nor does a reported clause in the very words of another report.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goodoffices.reading.actors.roster import name_parts
from goodoffices.reading.copies import COPY_SHARE, Runs, own_runs, shared
from goodoffices.reading.names.same import same_name
from goodoffices.reading.names.spellings import same_spelt_otherwise, sound
from goodoffices.record.model import Record, Statement

SAME_DIRECT = 85.0
SAME_INDIRECT = 75.0
SAME_WORDING = 8  # words of a reported clause that two reporters do not write alike by chance
_SMALL = frozenset(
    "the a an of to in on at and or but that this it he she they his her its their is are was were be been "
    "has have had will would for with by from as not".split()
)
_DENIES = frozenset("not never no none nor neither cannot without nobody nothing".split())


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
    names: set[str] = field(default_factory=set)
    """All names under which the reports know the speaker."""


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
            names = _names_of(record, statement)
            known = next((s for s in shared if _same(s, variant, names)), None)
            if known is None:
                known = SharedStatement(statement.speaker_name)
                shared.append(known)
            known.variants.append(variant)
            known.names |= names
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


def _names_of(record: Record, statement: Statement) -> set[str]:
    """Return the names a report gives the speaker of a statement."""
    actor = next((a for a in record.actors if a.id == statement.speaker), None)
    names = {statement.speaker_name, *((actor.name, *actor.aliases) if actor is not None else ())}
    return {name for name in names if name}


def _same(known: SharedStatement, variant: Variant, names: set[str]) -> bool:
    if not any(_one_speaker(one, other) for one in known.names for other in names):
        return False
    return any(
        other.report != variant.report and _same_words(variant, other) for other in known.variants
    )


def _same_words(one: Variant, other: Variant) -> bool:
    from rapidfuzz import fuzz

    words, theirs = _key(one.words), _key(other.words)
    direct = one.statement.kind == other.statement.kind == "direct"
    least = SAME_DIRECT if direct else SAME_INDIRECT
    short = min(len(words.split()), len(theirs.split()))
    if fuzz.token_sort_ratio(words, theirs) >= least:
        return not _contradict(one.words, other.words)
    if short < 4 or not direct or fuzz.partial_ratio(words, theirs) < least:
        return False
    return not _contradict(*_shared_part(one.words, other.words))


def _shared_part(one: str, other: str) -> tuple[str, str]:
    """Return the shorter words, and the whole words of the longer beside which they stand."""
    from rapidfuzz import fuzz

    shorter, longer = sorted((one.lower(), other.lower()), key=len)
    found = fuzz.partial_ratio_alignment(shorter, longer)
    if found is None:
        return shorter, longer
    low = longer.rfind(" ", 0, found.dest_start + 1) + 1
    high = longer.find(" ", found.dest_end - 1)
    return shorter, longer[low : high if high >= 0 else len(longer)]


def _contradict(one: str, other: str) -> bool:
    """Tell whether one of two wordings denies what the other says, or counts otherwise."""
    mine, theirs = _numbers(one), _numbers(other)
    counted = bool(mine and theirs) and not (mine <= theirs or theirs <= mine)
    return counted or _denials(one) % 2 != _denials(other) % 2


def _numbers(words: str) -> set[str]:
    return {n.replace(",", "") for n in re.findall(r"\d[\d,]*(?:\.\d+)?", words)}


def _denials(words: str) -> int:
    found = re.findall(r"[\w'’]+", words.lower())
    return sum(w in _DENIES or w.endswith(("n't", "n’t")) for w in found)


def _one_speaker(one: str, other: str) -> bool:
    """Tell whether two names are one: as scored, or in two spellings."""
    if same_name(one, other):
        return True
    mine, theirs = name_parts(one), name_parts(other)
    if len(mine) == len(theirs) == 1:
        return sound(mine[0]) == sound(theirs[0])
    return same_spelt_otherwise(mine, theirs)


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
