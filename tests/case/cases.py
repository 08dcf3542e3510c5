"""A small case that the tests of the room work on, and ways to write one."""

import hashlib
from pathlib import Path
from typing import Any

from goodoffices.case import Passage
from goodoffices.case.dump import block, entries, value
from goodoffices.case.shapes import (
    ActorCard,
    NoteItem,
    PositionItem,
    RecordFile,
    SourceCard,
    StatementItem,
)

HERALD = (
    "The upper town rejects a new dam. “We will never pay for it,” said mayor Hale on Monday.\n"
    "The lower town demands water by June. In private Hale told the envoy that he could pay half.\n"
)
WIRE = "The lower town will go to court if the dam is built, its council decided. \U0001f30a\n"

MODEL = """\
format = 1
title = "The dam"
status_quo = []  # as it stands
[decision_makers.upper]
name = "Upper town"
options.build = "build the dam"
preferences = [
  { wants = "not build", because = ["refusal"] },
  { wants = "not sue", because = ["hint"] },
  "build or sue",
]
[decision_makers.lower]
name = "Lower town"
options.sue = { text = "go to court", because = ["threat"] }
preferences = [{ wants = "sue iff build", because = ["threat"], note = "as it said" }, "not sue"]
[evidence.refusal]
citation = "Herald, 3 March 2025"
record = ["herald/p1"]
[evidence.hint]
citation = "Envoy's notes"
record = ["herald/p3"]
[evidence.threat]
citation = "Wire, 10 March 2025"
record = ["wire/p1"]
"""


def passage(text: str, words: str) -> Passage:
    """Cut a passage out of a text."""
    start = text.index(words)
    end = start + len(words)
    return Passage(
        start=start,
        end=end,
        exact=words,
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
    )


def small(folder: Path) -> Path:
    """Write a case with two sources, one model, and a confidence of one side."""
    root = folder / "dam"
    write(
        root,
        "case.toml",
        'format = 1\ntitle = "The dam"\nstory = "Two towns, one river."\n'
        '[labels]\n"conflicts/dam" = "public"\n[analysts]\nanna.name = "A. Analyst"\n',
    )
    actors = {
        "upper": ActorCard(name="Upper town", type="town", status="confirmed", by="anna"),
        "lower": ActorCard(name="Lower town", neutral="the lower town", type="town"),
        "hale": ActorCard(name="Hale", affiliation=("upper",)),
    }
    blocks = (block(f"[actors.{id_}]", card) for id_, card in actors.items())
    write(root, "record/actors.toml", "format = 1\n" + "".join(blocks))
    add(root, "herald", HERALD, herald(), published="2025-03-03", label="public")
    add(root, "wire", WIRE, wire(), published="2025-03-10", label="public")
    write(root, "conflicts/dam.toml", MODEL)
    return root


def herald() -> RecordFile:
    """Return the record of the first source."""

    def cut(words: str) -> Passage:
        return passage(HERALD, words)

    said: Any = {"status": "confirmed", "by": "anna", "at": "2025-03-12"}
    return RecordFile(
        format=1,
        statements=(
            StatementItem(
                id="s1",
                kind="direct",
                speaker="hale",
                fragments=(cut("“We will never pay for it,”"),),
                **said,
            ),
            StatementItem(
                id="s2",
                speaker="hale",
                fragments=(cut("he could pay half"),),
                label="mediator",
                **said,
            ),
        ),
        positions=(
            PositionItem(
                id="p1",
                stance="reject",
                holder="upper",
                trigger=cut("rejects"),
                object=cut("a new dam"),
                **said,
            ),
            PositionItem(
                id="p2",
                stance="demand",
                holder="lower",
                trigger=cut("demands"),
                object=cut("water by June"),
            ),
            PositionItem(
                id="p3",
                stance="concede",
                holder="upper",
                trigger=cut("could pay half"),
                statement="s2",
                **said,
            ),
        ),
        passages=(NoteItem(id="n1", passage=cut("on Monday"), note="3 March"),),
    )


def wire() -> RecordFile:
    """Return the record of the second source."""

    def cut(words: str) -> Passage:
        return passage(WIRE, words)

    position = PositionItem(
        id="p1",
        stance="threaten",
        holder="lower",
        trigger=cut("will go to court"),
        condition=cut("if the dam is built"),
        status="confirmed",
        by="ben",
    )
    return RecordFile(format=1, positions=(position,))


def add(root: Path, source: str, text: str, record: RecordFile, **card: Any) -> None:
    """Write a source with its record."""
    data = text.encode("utf-8")
    write(root, f"sources/{source}.txt", text)
    given = {"title": source, **card}
    about = SourceCard(format=1, sha256=hashlib.sha256(data).hexdigest(), **given)
    write(root, f"sources/{source}.toml", "".join(f"{k} = {v}\n" for k, v in entries(about)))
    items = (block(f"[[{kind}]]", item) for kind, _, item in record.items())
    write(
        root,
        f"record/{source}.toml",
        f"format = 1\nsha256 = {value(about.sha256)}\n" + "".join(items),
    )


def write(root: Path, path: str, text: str) -> None:
    """Write a file of a case."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))
