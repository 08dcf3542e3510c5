"""Measure reading on a copy of PolNeAR: how much of what its annotators marked is read, and from whom.

``python -m benchmarks.polnear FOLDER [-o MISSES]``; FOLDER holds ``text/`` and ``attributions/``, as its
``data/train`` does. PolNeAR marks far more than reading counts (beliefs, noun phrases, nested speech). So
only what stands by a reporting cue and inside nothing else is asked for, and only words that PolNeAR marks
in no way at all are a false alarm. An attribution's words that lie side by side are one stretch.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from goodoffices.reading import read_text
from goodoffices.reading.scoring.evaluate import overlap, trimmed
from goodoffices.record.model import Statement

Range = tuple[int, int]
_CUE = re.compile(
    r"\b(sa(?:y|id|ys|ying)|told|tell(?:s|ing)|add(?:ed|s|ing)|according to|wr(?:ote|ites)|tweeted|"
    r"warn(?:ed|s|ing)|stat(?:ed|es|ing)|declar(?:ed|es|ing)|insist(?:ed|s|ing)|repl(?:ied|ies)|not(?:ed|es|ing)|acknowledged|"
    r"argu(?:ed|es|ing)|explained|announced|claim(?:ed|s))\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must|do|does|did|\w+ed|\w+s)\b"
)
_LEAST = 12  # characters: shorter contents are words, not clauses
_APART = 6  # characters between stretches that are one


@dataclass
class Counts:
    """What was asked for, found, found with the right words for the speaker; proposed, and unheard of."""

    asked: int = 0
    found: int = 0
    sources: int = 0
    proposed: int = 0
    unheard: int = 0
    misses: list[str] = field(default_factory=list)


def main() -> int:
    """Print recall, the share of right sources, and the share of proposals nobody marked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="a file for every miss and false alarm")
    chosen = parser.parse_args()
    reports = sorted((chosen.folder / "text").glob("*.txt"))
    if not reports:
        parser.error(
            f"{chosen.folder}: no text/*.txt there; give a folder as PolNeAR's data/train is"
        )
    total = Counts()
    with ProcessPoolExecutor() as pool:
        for counts in pool.map(measured, reports, chunksize=4):
            for key in ("asked", "found", "sources", "proposed", "unheard", "misses"):
                setattr(total, key, getattr(total, key) + getattr(counts, key))
    print(
        f"{len(reports)} reports; asked for {total.asked:,}: {total.found / max(1, total.asked):.3f} found"
    )
    print(
        f"of these by the words for the speaker that are marked: {total.sources / max(1, total.found):.3f}"
    )
    print(
        f"proposed {total.proposed:,}: {total.unheard / max(1, total.proposed):.3f} marked in no way"
    )
    if chosen.output:
        chosen.output.write_text("\n".join(total.misses) + "\n", encoding="utf-8")
    return 0


def measured(report: Path) -> Counts:
    """Read one report and compare it with its first annotation."""
    text = report.read_bytes().decode("utf-8")
    labels = sorted((report.parents[1] / "attributions").glob(f"{_escaped(report.stem)}_*.ann"))
    counts = Counts()
    if not labels:
        return counts
    marked = _attributions(labels[0])
    everything = [span for contents, _, _ in marked for span in contents]
    record = read_text(text, published="2016-10-01")
    read = [
        (trimmed(text, (f.start, f.end)), s)
        for s in record.statements
        if s.category == "reported_speech"
        for f in s.fragments
    ]
    for contents, cues, sources in _joined(marked):
        words = " ".join(text[s:e] for s, e in cues)
        whole = (contents[0][0], contents[-1][1])
        if not sources or not _CUE.search(words) or _inside(whole, everything):
            continue
        for start, end in contents:
            span = trimmed(text, (start + (5 if text[start:end].startswith("that ") else 0), end))
            said = text[span[0] : span[1]]
            if len(said) < _LEAST or not _VERB.search(said):
                continue
            counts.asked += 1
            best = _nearest(read, span)
            if best is None or overlap(best[0], span) < 0.5:
                counts.misses.append(f"{report.stem} missed [{words}] {said!r}")
                continue
            counts.found += 1
            source = best[1].source
            right = source is not None and any(
                source.start < end and start < source.end for start, end in sources
            )
            counts.sources += right
            if not right:
                counts.misses.append(f"{report.stem} source {best[1].speaker_name} for {said!r}")
    for span, statement in read:
        counts.proposed += 1
        if not any(s < span[1] and span[0] < e for s, e in everything):
            counts.unheard += 1
            counts.misses.append(
                f"{report.stem} unmarked [{statement.rule}] {statement.speaker_name}: {text[slice(*span)]!r}"
            )
    return counts


def _nearest(read: list[tuple[Range, Statement]], span: Range) -> tuple[Range, Statement] | None:
    return max(read, key=lambda it: overlap(it[0], span), default=None)


Marked = tuple[list[Range], list[Range], list[Range]]


def _attributions(path: Path) -> list[Marked]:
    """Return contents, cues and sources of every attribution of a file in brat's standoff form."""
    spans: dict[str, list[Range]] = {}
    found: list[Marked] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            places = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(a), int(b)) for a, b in (place.split() for place in places)]
        elif line.startswith("E") and len(fields) > 1:
            parts: dict[str, list[Range]] = defaultdict(list)
            for argument in fields[1].split()[1:]:
                role, target = argument.split(":")
                parts[role.rstrip("0123456789")].extend(spans.get(target, []))
            found.append((sorted(parts["Content"]), parts["Cue"], parts["Source"]))
    return [it for it in found if it[0]]


def _joined(marked: list[Marked]) -> list[Marked]:
    """Join the stretches that one cue of one source governs and that lie side by side."""
    groups: dict[str, list[Marked]] = defaultdict(list)
    for item in marked:
        groups[str(item[1:])].append(item)
    result = []
    for group in groups.values():
        joined: list[Range] = []
        for start, end in sorted(span for contents, _, _ in group for span in contents):
            if joined and start - joined[-1][1] <= _APART:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        result.append((joined, group[0][1], group[0][2]))
    return result


def _inside(whole: Range, others: list[Range]) -> bool:
    return any(s <= whole[0] and whole[1] <= e and e - s > whole[1] - whole[0] for s, e in others)


def _escaped(name: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", name)


if __name__ == "__main__":
    raise SystemExit(main())
