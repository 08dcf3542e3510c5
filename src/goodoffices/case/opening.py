"""Opening the folder of a case."""

from __future__ import annotations

import os

from goodoffices.case.case import Case
from goodoffices.case.folder import Folder
from goodoffices.case.reading import Files
from goodoffices.case.write import finish
from goodoffices.errors import InputError

__all__ = ["open_case"]


def open_case(root: str | os.PathLike[str], called: str = "") -> Case:
    """Open the folder of a case.

    Files are read when something in them is asked for. A write that was broken off is carried out first.

    Raises
    ------
    InputError
        where there is no such folder, or it holds no case.
    """
    folder = Folder(root, called)
    if not folder.root.is_dir():
        what = "this is a file; name" if folder.root.exists() else "no such folder; name"
        raise InputError(f"{folder.called}: {what} the folder of a case")
    finish(folder)
    if not (folder.root / "case.toml").exists():
        raise InputError(
            f"{folder.called}: no case.toml in this folder, so it is no case; "
            "'goodoffices case new FOLDER' makes one"
        )
    return Case(Files(folder))
