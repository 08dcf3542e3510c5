"""``goodoffices case add`` and ``review``: sources into a case, and people's decisions on what was read."""

from __future__ import annotations

import datetime
import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli.case_options import CaseName, opened
from goodoffices.cli.models import note, quiet_option
from goodoffices.readout.plain import harmless

if TYPE_CHECKING:
    from goodoffices.case import Case, SourceCard
    from goodoffices.reading import Loaded
    from goodoffices.record import Record

__all__ = ["add", "review"]

ADD = """Put a report into a case, with what is read from it.

The text is stored as it is and never changed. What is read from it, who said what and who demands, offers or
refuses what, is proposed: it counts only once somebody confirms it (goodoffices case review). Actors that the
case knows by that name are taken for the same. A text that repeats another source's own words is noted as
its copy. A report that is in the case unread, since reading was not installed or by --unread, is read when it
is added again; what people noted of it stays. REPORT is text, HTML or PDF.

\b
Examples:
  goodoffices case add dispute report.txt --published 2014-02-11
  goodoffices case add dispute minutes.txt --kind note --label mediator
"""
KINDS = ["report", "transcript", "document", "digest", "note"]


@click.command(help=ADD, short_help="Put a report into a case, with what is read from it.")
@click.argument("case", type=CaseName())
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--id", "id_", metavar="ID", help="What the case calls it; made of its title if not given."
)
@click.option("--published", metavar="DATE", help="When it was published.")
@click.option("--known", metavar="DATE", help="When it became known, if that is another day.")
@click.option("--publisher", metavar="NAME", help="Who published it.")
@click.option("--title", metavar="WORDS", help="Its title.")
@click.option("--address", metavar="URL", help="Where it can be read.")
@click.option(
    "--kind", type=click.Choice(KINDS), default="report", show_default=True, metavar="KIND",
    help="report, transcript, document, digest or note.",
)  # fmt: skip
@click.option("--label", metavar="LABEL", help="Who may see it: public, team, mediator, party:ID.")
@click.option("--copy-of", metavar="ID", help="The source whose text this one repeats.")
@click.option("--unread", is_flag=True, help="Store it without reading it.")
@quiet_option
def add(
    case: str,
    report: Path,
    id_: str | None,
    published: str | None,
    unread: bool,
    quiet: bool,
    **given: str | None,
) -> None:
    """Add a source."""
    from goodoffices.case.intake import add_source, free_id, slug
    from goodoffices.reading import load_report

    found, loaded = opened(case), load_report(report)
    for words in loaded.notes:
        note(words, quiet)
    given["published"] = published
    stored = _stored(found, loaded.text)
    if stored is not None:
        name, told = stored.id, []
        items = _read_stored(found, stored, loaded, given, id_, unread)
        note(
            f"Read {name}, which was in the case: {items} statements and positions proposed.", quiet
        )
    else:
        record, missing = (None, "") if unread else _read(loaded, published, given["publisher"])
        card = _card(given, record)
        name = id_ or free_id(slug(_called(card, report)), found.folder.ids("sources"))
        told = [] if given["copy_of"] else _copies(found, name, loaded.text, card)
        if missing:
            told.insert(0, f"It is stored without being read: {missing}. Then add it again")
        if "published" not in card and "known" not in card:
            file = found.folder.name(f"sources/{name}.toml")
            told.append(f"No date is known for it; write one into {file}")
        add_source(found, name, loaded.text, card, record)
        items = 0 if record is None else len(record.statements) + len(record.positions)
        note(f"Added {name}: {items} statements and positions proposed.", quiet)
    for words in told:
        note(words, quiet)
    if items:
        note(f"Next: goodoffices case review {case} --source {name}", quiet)


def _card(given: dict[str, str | None], record: Record | None) -> dict[str, Any]:
    """Return what is known of a source: as given, or else as the text says."""
    card: dict[str, Any] = {key: it for key, it in given.items() if it}
    card["captured"] = datetime.date.today().isoformat()
    if "published" in card:
        card["published_basis"] = "given"
    card |= _from_record(record, card)
    _fits(card)
    return card


