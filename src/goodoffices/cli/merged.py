"""Several reports of one event side by side: what ``goodoffices read --merge`` shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import RenderableType

    from goodoffices.reading.merge import Merged, SharedStatement

__all__ = ["merged_json", "merged_text"]


def merged_json(merged: Merged, names: Sequence[str]) -> dict[str, Any]:
    """Return the reports' records, the statements with their sources, and who copies whom."""
    from goodoffices.record.jsonform import to_json

    return {
        "reports": [
            {"name": name, **to_json(record)}
            for name, record in zip(names, merged.records, strict=True)
        ],
        "statements": [
            {
                "speaker": shared.speaker,
                "independent": shared.independent,
                "variants": [
                    {"report": v.report, "statement": v.statement.id, "text": v.words}
                    for v in shared.variants
                ],
            }
            for shared in merged.statements
        ],
        "copies": [
            {"report": copy.copy, "of": copy.of, "share": copy.share} for copy in merged.copies
        ],
    }


def merged_text(merged: Merged, names: Sequence[str], width: int, *, colour: bool) -> str:
    """Return the reports, the statements that several of them carry, and the rest by speaker."""
    from goodoffices.readout.console import rendered

    return rendered(_parts(merged, names), width, colour=colour)


def _parts(merged: Merged, names: Sequence[str]) -> Iterator[RenderableType]:
    from goodoffices.readout.record_table import section

    yield from section("REPORTS", {"(in the order given)": list(_reports(merged, names))})
    several = [s for s in merged.statements if len({v.report for v in s.variants}) > 1]
    single = [s for s in merged.statements if s not in several]
    yield from section("STATEMENTS IN SEVERAL REPORTS (proposed)", _by_speaker(several, told=True))
    yield from section("STATEMENTS IN ONE REPORT (proposed)", _by_speaker(single, told=False))


def _reports(merged: Merged, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    copies = {copy.copy: copy for copy in merged.copies}
    for number, (name, record) in enumerate(zip(names, merged.records, strict=True)):
        source = record.source
        words = f"{name}: {source.publisher or 'publisher unknown'}, {source.published or 'date unknown'}"
        copy = copies.get(number)
        if copy is not None:
            words += f"; repeats [{copy.of + 1}] in its own words: a copy, no confirmation"
        yield f"[{number + 1}]", words


def _by_speaker(
    statements: Sequence[SharedStatement], *, told: bool
) -> dict[str, list[tuple[str, str]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for shared in statements:
        rows = groups.setdefault(shared.speaker or "(nobody named)", [])
        if told:
            count = shared.independent
            rows.append(
                (f"{count} sources", "independent of each other")
                if count > 1
                else ("1 source", "the others copy it: no confirmation")
            )
        rows.extend((f"[{v.report + 1}]", v.words) for v in shared.variants)
    return groups
