"""Numbered notes: from every sentence of a readout to the characters of a source that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from goodoffices.conflict import Evidence
from goodoffices.readout.brief.material import (
    AnyItem,
    Figure,
    Material,
    Model,
    Position,
    Statement,
)
from goodoffices.readout.document import Block, Paragraph, Quotation, Run, Words, words
from goodoffices.readout.document.model import web
from goodoffices.record.rivals import LOADED

__all__ = ["AFTER", "Notes", "loaded_in", "stance_words"]

AFTER = Run("written after the event", "flag")


def stance_words(stance: str) -> str:
    """Say a stance as people do.

    >>> stance_words("provisionally_accept"), stance_words("reject")
    ('accepts provisionally', 'rejects')
    """
    known = {
        "provisionally_accept": "accepts provisionally",
        "condition": "sets a condition",
        "accuse": "accuses",
        "ultimatum": "gives an ultimatum",
        "constraint": "says it cannot",
    }
    return known.get(stance) or f"{stance.replace('_', ' ')}s"


class Notes:
    """Numbers what a readout refers to, in order of first use, and lists it at the end."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.used: dict[str, int] = {}
        self._entries: dict[str, Evidence] = {}

    def marks(self, refs: Iterable[str]) -> Words:
        """Return the marks of what something rests on, such as `` [1] [2]``, each a link to its note."""
        runs: list[Run] = []
        for ref in dict.fromkeys(refs):
            known = ref in self.material.item_by_ref or ref in self.material.evidence
            if known or ref in self._entries:
                number = self.used.setdefault(ref, len(self.used) + 1)
                runs += [Run(" "), Run(f"[{number}]", "quiet", f"#note-{number}")]
        return tuple(runs)

    def refs(self, model: Model, because: Iterable[str]) -> tuple[str, ...]:
        """Return what the evidence of a model refers to: items of the record, or the entry itself."""
        entries = {entry.id: entry for entry in model.conflict.evidence}
        found: list[str] = []
        for id_ in because:
            links = [ref for ref in model.links.get(id_, ()) if ref in self.material.item_by_ref]
            if links:
                found += links
            elif id_ in entries:
                ref = f"{model.name}/evidence/{id_}"
                self._entries[ref] = entries[id_]
                found.append(ref)
        return tuple(dict.fromkeys(found))

    def evidence(self, model: Model, because: Iterable[str]) -> Words:
        """Return the marks of the evidence that something in a model cites."""
        return self.marks(self.refs(model, because))

    def told(self, ref: str) -> Words:
        """Return one piece of evidence in a line: whose words, what they are, where they stand."""
        item = self.material.item_by_ref.get(ref)
        if item is None:
            return words(*self._entry_words(ref), *self.marks((ref,)))
        who = self._whose(item)
        return words(
            f"{who}: " if who else "",
            f"“{item.words}”" if item.words else item.note,
            Run(f", {self._source(item)}, {_place(item)}", "quiet"),
            *((Run(" "), AFTER) if item.after else ()),
            *self.marks((ref,)),
        )

    def _entry_words(self, ref: str) -> tuple[str | Run, ...]:
        entry = self._entries.get(ref)
        if entry is None:
            return (self.material.evidence.get(ref, ref),)
        quoted = f"“{entry.quote}”, " if entry.quote else ""
        return (quoted, Run(entry.citation, link=web(entry.url)))

    def _whose(self, item: AnyItem) -> str:
        called = self.material.called
        match item:
            case Statement(speaker=speaker, speaker_name=name):
                return called(speaker, name) if speaker or name else "nobody named"
            case Position(holder=holder, holder_name=name, stance=stance):
                who = called(holder, name) if holder or name else "nobody named"
                return f"{who} {stance_words(stance)}"
            case Figure(measure=measure):
                return measure
        return ""

    def _source(self, item: AnyItem) -> str:
        source = self.material.source_by_id.get(item.source)
        return source.called if source else item.source

    def sources(self) -> set[str]:
        """Return the ids of the sources that the notes so far refer to."""
        items = self.material.item_by_ref
        return {items[ref].source for ref in self.used if ref in items}

    def blocks(self) -> list[Block]:
        """Return the notes, one quotation or citation each, in the order of their numbers."""
        if not self.used:
            return [Paragraph(words("Nothing in this readout refers to a passage."))]
        return [self._note(ref, number) for ref, number in self.used.items()]

    def _note(self, ref: str, number: int) -> Block:
        anchor = f"note-{number}"
        item = self.material.item_by_ref.get(ref)
        if item is None:
            return self._entry(ref, number, anchor)
        who = self._whose(item)
        by = words(Run(f"[{number}] ", "strong"), who, *self._beside(item.words))
        return Quotation(item.words or item.note, by, self._where(item), anchor)

    def _entry(self, ref: str, number: int, anchor: str) -> Block:
        entry = self._entries.get(ref)
        if entry is None:
            text = self.material.evidence.get(ref, ref)
            return Paragraph(words(Run(f"[{number}] ", "strong"), text), anchor)
        days = [f"said {entry.said}"] if entry.said else []
        days += [f"known {entry.known}"] if entry.known else []
        told = words(
            Run(f"[{number}] ", "strong"),
            Run(entry.citation, link=web(entry.url)),
            f": {entry.text}" if entry.text else "",
            Run(f" ({'; '.join([*days, 'no passage of a source in the case'])})", "quiet"),
        )
        if entry.quote:
            return Quotation(entry.quote, told, anchor=anchor)
        return Paragraph(told, anchor)

    def _where(self, item: AnyItem) -> Words:
        source = self.material.source_by_id.get(item.source)
        told: list[str | Run] = ["in "]
        if source is None:
            told.append(item.source)
        else:
            told.append(Run(source.called, link=f"#source-{source.id}"))
        told.append(f", {_place(item)}")
        if item.when:
            told.append(f"; {item.when}")
        if item.by:
            told.append(f"; confirmed by {self.material.analysts.get(item.by, item.by)}")
        if item.after:
            told += [" ", AFTER]
        return words(*told)

    def _beside(self, text: str) -> tuple[str | Run, ...]:
        """Return the neutral words beside loaded ones in a quotation, whose words stay as they are."""
        pairs = [
            f"{word}: {self.material.neutral.get(word, 'a loaded word')}"
            for word in loaded_in(text, self.material.neutral)
        ]
        return (Run(f" ({'; '.join(pairs)})", "quiet"),) if pairs else ()


def loaded_in(text: str, neutral: Iterable[str]) -> list[str]:
    """Return the loaded words in a text, each as often as it stands there, in order."""
    known = {word.lower(): word for word in (*sorted(LOADED), *neutral)}
    found = _pattern(tuple(sorted(known))).findall(text.lower())
    return [known[word] for word in found]


@lru_cache(maxsize=8)
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, filter(None, known)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")


def _place(item: AnyItem) -> str:
    return f"characters {item.start}–{item.end}"
