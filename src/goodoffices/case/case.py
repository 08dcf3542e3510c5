"""A case: everything kept on one dispute, and the part of it that is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from goodoffices.case.folder import Folder, digest
from goodoffices.case.labels import CLOSED, sight_of
from goodoffices.case.reading import Files
from goodoffices.case.shapes import ActorCard, ActorsFile, CaseCard, Item, RecordFile, SourceCard
from goodoffices.case.visible import Scope, blanked, kept, recut
from goodoffices.errors import InputError, UsageError, did_you_mean

if TYPE_CHECKING:
    from goodoffices.case.check import Finding
    from goodoffices.case.models import Lost
    from goodoffices.conflict import Conflict
    from goodoffices.talks.talks import Talks

__all__ = ["Case", "Standing"]

Standing: TypeAlias = Literal["there", "hidden", "gone", "missing"]
"""What became of something in the part of a case that is looked at."""


class Case:
    """One dispute: its sources and their record, its conflict models, its talks.

    A case is opened with `goodoffices.load_case`. `as_of`, `for_audience` and `without` give a case in
    which what came later, may not be seen or is struck out does not exist; everything that can be asked of
    a case can be asked of them.
    """

    def __init__(self, files: Files, scope: Scope | None = None) -> None:
        self.files = files
        self.scope = scope or Scope()

    @property
    def folder(self) -> Folder:
        """The folder the case is kept in."""
        return self.files.folder

    @cached_property
    def card(self) -> CaseCard:
        """What ``case.toml`` says, whoever looks; where it is damaged, nothing may be seen by others."""
        card = self.files.record("case.toml", CaseCard)
        return card or CaseCard(format=1, title=self.folder.called, default_label=CLOSED)

    @property
    def title(self) -> str:
        """What the case is called."""
        return self.card.title

    @property
    def story(self) -> str:
        """What happened so far; nothing for who may not see what has no label, nor as of a day.

        It was written by people who know what came.
        """
        seen = self.scope.day is None and self.scope.sees(self.card.default_label)
        return self.card.story if seen else ""

    @property
    def damaged(self) -> dict[str, str]:
        """Path of each file found damaged so far, with what is wrong with it; `check` looks at all."""
        return {path: str(error) for path, error in sorted(self.files.damage.items())}

    def check(self) -> list[Finding]:
        """Look at every file and every link; return what is wrong, with its place."""
        from goodoffices.case.check import check

        return check(self)

    # -- the part that is looked at ------------------------------------------------------------------

    def as_of(self, day: str) -> Case:
        """Return the case as it stood on a day: without what became known later.

        Raises
        ------
        UsageError
            where ``day`` is no date; a month or year stands for its last day.
        """
        from goodoffices.talks.when import day_of

        return Case(self.files, replace(self.scope, day=day_of(day)))

    def for_audience(self, audience: str) -> Case:
        """Return what an audience may see: ``mediator``, ``team``, ``public``, ``party:ACTOR_ID`` or its own.

        Raises
        ------
        UsageError
            where the case has no such audience.
        """
        known = self.every_actor if self.files.record("record/actors.toml", ActorsFile) else None
        sight = sight_of(audience, self.card.audiences, known)
        return Case(self.files, replace(self.scope, sight=sight))

    def without(self, *items: str) -> Case:
        """Return the case with evidence struck out: sources, items of the record, evidence entries.

        Raises
        ------
        UsageError
            where one of them is not in the case.
        """
        for item in items:
            self._must_be_evidence(item)
        return Case(self.files, replace(self.scope, struck=self.scope.struck | set(items)))

    def _must_be_evidence(self, ref: str) -> None:
        parts = ref.split("/")
        if len(parts) == 3 and parts[1] == "evidence":
            conflict = self.conflict(parts[0])
            known = [entry.id for entry in conflict.evidence]
            if parts[2] not in known:
                raise UsageError(f"no evidence '{ref}'; {did_you_mean(parts[2], known)}")
        elif len(parts) == 2:
            self.item(ref)
        else:
            self.source(ref)

    # -- sources and the record ----------------------------------------------------------------------

    @cached_property
    def _every_source(self) -> frozenset[str]:
        return frozenset(self.folder.ids("sources"))

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        """The ids of the sources that are there, in alphabetical order."""
        ids = self.folder.ids("sources")
        return ids if self.scope.whole else tuple(id_ for id_ in ids if self._there(id_))

    @property
    def sources(self) -> Iterator[SourceCard]:
        """The sources, those with damaged files left out."""
        cards = (self._card(id_) for id_ in self.source_ids)
        return (card for card in cards if card is not None)

    def _card(self, id_: str) -> SourceCard | None:
        card = self.files.record(f"sources/{id_}.toml", SourceCard)
        if card is None:
            return None
        copy = card.copy_of
        seen = copy is None or self.scope.whole or self._there(copy)
        return card.model_copy(update={"id": id_, "copy_of": copy if seen else None})

    def label_of(self, source: str) -> str:
        """Return the label of a source: its own, the one in ``case.toml``, or the case's."""
        card = self.files.record(f"sources/{source}.toml", SourceCard)
        if card is None:
            return CLOSED
        return card.label or self.label_at(f"sources/{source}")

    def label_at(self, path: str) -> str:
        """Return the label ``case.toml`` gives to a path or to what holds it, or else the case's."""
        labels = self.card.labels
        parts = path.split("/")
        for length in range(len(parts), 0, -1):
            label = labels.get("/".join(parts[:length]))
            if label is not None:
                return label
        return self.card.default_label

    def _there(self, source: str) -> bool:
        if self.scope.whole:
            return True
        card = self.files.record(f"sources/{source}.toml", SourceCard)
        since = card.since if card else None
        dated = self.scope.day is None or (since is not None and self.scope.knows(since))
        return source not in self.scope.struck and self.scope.sees(self.label_of(source)) and dated

    def source(self, id_: str) -> SourceCard:
        """Return one source.

        Raises
        ------
        UsageError
            where there is none of that id.
        InputError
            where its file is damaged.
        """
        if id_ not in self.source_ids:
            raise UsageError(f"no source '{id_}'; {did_you_mean(id_, self.source_ids)}")
        card = self._card(id_)
        if card is None:
            raise self._broken(f"sources/{id_}.toml")
        return card

    def _broken(self, path: str) -> Exception:
        return self.files.damage.get(path) or InputError(f"{self.folder.name(path)}: no such file")

    def text(self, source: str) -> str:
        """Return a source's text as stored; what may not be seen in it is blanked.

        Raises
        ------
        UsageError
            where there is no such source.
        InputError
            where the text is missing or is not what was captured.
        """
        card = self.source(source)
        text = self.files.text(f"sources/{source}.txt", card.sha256)
        if text is None:
            raise self._broken(f"sources/{source}.txt")
        hidden = self._seen(source)[1]
        if not hidden:
            return text
        return blanked(text, (it for _, _, it in self._raw(source).items() if it.id in hidden))

    def _raw(self, source: str) -> RecordFile:
        record = self.files.record(f"record/{source}.toml", RecordFile)
        return record or RecordFile(format=1)

    def _seen(self, source: str) -> tuple[set[str], set[str]]:
        """Return the ids of the items of a source that are there, and of those that may not be seen."""
        record = self._raw(source)
        if self.scope.whole:
            return {item.id for _, _, item in record.items()}, set()
        return kept(record, self.scope, lambda it: self._own(source, it), self._actor_seen, source)

    def ids_in(self, source: str) -> Mapping[str, str]:
        """Return the ids of all items in the record of a source, whoever looks, with their status."""
        return {item.id: item.status for _, _, item in self._raw(source).items()}

    def _own(self, source: str, item: Item) -> str | None:
        return item.label or self.card.labels.get(f"{source}/{item.id}")

    def items(self, source: str) -> tuple[tuple[str, Item], ...]:
        """Return the items of the record of a source, each with its kind.

        Raises
        ------
        UsageError
            where there is no such source.
        """
        self.source(source)
        there, hidden = self._seen(source)
        text = self.text(source) if hidden else ""
        return tuple(
            (kind, recut(item, text) if hidden else item)
            for kind, _, item in self._raw(source).items()
            if item.id in there
        )

    def item(self, ref: str) -> Item:
        """Return the item of the record that ``SOURCE_ID/ITEM_ID`` names.

        Raises
        ------
        UsageError
            where there is none.
        """
        return self.kind_and_item(ref)[1]

    def kind_and_item(self, ref: str) -> tuple[str, Item]:
        """Return the kind of an item, as its file names it, and the item.

        Raises
        ------
        UsageError
            where there is none.
        """
        source, slash, id_ = ref.partition("/")
        if not slash:
            raise UsageError(f"'{ref}' names no item of the record; write SOURCE_ID/ITEM_ID")
        items = {item.id: (kind, item) for kind, item in self.items(source)}
        if id_ not in items:
            raise UsageError(
                f"no item '{id_}' in the record of {source}; {did_you_mean(id_, items)}"
            )
        return items[id_]

    def has(self, ref: str) -> bool:
        """Tell whether a source, or an item ``SOURCE_ID/ITEM_ID``, is there."""
        source, slash, id_ = ref.partition("/")
        if source not in self.source_ids:
            return False
        return not slash or id_ in self._seen(source)[0]

    def standing(self, ref: str) -> Standing:
        """Tell whether a source or item is there, may not be seen, or is not there for another reason."""
        source, slash, id_ = ref.partition("/")
        if source not in self._every_source:
            return "missing"
        if not self.scope.sees(self.label_of(source)):
            return "hidden"
        if not slash:
            return "there" if source in self.source_ids else "gone"
        there, hidden = self._seen(source)
        if id_ in hidden:
            return "hidden"
        if id_ in there:
            return "there" if source in self.source_ids else "gone"
        known = any(item.id == id_ for _, _, item in self._raw(source).items())
        return "gone" if known else "missing"

    # -- actors --------------------------------------------------------------------------------------

    @cached_property
    def every_actor(self) -> Mapping[str, ActorCard]:
        """All actors the case holds, whoever looks."""
        file = self.files.record("record/actors.toml", ActorsFile)
        return {} if file is None else file.actors

    def _actor_seen(self, id_: str) -> bool:
        card = self.every_actor.get(id_)
        label = card.label if card else None
        return self.scope.sees(label or self.card.labels.get(f"actors/{id_}"))

    @cached_property
    def actors(self) -> Mapping[str, ActorCard]:
        """The actors by id. An audience sees those whose label allows it or whom it can read of anyway."""
        from goodoffices.case.actors import actors_seen

        return actors_seen(self, self.every_actor)

    # -- models and talks ----------------------------------------------------------------------------

    @cached_property
    def conflict_names(self) -> tuple[str, ...]:
        """The names of the conflict models that are there, in alphabetical order."""
        names = self.folder.ids("conflicts")
        return tuple(name for name in names if self.scope.sees(self.label_at(f"conflicts/{name}")))

    def conflict(self, name: str, reading: str | None = None) -> Conflict:
        """Return a conflict model, without what is not there.

        Raises
        ------
        UsageError
            where there is none of that name, or it has no such reading.
        InputError
            where it cannot be read.
        """
        from goodoffices.case.models import filtered

        if name not in self.conflict_names:
            raise UsageError(f"no conflict '{name}'; {did_you_mean(name, self.conflict_names)}")
        path = f"conflicts/{name}.toml"
        conflict = self.files.conflict(path)
        if conflict is None:
            raise self._broken(path)
        if not self.scope.whole:
            conflict = filtered(self, name, conflict).conflict
        return conflict.with_reading(reading) if reading else conflict

    def lost(self, name: str) -> tuple[Lost, ...]:
        """Return what a conflict model is without in this part of the case: withheld, or fallen.

        Raises
        ------
        UsageError, InputError
            as `conflict` does.
        """
        from goodoffices.case.models import filtered

        self.conflict(name)
        whole = self.files.conflict(f"conflicts/{name}.toml")
        return filtered(self, name, whole).lost if whole else ()

    @cached_property
    def talks_files(self) -> tuple[str, ...]:
        """The paths of the files of the talks, in alphabetical order."""
        return tuple(f"talks/{path}" for path in self.folder.paths_under("talks"))

    @cached_property
    def talks(self) -> Talks | None:
        """The talks, without what is not there; None where the case has none or they may not be seen."""
        from goodoffices.case.talking import filtered

        talks = self.files.talks("talks")
        if talks is None or not self.scope.sees(self.label_at("talks")):
            return None
        return talks if self.scope.whole else filtered(self, talks)

    def sha256(self, path: str) -> str:
        """Return the SHA-256 of a file of the case as it stands.

        Raises
        ------
        InputError
            where it cannot be read.
        """
        try:
            return digest(self.folder.bytes_of(path))
        except FileNotFoundError:
            raise InputError(f"{self.folder.name(path)}: no such file") from None
