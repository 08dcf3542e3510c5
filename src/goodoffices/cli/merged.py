"""Several reports of one event side by side: what ``goodoffices read --merge`` shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import RenderableType

    from goodoffices.reading.merge import Merged, SharedStatement
    from goodoffices.record import Figure, Record
    from goodoffices.record.rivals import RivalFigures

__all__ = ["merged_json", "merged_text"]

_AROUND = 100  # characters shown before and after a figure


def merged_json(merged: Merged, names: Sequence[str]) -> dict[str, Any]:
    """Return the records, the statements with their sources, who copies whom, and what is disputed."""
    from goodoffices.record import contested_terms, rival_figures, to_json

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
        "rival_figures": [
            {
                "measure": rivals.measure,
                "unit": rivals.unit or None,
                "figures": [
                    {
                        "report": report,
                        "figure": figure.id,
                        "text": figure.span.exact,
                        "quantity": figure.quantity,
                        "comparator": figure.comparator,
                        "upper": figure.upper,
                        "magnitude": figure.magnitude,
                        "speaker": _says(merged, report, figure),
                    }
                    for report, figure in _placed(merged, rivals)
                ],
            }
            for rivals in rival_figures(merged.records)
        ],
        "contested_terms": [
            {
                "actor": term.actor.name,
                "words": [
                    {"word": use.word, "loaded": use.loaded, "by": use.by, "report": use.record}
                    for use in term.uses
                ],
            }
            for term in contested_terms(*merged.records)
        ],
    }


def _placed(merged: Merged, rivals: RivalFigures) -> Iterator[tuple[int, Figure]]:
    """Yield figures with the numbers of their reports; two reports of one text have one hash."""
    places = {id(f): n for n, record in enumerate(merged.records) for f in record.figures}
    for _, figure in rivals.figures:
        yield places[id(figure)], figure


def _says(merged: Merged, report: int, figure: Figure) -> str | None:
    """Return who gives a figure; None where the report itself does."""
    statements = merged.records[report].statements
    return next((s.speaker_name for s in statements if s.id == figure.statement), None)


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
    yield from section("RIVAL FIGURES (side by side, none averaged)", _figures(merged))
    yield from section("CONTESTED TERMS (loaded words marked *)", _terms(merged))


def _figures(merged: Merged) -> dict[str, list[tuple[str, str]]]:
    """Rows by what is counted; one measure may still be of different days or places."""
    from goodoffices.record import rival_figures

    groups: dict[str, list[tuple[str, str]]] = {}
    for rivals in rival_figures(merged.records):
        rows = groups.setdefault(f"{rivals.unit} {rivals.measure}".strip(), [])
        for report, figure in _placed(merged, rivals):
            said = _says(merged, report, figure) or _sentence(merged.records[report], figure)
            rows.append((f"[{report + 1}]", f"{figure.span.exact}: {said}"))
    return groups


def _sentence(record: Record, figure: Figure) -> str:
    """Return the words around a figure that the report gives itself, or by way of somebody."""
    text, start, end = record.text, figure.span.start, figure.span.end
    starts = [at + 1 for mark in (". ", "\n", "”", "? ") if (at := text.rfind(mark, 0, start)) >= 0]
    ends = [at for mark in (". ", "\n", ".\n") if (at := text.find(mark, end)) >= 0]
    low, high = max(0, *starts, start - _AROUND), min([*ends, len(text), end + _AROUND])
    before = "… " if low == start - _AROUND else ""
    after = " …" if high == end + _AROUND else ""
    return f"{before}{text[low:high].strip()}{after}"


def _terms(merged: Merged) -> dict[str, list[tuple[str, str]]]:
    """Rows by actor: each word, and who uses it."""
    from goodoffices.record import contested_terms

    groups: dict[str, list[tuple[str, str]]] = {}
    for term in contested_terms(*merged.records):
        rows = groups.setdefault(term.actor.name, [])
        for use in term.uses:
            mark = "*" if use.loaded else ""
            rows.append(
                (
                    f"[{use.record + 1}]",
                    f"{use.word}{mark}: {use.by or 'in the report’s own words'}",
                )
            )
    return groups


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
