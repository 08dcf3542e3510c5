"""The balance report: how much of each side is on record, in how many sources, in which words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from goodoffices.readout.brief.material import Actor, Figure, Material, Position, Statement
from goodoffices.readout.brief.notes import Notes, loaded_in
from goodoffices.readout.document import (
    Block,
    Column,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    words,
)

__all__ = ["balance", "sides"]

_MOST_NOTES = 6  # marks beside a loaded word


def sides(material: Material) -> Mapping[str, str]:
    """Return actor id to the id of its side: the party it belongs to or backs, or else itself.

    Where an actor backs two parties it is no side's; it stands for itself.
    """
    actors = material.actor_by_id
    wholes = {id_: _whole(id_, actors) for id_ in actors}
    backs: dict[str, set[str]] = defaultdict(set)
    for actor in material.actors:
        for backer in actor.backers:
            if wholes.get(backer, backer) != wholes[actor.id]:
                backs[wholes.get(backer, backer)].add(wholes[actor.id])
    found = {}
    for id_, whole in wholes.items():
        behind = backs.get(whole, set())
        party = actors[whole].part in ("party", "mediator")
        found[id_] = next(iter(behind)) if len(behind) == 1 and not party else whole
    return found


def _whole(id_: str, actors: Mapping[str, Actor]) -> str:
    """Return what an actor belongs to in the end."""
    seen = [id_]
    while True:
        above = [a for a in actors[seen[-1]].affiliation if a in actors and a not in seen]
        if not above:
            return seen[-1]
        seen.append(above[0])


def balance(material: Material, notes: Notes) -> Section:
    """Return the balance report: counts by side, rival counts, and the loaded words used by each."""
    if not (material.statements or material.positions):
        none = Paragraph(
            words("No statement or position is on record, so there is nothing to weigh.")
        )
        return Section("Balance", (none,), anchor="balance")
    blocks: list[Block] = [_counts(material), *_loaded(material, notes), *_rivals(material, notes)]
    return Section("Balance", tuple(blocks), anchor="balance")


class _Side:
    def __init__(self) -> None:
        self.members: set[str] = set()
        self.statements = self.positions = self.direct = 0
        self.sources: set[str] = set()
        self.first: set[str] = set()
        self.loaded = 0


def _tally(material: Material) -> dict[str, _Side]:
    side_of = sides(material)
    found: dict[str, _Side] = defaultdict(_Side)
    items: list[Statement | Position] = [*material.statements, *material.positions]
    for item in items:
        who = item.speaker if isinstance(item, Statement) else item.holder
        side = found[side_of.get(who, who)]
        side.members |= {who} if who else set()
        side.sources.add(item.source)
        side.first.add(_original(material, item.source))
        if isinstance(item, Statement):
            side.statements += 1
            side.direct += item.form == "direct"
            side.loaded += len(loaded_in(item.words, material.neutral))
        else:
            side.positions += 1
    return found


def _original(material: Material, source: str) -> str:
    """Return the source that a source repeats in the end: copies count once."""
    seen = [source]
    while (found := material.source_by_id.get(seen[-1])) and found.copy_of not in ("", *seen):
        seen.append(found.copy_of)
    return seen[-1]


def _counts(material: Material) -> Table:
    tally = _tally(material)
    order = sorted(tally, key=lambda id_: (not id_, -tally[id_].statements, material.called(id_)))
    rows = []
    for id_ in order:
        side = tally[id_]
        with_it = sorted(material.called(m) for m in side.members - {id_})
        name = material.called(id_) if id_ else "nobody named"
        lines = [words(name)]
        lines += [words(Run(f"with {', '.join(with_it)}", "quiet"))] if with_it else []
        numbers = (side.statements, side.direct, side.positions, len(side.sources), len(side.first))
        rows.append(
            Row(
                (tuple(lines), *((words(f"{n:,}"),) for n in numbers), (words(f"{side.loaded:,}"),))
            )
        )
    caption = (
        "By side, with those who belong to it or back it: what is on record, and in how many sources. "
        "Copies of one text count as one independent source."
    )
    columns = (
        Column("Side", 4),
        Column("Statements", 2),
        Column("of them quoted", 2),
        Column("Positions", 2),
        Column("Sources", 2),
        Column("Independent", 2),
        Column("Loaded words", 2),
    )
    return Table(caption, columns, tuple(rows))


def _loaded(material: Material, notes: Notes) -> Iterator[Block]:
    side_of = sides(material)
    uses: dict[tuple[str, str], list[str]] = defaultdict(list)
    for item in material.statements:
        for word in loaded_in(item.words, material.neutral):
            uses[word, side_of.get(item.speaker, item.speaker)].append(item.ref)
    if not uses:
        yield Paragraph(words("No loaded word is in the statements on record."))
        return
    neutral = {word.lower(): label for word, label in material.neutral.items()}
    rows = []
    for (word, side), refs in sorted(uses.items(), key=lambda it: (it[0][0].lower(), it[0][1])):
        marks = notes.marks(list(dict.fromkeys(refs))[:_MOST_NOTES])
        label = neutral.get(word.lower(), "")
        beside = words(label) if label else words(Run("no neutral word given", "quiet"))
        who = material.called(side) if side else "nobody named"
        cells = (word, beside, who, f"{len(refs):,}")
        rows.append(
            Row(
                (
                    *((it if isinstance(it, tuple) else words(it),) for it in cells),
                    (marks[1:],),
                )
            )
        )
    caption = "Loaded words in the statements on record, with the neutral word and who used them."
    columns = (
        Column("Word", 2),
        Column("Neutral", 3),
        Column("Used by", 3),
        Column("Times", 1),
        Column("Where", 2),
    )
    yield Table(caption, columns, tuple(rows))
    yield Note(
        words("Words of a quotation are left as they are; the neutral label stands beside them.")
    )


def _rivals(material: Material, notes: Notes) -> Iterator[Block]:
    """Rival counts of one thing side by side, never averaged."""
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in material.figures:
        if figure.measure:
            groups[figure.measure, figure.unit].append(figure)
    rival = {key: it for key, it in groups.items() if len(Counter(f.value for f in it)) > 1}
    if not rival:
        return
    rows = [
        Row(
            (
                (words(f"{measure}{f' ({unit})' if unit else ''}"),),
                tuple(
                    words(f"{f.value}: “{f.words}”", *notes.marks((f.ref,)))
                    for f in sorted(figures, key=lambda f: f.ref)
                ),
            )
        )
        for (measure, unit), figures in sorted(rival.items())
    ]
    caption = "Rival counts, side by side; none is averaged with another."
    yield Table(caption, (Column("Of what", 2), Column("As given", 6)), tuple(rows))
