"""The actors: the map, and the table that names all of them, the absent too."""

from __future__ import annotations

from goodoffices.readout.brief.actor_map import drawn
from goodoffices.readout.brief.material import Actor, Material
from goodoffices.readout.document import (
    Block,
    Column,
    Figure,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Words,
    words,
)

__all__ = ["actors"]


def actors(material: Material) -> Section:
    """Return the map and the table of the actors."""
    if not material.actors:
        return Section("Actors", (Paragraph(words("No actor is on record.")),), anchor="actors")
    blocks: list[Block] = []
    picture = drawn(material.actors)
    if picture is not None:
        more = f" {picture.left_out:,} more are in the table." if picture.left_out else ""
        caption = f"An arrow leads from a backer to whom it backs; dashed boxes are absent.{more}"
        blocks.append(Figure(picture.svg, picture.words, caption))
    blocks.append(_table(material))
    absent = [actor for actor in material.actors if actor.part == "absent"]
    if absent:
        told = "; ".join(
            a.called + (f" ({a.absent_because})" if a.absent_because else "") for a in absent
        )
        blocks.append(Note(words(Run("Absent from the talks: ", "strong"), f"{told}."), "limit"))
    return Section("Actors", tuple(blocks), anchor="actors")


def _table(material: Material) -> Table:
    caption = (
        f"{len(material.actors):,} actor{'s' * (len(material.actors) != 1)}, under neutral labels; "
        "beside them the names as they were written."
    )
    columns = (
        Column("Actor", 3),
        Column("Also written", 3),
        Column("Kind", 2),
        Column("Offices", 3),
        Column("Belongs to, backed by", 3),
    )
    return Table(caption, columns, tuple(_row(material, actor) for actor in material.actors))


def _row(material: Material, actor: Actor) -> Row:
    names = dict.fromkeys((actor.name, *actor.aliases))
    other = ", ".join(name for name in names if name and name != actor.called)
    ties: list[Words] = [words(f"of {material.called(id_)}") for id_ in actor.affiliation]
    ties += [words(f"backed by {material.called(id_)}") for id_ in actor.backers]
    kind = ", ".join(filter(None, (actor.kind, actor.part)))
    offices = tuple(words(office) for office in actor.offices)
    return Row(
        (
            (words(actor.called),),
            (words(other),),
            (words(kind),),
            offices or ((),),
            tuple(ties) or ((),),
        )
    )