def _read_stored(
    case: Case,
    stored: SourceCard,
    loaded: Loaded,
    given: dict[str, str | None],
    id_: str | None,
    leave: bool,
) -> int:
    """Read a text that is in the case unread; return how many statements and positions are proposed."""
    from goodoffices.case.intake import add_reading, unread
    from goodoffices.errors import UsageError

    there = f"this text is in the case already, as '{stored.id}'"
    if leave or id_ not in (None, stored.id):
        raise UsageError(there)
    unread(case, stored.id)
    day = given["published"] or _day(stored.published)
    record, missing = _read(loaded, day, given["publisher"] or stored.publisher or None)
    if record is None:
        raise UsageError(f"{there}, unread: {missing}")
    return add_reading(case, stored.id, record, _card(given, record))


def _stored(case: Case, text: str) -> SourceCard | None:
    """Return the source of a case that has this very text."""
    from goodoffices.record import text_sha256

    sha256 = text_sha256(text)
    return next((it for it in case.sources if it.sha256 == sha256), None)


def _day(when: str | None) -> str | None:
    """Return a whole day; a month or year is no day of publication to count from."""
    return when if when and re.fullmatch(r"\d{4}-\d\d-\d\d", when) else None


def _read(
    loaded: Loaded, published: str | None, publisher: str | None
) -> tuple[Record | None, str]:
    """Return what is read from a text, or None and what to install where reading is not there."""
    from goodoffices.reading import ReadingUnavailableError, read_loaded

    try:
        return read_loaded(loaded, published=published, publisher=publisher), ""
    except ReadingUnavailableError as missing:
        return None, str(missing)


def _copies(case: Case, name: str, text: str, card: dict[str, Any]) -> list[str]:
    """Note whose copy a new source is in its card, and return what there is to say about copies."""
    from goodoffices.cli.case_copies import alike

    told = []
    for it in alike(case, text, card.get("published")):
        share = f"{it.share:.0%} of the words that are no quotation"
        file = case.folder.name(f"sources/{it.source.id if it.later else name}.toml")
        if it.later and not it.source.copy_of:
            told.append(
                f"{it.source.id}, published later, repeats it ({share}); if it is a copy, write "
                f'copy_of = "{name}" into {file}'
            )
        elif not it.later and "copy_of" not in card:
            card["copy_of"] = it.source.id
            told.append(
                f"It repeats {it.source.id} ({share}): noted as a copy, which confirms nothing. If it is "
                f"none, take copy_of out of {file}"
            )
    return told


def _from_record(record: Record | None, card: dict[str, Any]) -> dict[str, Any]:
    if record is None:
        return {}
    source = record.source
    keys = ("published", "published_basis", "publisher", "credit", "title", "language")
    stated = {key: getattr(source, key) for key in keys if getattr(source, key)}
    return {key: it for key, it in stated.items() if key not in card}


def _fits(card: dict[str, Any]) -> None:
    """Refuse values that the format has no room for, before anything is written."""
    from pydantic import ValidationError

    from goodoffices.case import SourceCard
    from goodoffices.errors import UsageError

    try:
        SourceCard.model_validate({"format": 1, "sha256": "0" * 64, **card})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        option = "--" + str(first["loc"][0]).replace("_", "-")
        raise UsageError(f"{option}: {first['msg']}, found '{first['input']}'") from None


def _called(card: dict[str, Any], report: Path) -> str:
    words = [str(card[key]) for key in ("publisher", "published") if key in card]
    return " ".join(words) if len(words) == 2 else report.stem


REVIEW = """Decide about what was read: confirm it, edit it, or reject it.

Without a decision what waits for one is listed, the least certain first. ITEM is SOURCE/ITEM_ID, also with *
(such as herald/p*), actors/ID, or proposals/NAME/ID, a piece of a proposed model. A decision carries the name
of the person who made it; decisions made before are kept beside it.

\b
Examples:
  goodoffices case review dispute
  goodoffices case review dispute herald/p1 herald/s2 --confirm --by anna
  goodoffices case review dispute herald/p3 --set stance=condition --by anna
  goodoffices case review dispute 'herald/f*' --reject --by anna
"""


