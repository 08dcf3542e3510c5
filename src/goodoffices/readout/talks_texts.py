"""Texts as sheets: versions and stages, differences, readings, criticisms, the agreement matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.errors import UsageError, did_you_mean
from goodoffices.readout.sheet import Grid, Section, Sheet, Sources
from goodoffices.readout.talks_process import as_of_line, named
from goodoffices.talks.compare import Piece, differences, matrix, sides, version_at
from goodoffices.talks.talks import Talks
from goodoffices.talks.text import ClauseReading, Text
from goodoffices.talks.when import in_short, in_words

__all__ = ["diff_sheet", "matrix_sheet", "text_named", "text_sheet", "texts_sheet"]


def text_named(talks: Talks, name: str) -> Text:
    """Return a text by id.

    Raises
    ------
    UsageError
        where there is none of that id.
    """
    if name not in talks.texts:
        raise UsageError(f"no text '{name}'; {did_you_mean(name, talks.texts)}")
    return talks.texts[name]


def texts_sheet(talks: Talks) -> Sheet:
    """List the texts, each with its versions, stages and who agreed."""
    sources = Sources(talks.evidence)
    sections = []
    for id_, text in talks.texts.items():
        if not text.versions:
            continue
        sections.append(
            Section(f"{text.title} ({id_}, {text.kind})", tuple(_overview(talks, text, sources)))
        )
    return Sheet("Texts", as_of_line(talks), (*sections, *sources.section()))


def _overview(talks: Talks, text: Text, sources: Sources) -> Iterator[str | Grid]:
    rows = tuple(
        (
            in_short(it.when),
            f"{it.name} ({id_})" + (f", {it.symbol}" if it.symbol else ""),
            it.stage,
            named(talks, it.by) + sources.marks(it.because),
        )
        for id_, it in text.versions.items()
    )
    yield Grid(("when", "version", "stage", "by"), rows)
    if text.agreed:
        yield _agreed(talks, text, sources)
    if text.pen:
        yield f"{text.procedure}: the pen is held by {named(talks, text.pen)}"


def _agreed(talks: Talks, text: Text, sources: Sources) -> str:
    who = []
    for it in text.agreed:
        behalf = f" on behalf of {named(talks, it.on_behalf_of)}" if it.on_behalf_of else ""
        who.append(named(talks, (it.by,)) + behalf)
    marks = sources.marks(dict.fromkeys(id_ for it in text.agreed for id_ in it.because))
    missing = [party for party in talks.parties if party not in {it.by for it in text.agreed}]
    end = f"; not by {named(talks, tuple(missing))}" if missing else ""
    return f"agreed by {', '.join(who)}{end}{marks}"


def text_sheet(talks: Talks, name: str) -> Sheet:
    """Lay out one text: its clauses as they stand, what each side takes them to mean, criticisms."""
    text = text_named(talks, name)
    sources = Sources(talks.evidence)
    version = version_at(text, talks.day)
    sections = [Section("Versions", tuple(_overview(talks, text, sources)))]
    if version is not None:
        rows = tuple(
            (clause, words, ", ".join(text.clauses[clause].models))
            for clause, words in version.clauses.items()
        )
        heading = f"Clauses of {version.name} ({text.words})"
        grid = Grid(("clause", "words", "in the models"), rows)
        sections.append(Section(heading, (grid,)))
    sections += _readings(talks, text, sources)
    sections += _criticisms(talks, text, sources)
    return Sheet(text.title, as_of_line(talks), (*sections, *sources.section()))


def _criticisms(talks: Talks, text: Text, sources: Sources) -> Iterator[Section]:
    rows = tuple(
        (
            in_short(it.when),
            named(talks, (it.by,)),
            it.clause,
            it.text + sources.marks(it.because),
            it.outcome + (f" in {it.answered_in}" if it.answered_in else ""),
        )
        for it in text.criticisms
    )
    if rows:
        head = ("when", "by", "clause", "criticism", "outcome")
        yield Section("Criticisms", (Grid(head, rows),))


def _readings(talks: Talks, text: Text, sources: Sources) -> Iterator[Section]:
    if not text.readings:
        return
    rows = tuple(
        (it.clause, named(talks, it.by), it.text + sources.marks(it.because), _runs(it))
        for it in text.readings.values()
    )
    yield Section("Readings", (Grid(("clause", "by", "takes it to mean", "as a model"), rows),))


def _runs(reading: ClauseReading) -> str:
    if reading.model is None:
        return ""
    said = [f"never {it}" for it in reading.model.never]
    said += [f"always {it}" for it in reading.model.always]
    return f"{reading.id}: {reading.model.conflict}" + (f", {'; '.join(said)}" if said else "")


_MARK = {"both": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}


def diff_sheet(talks: Talks, name: str, older: str, newer: str) -> Sheet:
    """Lay out what changed between two versions, clause by clause.

    Words only in the older stand in ``[- -]``, words only in the newer in ``{+ +}``.
    """
    text = text_named(talks, name)
    changes = differences(text, older, newer)
    rows = tuple((it.clause, it.kind, _marked(it.pieces)) for it in changes)
    counts = ", ".join(
        f"{sum(it.kind == kind for it in changes)} {kind}"
        for kind in ("changed", "added", "dropped", "same")
    )
    old, new = text.versions[older], text.versions[newer]
    lead = (
        f"from {old.name} ({in_words(old.when)}, {old.stage}) to {new.name} "
        f"({in_words(new.when)}, {new.stage}): {counts}",
        f"the words are {'the text itself' if text.words == 'verbatim' else 'a digest'}; "
        "[-only before-] {+only after+}",
    )
    return Sheet(
        text.title, lead, (Section("Clause by clause", (Grid(("clause", "", "words"), rows),)),)
    )


def _marked(pieces: Sequence[Piece]) -> str:
    return " ".join(_MARK[piece.kind].format(piece.text) for piece in pieces)


def matrix_sheet(talks: Talks, name: str) -> Sheet:
    """Lay out the agreement matrix: clause by side, with the stance that stands."""
    text = text_named(talks, name)
    sources = Sources(talks.evidence)
    rows_of, who = matrix(text, talks.day), sides(text)
    rows = []
    for clause, stances in rows_of.items():
        cells = tuple(
            stances[side].stance + sources.marks(stances[side].because) if side in stances else "?"
            for side in who
        )
        rows.append((clause, *cells))
    grid = Grid(("clause", *(named(talks, (side,)) for side in who)), tuple(rows))
    lead = (*as_of_line(talks), "? is not known, which is no agreement")
    sections = (Section("Agreement matrix", (grid,)), *sources.section())
    return Sheet(text.title, lead, sections)
