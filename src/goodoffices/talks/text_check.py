"""What must hold in a text: clauses and versions that exist, and a pen that only its holder uses."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from goodoffices.errors import Fault, KeyPath, StatementError, did_you_mean
from goodoffices.statements import is_identifier, parse
from goodoffices.talks.text import Text
from goodoffices.talks.when import order

__all__ = ["text_faults"]


def text_faults(text: Text) -> Iterator[Fault]:
    """Yield what does not fit together in a text."""
    for id_ in text.clauses:
        if not is_identifier(id_):
            yield Fault(
                f"'{id_}' cannot be the id of a clause, which statements use: small letters, digits "
                "and _ only, a letter first",
                ("clauses", id_),
            )
    for path, id_, known, what in _mentions(text):
        if id_ not in known:
            yield Fault(f"no {what} '{id_}'; {did_you_mean(id_, known)}", path)
    yield from _versions(text)
    yield from _pen(text)
    yield from _criticisms(text)
    yield from _statements(text)


def _mentions(text: Text) -> Iterator[tuple[KeyPath, str, Collection[str], str]]:
    clauses, versions = text.clauses, text.versions
    for id_, version in versions.items():
        for clause in version.clauses:
            yield ("versions", id_, "clauses", clause), clause, clauses, "clause"
    for id_, reading in text.readings.items():
        yield ("readings", id_, "clause"), reading.clause, clauses, "clause"
        if reading.version:
            yield ("readings", id_, "version"), reading.version, versions, "version"
    for k, stance in enumerate(text.stances):
        yield ("stances", k, "clause"), stance.clause, clauses, "clause"
        if stance.version:
            yield ("stances", k, "version"), stance.version, versions, "version"
    for k, agreed in enumerate(text.agreed):
        yield ("agreed", k, "version"), agreed.version, versions, "version"
    for k, criticism in enumerate(text.criticisms):
        yield ("criticisms", k, "clause"), criticism.clause, clauses, "clause"
        yield ("criticisms", k, "version"), criticism.version, versions, "version"
        if criticism.answered_in:
            yield ("criticisms", k, "answered_in"), criticism.answered_in, versions, "version"


def _versions(text: Text) -> Iterator[Fault]:
    dates = [order(version.when) for version in text.versions.values()]
    for k, id_ in enumerate(list(text.versions)[1:], start=1):
        if dates[k] < dates[k - 1]:
            yield Fault(
                "versions are listed in order of time; this one is older than the one before it",
                ("versions", id_),
            )


def _pen(text: Text) -> Iterator[Fault]:
    """Only whoever holds the pen makes a version (one-text procedure, penholders)."""
    if text.procedure == "open":
        return
    if not text.pen:
        yield Fault(f'who holds the pen? a {text.procedure} text needs pen = ["…"]', ("procedure",))
        return
    if text.procedure == "one-text" and len(text.pen) > 1:
        yield Fault("in a one-text procedure one holds the pen", ("pen",))
    for id_, version in text.versions.items():
        for k, editor in enumerate(version.by):
            if editor not in text.pen:
                yield Fault(
                    f"'{editor}' does not hold the pen ({', '.join(text.pen)} does); what others want "
                    "changed is a criticism of a clause, under [[criticisms]]",
                    ("versions", id_, "by", k),
                )


def _criticisms(text: Text) -> Iterator[Fault]:
    order_of = list(text.versions)
    for k, it in enumerate(text.criticisms):
        version = text.versions.get(it.version)
        if version is None or it.clause not in text.clauses:
            continue
        if it.clause not in version.clauses:
            yield Fault(
                f"clause '{it.clause}' does not stand in version '{it.version}', so nothing there can "
                f"be criticised; it has: {', '.join(version.clauses)}",
                ("criticisms", k, "clause"),
            )
        if it.answered_in in order_of and order_of.index(it.answered_in) <= order_of.index(
            it.version
        ):
            yield Fault(
                f"answered in '{it.answered_in}', which is not later than '{it.version}'",
                ("criticisms", k, "answered_in"),
            )


def _statements(text: Text) -> Iterator[Fault]:
    for id_, reading in text.readings.items():
        if reading.model is None:
            continue
        for key, statements in (("never", reading.model.never), ("always", reading.model.always)):
            for k, words in enumerate(statements):
                try:
                    parse(words)
                except StatementError as error:
                    yield Fault(f"not a statement: {error}", ("readings", id_, "model", key, k))
