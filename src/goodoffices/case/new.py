"""Making the folder of a new case."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.case.folder import OWN, Folder
from goodoffices.case.write import writing
from goodoffices.conflict.write import quoted
from goodoffices.errors import InputError, UsageError

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["copy_case", "new_case"]

_CARD = """\
# A case of Good Offices: everything kept on one dispute, in plain files.
# goodoffices case add THIS REPORT puts a report into it, goodoffices case check THIS looks for faults.
format = 1
title = {title}
story = ""

# Who may see what nothing else is said about: "public", "team", "mediator" or "party:ACTOR_ID".
default_label = "team"

# Who works on it.
[analysts]

# Loaded words and the neutral ones that stand beside them in readouts.
[neutral]

# Labels of single things, such as "sources/ID" = "public" or "conflicts/NAME" = "mediator".
[labels]
"""
_ACTORS = """\
# Who takes part or is named: [actors.ID] with name, and neutral where the name takes a side.
format = 1
"""


def new_case(root: str | os.PathLike[str], title: str) -> None:
    """Make a case in a folder that is new or empty.

    Raises
    ------
    UsageError
        where something is there already.
    InputError
        where the folder cannot be made or written.
    """
    with writing(_empty(root)) as change:
        change.create("case.toml", _CARD.format(title=quoted(title)))
        change.create("record/actors.toml", _ACTORS)


def copy_case(case: Case, root: str | os.PathLike[str]) -> None:
    """Copy a case, such as a bundled one, into a folder that is new or empty; damaged files as they are.

    Raises
    ------
    UsageError
        where something is there already.
    InputError
        where the folder cannot be made or written.
    """
    source = case.folder
    paths = {file.relative_to(source.root).as_posix() for file in source.root.rglob("*")}
    files = sorted(path for path in paths | source.pending.keys() if _of_the_case(source, path))
    with writing(_empty(root)) as change:
        for path in files:
            change.copy(path, source.bytes_of(path))


def _of_the_case(folder: Folder, path: str) -> bool:
    own = path.startswith((f"{OWN}/", "__pycache__")) or "/." in f"/{path}"
    return not own and ((folder.root / path).is_file() or path in folder.pending)


def _empty(root: str | os.PathLike[str]) -> Folder:
    path = Path(root)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageError(f"{path} is there already; name a folder that is new or empty")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{path}: the folder cannot be made: {error.strerror}") from None
    return Folder(path)