@click.command(help=REVIEW, short_help="Confirm, edit or reject what was read.")
@click.argument("case", type=CaseName())
@click.argument("items", metavar="[ITEM]...", nargs=-1)
@click.option("--confirm", "--accept", "confirm", is_flag=True, help="It is right as it stands.")
@click.option(
    "--reject", "--drop", "reject", is_flag=True, help="It is wrong; nothing may rest on it."
)
@click.option(
    "--set", "changes", metavar="KEY=VALUE", multiple=True, help="Edit it; may be given again."
)
@click.option("--by", metavar="NAME", help="Who decides; needed for a decision.")
@click.option("--note", "remark", metavar="WORDS", help="A remark to keep with the item.")
@click.option("--source", metavar="ID", help="List what waits in this source only.")
@quiet_option
def review(
    case: str,
    items: tuple[str, ...],
    confirm: bool,
    reject: bool,
    changes: tuple[str, ...],
    by: str | None,
    remark: str | None,
    source: str | None,
    quiet: bool,
) -> None:
    """Review the record."""
    from goodoffices.case.review import Decision, decide
    from goodoffices.errors import UsageError

    found = opened(case)
    chosen = [
        word
        for word, it in (("confirmed", confirm), ("rejected", reject), ("edited", changes))
        if it
    ]
    if not chosen:
        _list_waiting(found, items, source)
        return
    if len(chosen) > 1 or not items:
        raise UsageError("name the items and one decision: --confirm, --reject or --set KEY=VALUE")
    if not by:
        raise UsageError("a decision needs the name of the person who made it: --by NAME")
    today = datetime.date.today().isoformat()
    decision = Decision(chosen[0], by, today, remark or "", dict(map(_pair, changes)))
    refs = tuple(ref for item in items for ref in _matching(found, item))
    decide(found, refs, decision)
    note(f"{len(refs)} item{'s' if len(refs) != 1 else ''} {chosen[0]} by {by}.", quiet)


def _pair(change: str) -> tuple[str, Any]:
    """Split KEY=VALUE; the value is text unless it is written as a list, a number or true and false."""
    import tomllib

    from goodoffices.errors import UsageError

    key, sign, value = change.partition("=")
    if not sign:
        raise UsageError(f"--set takes KEY=VALUE, found '{change}'")
    if value[:1] in "[{" or value in ("true", "false") or value.replace(".", "", 1).isdecimal():
        try:
            return key, tomllib.loads(f"it = {value}")["it"]
        except tomllib.TOMLDecodeError:
            pass
    return key, value


def _matching(case: Case, item: str) -> list[str]:
    """Return the items a pattern stands for."""
    from goodoffices.errors import UsageError

    source, _, pattern = item.rpartition("/")
    if "*" not in pattern or source == "actors":
        return [item]
    if source.startswith("proposals/"):
        from goodoffices.case import proposal

        pieces = proposal(case, source.removeprefix("proposals/")).pieces()
        ids = [piece.id for _, _, piece in pieces]
    else:
        ids = [it.id for _, it in case.items(source)]
    refs = [f"{source}/{id_}" for id_ in ids if fnmatchcase(id_, pattern)]
    if not refs:
        raise UsageError(f"no item of {source} is like '{pattern}'")
    return refs


def _list_waiting(case: Case, items: tuple[str, ...], source: str | None) -> None:
    from goodoffices.case.naming import kind_word
    from goodoffices.case.review import waiting
    from goodoffices.case.trace import words_to_decide

    found = waiting(case, source)
    if items:
        wanted = {ref for item in items for ref in _matching(case, item)}
        found = [it for it in found if it[0] in wanted]
    for ref, kind, item in found:
        words = f"{ref}  {kind_word(kind)}  {words_to_decide(case, item)}"
        click.echo(harmless(words.replace("\n", " ")))
    if not found:
        click.echo("Nothing waits for a decision.")
