"""Everything wrong with a case: every file read, every link followed, each fault with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from goodoffices.case.exports import LOG, exports
from goodoffices.case.faults import actor_faults, item_faults, passage_faults
from goodoffices.case.forecasts import forecast_faults
from goodoffices.case.labels import EVERYONE
from goodoffices.case.links import Remark, link_faults, links_in
from goodoffices.case.proposals import proposal_faults
from goodoffices.case.shapes import (
    ActorsFile,
    RecordFile,
    SourceCard,
)
from goodoffices.errors import Fault, FaultsError, InputError, UsageError, did_you_mean

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["Finding", "check"]

_LABELLED = (
    "this label is for nothing in the case; name a path such as sources/ID, conflicts/NAME, talks, "
    "actors/ID, or an item SOURCE_ID/ITEM_ID"
)


@dataclass(frozen=True)
class Finding:
    """Something wrong, or worth knowing, in a file of a case.

    ``serious`` tells a fault, which breaks something, from a remark.
    """

    path: str
    fault: Fault
    where: str
    serious: bool = True

    def __str__(self) -> str:
        place = f"{self.where}:{self.fault.line}" if self.fault.line else self.where
        words = str(Fault(self.fault.message, self.fault.path))
        return f"{place}: {'' if self.serious else 'note: '}{words}"


def check(case: Case) -> list[Finding]:
    """Look at every file and every link of a case; return what is wrong, file by file.

    Raises
    ------
    UsageError
        where only a part of the case is looked at: a check tells of all of it.
    """
    if not case.scope.whole:
        raise UsageError("a case is checked as a whole, not as of a day or for an audience")
    return list(_Check(case).run())


class _Check:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.files = case.files
        self.folder = case.folder
        self.sources = self.folder.ids("sources")

    def run(self) -> Iterator[Finding]:
        yield from self.file("case.toml", self.card())
        for folder in ("sources", "record", "conflicts", "proposals", "forecasts"):
            for path in self.folder.misnamed(folder):
                yield self.of(path, "the name is no id; use small letters, digits, - and _ only")
        for id_ in self.sources:
            yield from self.file(f"sources/{id_}.toml", self.source(id_))
            yield from self.damage(f"sources/{id_}.txt")
        yield from self.stray()
        yield from self.file("record/actors.toml", self.actors())
        for id_ in self.folder.ids("record"):
            if id_ != "actors":
                yield from self.file(f"record/{id_}.toml", self.record(id_))
        for name in self.folder.ids("conflicts"):
            yield from self.file(f"conflicts/{name}.toml", self.conflict(name))
        for name in self.folder.ids("proposals"):
            faults = proposal_faults(self.case, name)
            yield from self.file(f"proposals/{name}.toml", faults)
        for id_ in self.folder.ids("forecasts"):
            yield from self.file(f"forecasts/{id_}.toml", forecast_faults(self.case, id_))
        yield from self.talks()
        yield from self.log()

    def log(self) -> Iterator[Finding]:
        """Look at the log of exports."""
        try:
            exports(self.case)
        except InputError as error:
            place, _, words = str(error).partition(": ")
            yield Finding(LOG, Fault(words), place)

    def of(self, path: str, message: str) -> Finding:
        return Finding(path, Fault(message), self.folder.name(path))

    def file(self, path: str, faults: Iterable[Fault]) -> Iterator[Finding]:
        """Yield what is wrong with one file: what keeps it from being read, or else its faults."""
        found = list(faults)
        yield from self.damage(path)
        if found and path not in self.files.damage:
            yield from self.placed(path, found)

    def placed(self, path: str, faults: list[Fault]) -> Iterator[Finding]:
        """Give faults of one file their lines."""
        from goodoffices.conflict.lines import places

        where = places(self.folder.text_of(path).removeprefix("\ufeff"))
        for fault in faults:
            at = Fault(fault.message, fault.path, where.line(fault.path))
            yield Finding(path, at, self.folder.name(path), not isinstance(fault, Remark))

    def damage(self, path: str) -> Iterator[Finding]:
        """Yield what keeps a file from being read."""
        error = self.files.damage.get(path)
        if isinstance(error, FaultsError) and error.name:
            for fault in error.faults:
                yield Finding(path, fault, error.name)
        elif error is not None:
            for line in str(error).splitlines():
                yield self.of(path, line.removeprefix(f"{self.folder.name(path)}: "))

    # -- the files -----------------------------------------------------------------------------------

    def card(self) -> Iterator[Fault]:
        card = self.case.card
        for name in card.audiences:
            if name in EVERYONE:
                words = f"every case has the audience '{name}'; give this one another id"
                yield Fault(words, ("audiences", name))
        for key in card.labels:
            if not self.labelled(key):
                yield Fault(_LABELLED, ("labels", key))

    def labelled(self, key: str) -> bool:
        """Tell whether a key of the table of labels names something."""
        first, _, rest = key.partition("/")
        head = rest.partition("/")[0]
        if first in ("conflicts", "forecasts", "sources", "proposals"):
            return not rest or head in self.folder.ids(first)
        if first == "actors":
            return not rest or head in self.case.every_actor
        return first == "talks" or rest in self.case.ids_in(first)

    def source(self, id_: str) -> Iterator[Fault]:
        card = self.files.record(f"sources/{id_}.toml", SourceCard)
        if card is None:
            return
        self.files.text(f"sources/{id_}.txt", card.sha256)
        if card.copy_of and card.copy_of not in self.sources:
            known = did_you_mean(card.copy_of, self.sources)
            yield Fault(f"no source '{card.copy_of}'; {known}", ("copy_of",))
        if card.since is None:
            yield Fault("no date says when this became known; add published or known")
        if card.kind == "digest" and card.cites is None:
            yield Fault("a digest says what it is a digest of; add cites.title and the like")

    def stray(self) -> Iterator[Finding]:
        known = set(self.sources)
        for id_ in self.folder.ids("sources", ".txt"):
            if id_ not in known:
                words = f"nothing says what this text is; write sources/{id_}.toml"
                yield self.of(f"sources/{id_}.txt", words)
        for id_ in self.folder.ids("record"):
            if id_ not in known and id_ != "actors":
                words = f"no source '{id_}'; {did_you_mean(id_, known)}"
                yield self.of(f"record/{id_}.toml", words)

    def actors(self) -> Iterator[Fault]:
        file = self.files.record("record/actors.toml", ActorsFile)
        for id_, card in file.actors.items() if file else ():
            yield from actor_faults(card, ("actors", id_), self.case.every_actor)
            yield from link_faults(self.case, card.because, ("actors", id_, "because"))

    def record(self, source: str) -> Iterator[Fault]:
        file = self.files.record(f"record/{source}.toml", RecordFile)
        if file is None or source not in self.sources:
            return
        card = self.files.record(f"sources/{source}.toml", SourceCard)
        text = self.files.text(f"sources/{source}.txt", card.sha256) if card else None
        listed = file.items()
        ids = [item.id for _, _, item in listed]
        inside = {item.id: item.inside for item in file.statements}
        for number, (kind, k, item) in enumerate(listed):
            if item.id in ids[:number]:
                yield Fault(f"two items have the id '{item.id}'", (kind, k, "id"))
            yield from item_faults(item, (kind, k), inside, self.case.every_actor)
            if item.status != "proposed" and not item.by:
                yield Fault("only a person can decide; say by = who did", (kind, k, "status"))
            yield from passage_faults(item, text, (kind, k))

    def conflict(self, name: str) -> Iterator[Fault]:
        conflict = self.files.conflict(f"conflicts/{name}.toml")
        for entry in conflict.evidence if conflict else ():
            yield from link_faults(self.case, entry.record, ("evidence", entry.id, "record"))

    def talks(self) -> Iterator[Finding]:
        talks = self.files.talks("talks")
        error = self.files.damage.get("talks")
        for line in str(error).splitlines() if error else ():
            where, _, words = line.partition(": ")
            yield Finding("talks", Fault(words), where)
        for path in sorted(self.folder.under("talks")) if talks else ():
            text = self.folder.text_of(f"talks/{path}").removeprefix("\ufeff")
            faults = [
                fault
                for where, ref in links_in(tomllib.loads(text))
                for fault in link_faults(self.case, [ref], where[:-1], first=int(where[-1]))
            ]
            yield from self.placed(f"talks/{path}", faults)
