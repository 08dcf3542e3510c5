"""What is wrong with a record: its text, its ids, its links, its words, each fault with its place.

Places are those of the record's JSON form: ``statements``, the number of the statement, ``inside``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goodoffices.errors import Fault, KeyPath, RecordError, did_you_mean, shown
from goodoffices.record.model import (
    CATEGORIES,
    COMPARATORS,
    FORMS,
    KINDS,
    STANCES,
    STATEMENT_KINDS,
    STATUSES,
    TIME_TYPES,
    Proposal,
    Record,
    passages,
    text_sha256,
)

__all__ = ["check_record", "circular"]


def check_record(record: Record) -> None:
    """Make sure that a record fits its text and that its links lead somewhere.

    Raises RecordError with every fault: a text that is not the one that was read, words that do not stand
    where a passage says, an id used twice, a link to nothing, an unknown status, stance or kind, a score
    outside 0 to 1, a statement without words.
    """
    faults = [*_source(record), *_ids(record), *_links(record), *_values(record), *_words(record)]
    if faults:
        raise RecordError(faults)


def _source(record: Record) -> Iterator[Fault]:
    source, found = record.source, text_sha256(record.text)
    if source.characters != len(record.text):
        yield Fault(
            f"the text has {len(record.text)} characters, the one that was read had "
            f"{source.characters}; give the text it was read from",
            ("document", "characters"),
        )
    if source.sha256 != found:
        yield Fault(
            f"the text's sha256 is {found}, not {source.sha256!r}; give the text it was read from",
            ("document", "sha256"),
        )


def _ids(record: Record) -> Iterator[Fault]:
    seen: set[str] = set()
    for kind in KINDS:
        for k, item in enumerate(getattr(record, kind)):
            if item.id in seen:
                yield Fault(
                    f"two items have the id {item.id!r}; expected each id once in a record",
                    (kind, k, "id"),
                )
            seen.add(item.id)


# -- links ---------------------------------------------------------------------------------------------


def _links(record: Record) -> Iterator[Fault]:
    actors = {it.id for it in record.actors}
    statements = {it.id for it in record.statements}
    for path, id_ in _actors_named(record):
        if id_ is not None and id_ not in actors:
            yield _nothing("actor", id_, actors, path)
    for path, id_ in _statements_named(record):
        if id_ is not None and id_ not in statements:
            yield _nothing("statement", id_, statements, path)
    inside = {it.id: it.inside for it in record.statements}
    for k, statement in enumerate(record.statements):
        if circular(statement.id, statement.inside, inside):
            words = f"the statement {statement.id!r} stands inside itself"
            yield Fault(f"{words}; expected another one, or none", ("statements", k, "inside"))


def _nothing(what: str, id_: str, known: Iterable[str], path: KeyPath) -> Fault:
    return Fault(f"no {what} {id_!r} in this record; {did_you_mean(id_, sorted(known))}", path)


def circular(id_: str, inside: str | None, statements: Mapping[str, str | None]) -> bool:
    """Tell whether a statement inside of another would stand inside itself.

    >>> circular("s1", "s2", {"s1": None, "s2": "s1"}), circular("s1", "s2", {"s2": "s2"})
    (True, False)
    """
    seen, at = set[str](), inside
    while at is not None and at not in seen and at != id_:
        seen.add(at)
        at = statements.get(at)
    return at == id_


def _actors_named(record: Record) -> Iterator[tuple[KeyPath, str | None]]:
    for k, actor in enumerate(record.actors):
        for key in ("affiliation", "backers"):
            yield from ((("actors", k, key, n), it) for n, it in enumerate(getattr(actor, key)))
    for k, statement in enumerate(record.statements):
        yield ("statements", k, "speaker"), statement.speaker
    for k, position in enumerate(record.positions):
        for key in ("holder", "target", "on_behalf_of"):
            yield ("positions", k, key), getattr(position, key)
    for k, event in enumerate(record.events):
        yield from (
            (("events", k, "participants", n), it) for n, it in enumerate(event.participants)
        )


def _statements_named(record: Record) -> Iterator[tuple[KeyPath, str | None]]:
    yield from ((("statements", k, "inside"), it.inside) for k, it in enumerate(record.statements))
    yield from (
        (("positions", k, "statement"), it.statement) for k, it in enumerate(record.positions)
    )
    yield from ((("figures", k, "statement"), it.statement) for k, it in enumerate(record.figures))


# -- values --------------------------------------------------------------------------------------------


def _values(record: Record) -> Iterator[Fault]:
    for kind in KINDS:
        for k, item in enumerate(getattr(record, kind)):
            yield from _review(item, (kind, k))
    for path, word, known in _closed(record):
        if word not in known:
            yield Fault(f"expected one of {', '.join(known)}, found {word!r}", path)
    for k, statement in enumerate(record.statements):
        if not statement.fragments:
            words = "a statement without words; expected one passage or more"
            yield Fault(words, ("statements", k, "fragments"))


def _review(item: Proposal, here: KeyPath) -> Iterator[Fault]:
    if not 0 <= item.score <= 1:
        yield Fault(f"expected a score from 0 to 1, found {item.score!r}", (*here, "score"))
    if item.status not in STATUSES:
        words = f"expected one of {', '.join(STATUSES)}, found {item.status!r}"
        yield Fault(words, (*here, "status"))
    elif item.status != "proposed" and not (item.by or "").strip():
        words = f"it is {item.status} and nobody is named; only a person can decide"
        yield Fault(words, (*here, "by"))
    for n, it in enumerate(item.decisions):
        if it.status not in STATUSES[1:]:
            words = f"expected one of {', '.join(STATUSES[1:])}, found {it.status!r}"
            yield Fault(words, (*here, "decisions", n, "status"))


def _closed(record: Record) -> Iterator[tuple[KeyPath, str, Sequence[str]]]:
    """Yield each word that comes from a closed list, with its place and the list."""
    for k, actor in enumerate(record.actors):
        for n, mention in enumerate(actor.mentions):
            yield ("actors", k, "mentions", n, "form"), mention.form, FORMS
    for k, statement in enumerate(record.statements):
        yield ("statements", k, "kind"), statement.kind, STATEMENT_KINDS
        yield ("statements", k, "class"), statement.category, CATEGORIES
    for k, position in enumerate(record.positions):
        yield ("positions", k, "stance"), position.stance, STANCES
    for k, time in enumerate(record.times):
        yield ("times", k, "type"), time.type, TIME_TYPES
    for k, figure in enumerate(record.figures):
        yield ("figures", k, "comparator"), figure.comparator, COMPARATORS


# -- words ---------------------------------------------------------------------------------------------


def _words(record: Record) -> Iterator[Fault]:
    length = len(record.text)
    for k, (start, end) in enumerate(record.body):
        if not 0 <= start <= end <= length:
            yield _outside(start, end, length, ("body", k))
    for path, span in passages(record):
        if not 0 <= span.start <= span.end <= length:
            yield _outside(span.start, span.end, length, path)
        elif (found := record.text[span.start : span.end]) != span.exact:
            at = f"characters {span.start}-{span.end}"
            yield Fault(f"{at} read {shown(found)}, not {shown(span.exact)}", path)


def _outside(start: int, end: int, length: int, path: KeyPath) -> Fault:
    words = f"characters {start}-{end} are no stretch of the text, which has {length}"
    return Fault(f"{words}; expected 0 <= start <= end <= {length}", path)
