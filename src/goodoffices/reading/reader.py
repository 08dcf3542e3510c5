"""From the text of one report to a proposed record: the layers in their order."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from goodoffices.errors import InputError, UsageError
from goodoffices.reading.actors.backing import link_backers
from goodoffices.reading.actors.casting import cast
from goodoffices.reading.actors.turns import Turn, add_turns, find_turns
from goodoffices.reading.assemble import Layers, assemble
from goodoffices.reading.attributions.statements import find_attributions
from goodoffices.reading.facts.events import find_events
from goodoffices.reading.facts.figures import find_figures
from goodoffices.reading.facts.times import find_times
from goodoffices.reading.grammar.parser import parse
from goodoffices.reading.grammar.syntax import Sentence
from goodoffices.reading.grammar.truecase import lower_capitals
from goodoffices.reading.grammar.units import make_units
from goodoffices.reading.language import NAMES, READABLE, UNKNOWN, guess_language
from goodoffices.reading.pieces import WHOLE, cut, join
from goodoffices.reading.spacy_model import load_model
from goodoffices.reading.stances.find import find_triggers
from goodoffices.reading.stances.positions import hold
from goodoffices.reading.terms import bind
from goodoffices.reading.text.body import Body, find_body
from goodoffices.reading.text.load import Loaded, check_length
from goodoffices.reading.text.marks import find_quotes
from goodoffices.reading.text.paragraphs import find_paragraphs
from goodoffices.record.model import Record, Source, text_sha256

Progress = Callable[[str, float], None]
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def read_text(
    text: str,
    *,
    published: datetime.date | str | None = None,
    publisher: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Record:
    """Read one report into a proposed record.

    ``published`` serves where the text has no dateline of its own; a date given here wins over one
    found. ``model`` names another installed spaCy model. ``progress`` is told what is being done and the
    share done (0 to 1), for long texts, which are read piece by piece. Nothing is sent anywhere.

    Raises InputError for a text that is empty or not English, UsageError for a malformed date, LimitError for
    one that is too long, and ReadingUnavailableError where the parser is not installed.
    """
    check_length(text)
    if not text.strip():
        raise InputError("the text is empty; expected a report")
    half = _HALF_A_CHARACTER.search(text)
    if half is not None:
        raise InputError(
            f"the text has half a character (a lone surrogate) at {half.start()}, so it was decoded "
            "wrongly; decode the file as UTF-8 or as it says"
        )
    given = publication_day(published)
    language = guess_language(text)
    if language == UNKNOWN:
        raise InputError(
            "none of the commonest words of English stand in the text; reports in English are read so far"
        )
    if language is not None and language not in READABLE:
        name = NAMES.get(language, f"in {language} letters")
        raise InputError(f"the text seems to be {name}; reports in English are read so far")
    body = find_body(text)
    stated = given or publication_day(_plausible_date(body.published))
    source = Source(
        sha256=text_sha256(text),
        characters=len(text),
        published=stated.isoformat() if stated else None,
        published_basis="given" if given else body.published_basis,
        publisher=publisher or body.publisher,
        credit=body.credit,
        title=text[slice(*body.headline)] if body.headline else None,
        language=language,
    )
    if len(text) <= WHOLE:
        return _read_piece(text, source, body, stated, model)
    pieces = [replace(body, keep=spans) for spans in cut(text, body.keep)]
    records = []
    for number, piece in enumerate(pieces):
        if progress is not None:
            progress("reading", number / len(pieces))
        records.append(_read_piece(text, source, piece, stated, model))
    return join(text, source, body.drop, records)


def _read_piece(
    text: str, source: Source, body: Body, published: datetime.date | None, model: str | None
) -> Record:
    turns = find_turns(text, find_paragraphs(text, body.keep))
    sentences = _parsed(text, body, turns, model)
    return assemble(text, source, body, read_layers(text, body, sentences, turns, published))


def read_loaded(
    loaded: Loaded,
    *,
    published: str | None = None,
    publisher: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Record:
    """Read a loaded file; what the page states about itself serves where nothing was given."""
    record = read_text(
        loaded.text,
        published=published or _plausible_date(loaded.published),
        publisher=publisher or loaded.publisher,
        model=model,
        progress=progress,
    )
    if loaded.title and record.source.title is None:
        record = record.with_source(title=loaded.title)
    if not published and loaded.published and record.source.published == loaded.published:
        record = record.with_source(published_basis="page")
    record = record.with_source(
        format=loaded.format, file_sha256=loaded.file_sha256, captured=loaded.captured
    )
    return replace(record, notes=(*record.notes, *loaded.notes))


def _plausible_date(stated: str | None) -> str | None:
    try:
        day = publication_day(stated)
    except UsageError:
        return None
    return day.isoformat() if day else None


def _parsed(text: str, body: Body, turns: Sequence[Turn], model: str | None) -> list[Sentence]:
    """Parse a report; the label of a turn is no part of its first sentence."""
    labels = {t.label_at[0]: t.paragraphs[0][0] for t in turns}
    paragraphs = [(labels.get(s, s), e) for s, e in find_paragraphs(text, body.keep)]
    units = make_units(text, paragraphs, find_quotes(text, paragraphs))
    lower_capitals(units, text)
    sentences = parse(units, load_model(model))
    for sentence in sentences:
        sentence.headline = any(low <= sentence.start < high for low, high in body.headlines)
    return sentences


def read_layers(
    text: str,
    body: Body,
    sentences: Sequence[Sentence],
    turns: Sequence[Turn],
    published: datetime.date | None,
) -> Layers:
    """Run every layer over parsed sentences."""
    attributions = find_attributions(sentences)
    people = cast(text, sentences, attributions, body.keep)
    add_turns(turns, sentences, attributions, people)
    link_backers(sentences, people)
    for attribution in attributions:
        attribution.sentence.said.extend(attribution.fragments)
        if attribution.rule == "turn":
            _mark_said(sentences, attribution.fragments)
    triggers = find_triggers(sentences, text)
    times = find_times(text, body.keep, sentences, published)
    bind(text, triggers, times)
    held = hold(triggers, attributions, people)
    figures = find_figures(text, body.keep, [(t.start, t.end) for t in times])
    return Layers(attributions, people, held, times, figures, find_events(sentences, times))


def _mark_said(sentences: Sequence[Sentence], fragments: Sequence[tuple[int, int]]) -> None:
    """What stands in a turn is said, in every sentence of it."""
    for sentence in sentences:
        sentence.said.extend(f for f in fragments if f[0] < sentence.end and sentence.start < f[1])


def publication_day(value: datetime.date | str | None) -> datetime.date | None:
    """Return a day of publication, checked: dates are counted from it, both ways.

    Raises UsageError for what is no date or lies too far off to count from.
    """
    if value is None:
        return None
    try:
        day = value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)
    except ValueError:
        raise UsageError(
            f"the publication date {value!r} is not a date; write it as 2014-02-11"
        ) from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise UsageError(
            f"the publication date {value!s} lies outside the years {_FIRST_YEAR} to {_LAST_YEAR}; "
            "write it as 2014-02-11"
        )
    return day


_FIRST_YEAR, _LAST_YEAR = 1000, 9000  # dates are counted from the day of publication, both ways
