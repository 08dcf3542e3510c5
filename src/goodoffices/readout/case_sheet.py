"""What a case holds, as a sheet and as data."""

from __future__ import annotations

from collections import Counter
from typing import Any

from goodoffices.case import Case
from goodoffices.case.counts import status_counts
from goodoffices.case.exports import exports
from goodoffices.errors import InputError
from goodoffices.readout.sheet import Grid, Section, Sheet

__all__ = ["case_data", "case_sheet", "scope_lines"]

_LAST = 10  # exports listed


def scope_lines(case: Case) -> tuple[str, ...]:
    """Say which part of a case is shown."""
    scope = case.scope
    lines = []
    if scope.day is not None:
        lines.append(f"As known on {scope.day}: what became known later is left out.")
    if scope.sight is not None:
        lines.append(f"For {scope.sight.name}: what this audience may not see is left out.")
    if scope.struck:
        lines.append(f"Without {', '.join(sorted(scope.struck))}.")
    return tuple(lines)


def case_sheet(case: Case) -> Sheet:
    """Lay out what a case holds."""
    data = case_data(case)
    lead = [data["story"]] if data["story"] else []
    lead += scope_lines(case)
    sections = [
        Section("Sources", (_sources(data), _record_words(data["record"]))),
        Section("Conflict models", (_conflicts(data),)),
    ]
    if data["talks"]:
        sections.append(Section("Talks", (", ".join(data["talks"]),)))
    if data["exports"]:
        logged = tuple(
            (it["at"], it["file"], it["audience"], it["by"]) for it in data["exports"][-_LAST:]
        )
        grid = Grid(("exported", "file", "for", "by"), logged)
        sections.append(Section(f"Exports ({len(data['exports'])})", (grid,)))
    if data["analysts"]:
        rows = tuple((id_, name) for id_, name in data["analysts"].items())
        sections.append(Section("Analysts", (Grid(("id", "name"), rows),)))
    return Sheet(case.title, tuple(lead), tuple(sections))


def _sources(data: dict[str, Any]) -> Grid | str:
    if not data["sources"]:
        return "none"
    rows = tuple(
        (it["id"], it["called"], it["known"] or "no date", it["label"], str(it["items"]))
        for it in data["sources"]
    )
    return Grid(("source", "", "known", "label", "items"), rows)


def _record_words(counts: dict[str, int]) -> str:
    total = sum(counts.values())
    if not total:
        return "Nothing has been read from them yet."
    parts = ", ".join(f"{number} {status}" for status, number in counts.items() if number)
    return f"Items of the record: {total} ({parts})."


def _conflicts(data: dict[str, Any]) -> Grid | str:
    if not data["conflicts"]:
        return "none"
    rows = []
    for it in data["conflicts"]:
        if "error" in it:
            rows.append((it["name"], it["error"], "", ""))
        else:
            readings = "; ".join(
                f"{reading['name'] or 'main'}{', by ' + reading['by'] if reading['by'] else ''}"
                for reading in it["readings"]
            )
            rows.append((it["name"], it["title"], readings, it["label"]))
    return Grid(("model", "", "readings", "label"), tuple(rows))


def case_data(case: Case) -> dict[str, Any]:
    """Return what a case holds."""
    statuses: Counter[str] = Counter()
    sources = []
    for card in case.sources:
        try:
            found = status_counts(case, card.id)
        except InputError:  # a damaged text; told of as damage
            found = Counter()
        statuses.update(found)
        sources.append(
            {
                "id": card.id,
                "kind": card.kind,
                "called": card.called,
                "published": card.published,
                "known": card.since,
                "label": case.label_of(card.id),
                "items": found.total(),
            }
        )
    order = ("confirmed", "edited", "proposed", "rejected")
    scope = case.scope
    return {
        "title": case.title,
        "story": case.story,
        "as_of": scope.day.isoformat() if scope.day else None,
        "audience": scope.sight.name if scope.sight else None,
        "sources": sources,
        "record": {status: statuses[status] for status in order},
        "conflicts": [_conflict_data(case, name) for name in case.conflict_names],
        "talks": _talks(case),
        "analysts": {id_: it.name for id_, it in case.card.analysts.items()}
        if scope.sees(case.card.default_label)
        else {},
        "exports": _exports(case),
        "damaged": case.damaged if scope.sight is None else {},
    }


def _exports(case: Case) -> list[dict[str, Any]]:
    """Return the log of exports, for whoever looks at the whole case."""
    if not case.scope.whole:
        return []
    try:
        found = exports(case)
    except InputError:
        return []
    keys = ("at", "file", "audience", "by")
    return [{key: str(it.get(key, "")) for key in keys} for it in found]


def _conflict_data(case: Case, name: str) -> dict[str, Any]:
    label = case.label_at(f"conflicts/{name}")
    try:
        conflict = case.conflict(name)
    except InputError as error:
        words = str(error).splitlines()[0] if case.scope.sight is None else "not for this audience"
        return {"name": name, "label": label, "error": words}
    readings = (conflict.reading, *conflict.rival_readings)
    return {
        "name": name,
        "title": conflict.title,
        "label": label,
        "readings": [{"name": it.name, "by": it.by, "written": it.written} for it in readings],
    }


def _talks(case: Case) -> list[str]:
    talks = case.talks
    if talks is None:
        return []
    parts = ("process", "bodies", "triggers", "commitments")
    texts = f"{len(talks.texts)} text{'s' if len(talks.texts) != 1 else ''}"
    return [name for name in parts if getattr(talks, name)] + ([texts] if talks.texts else [])
