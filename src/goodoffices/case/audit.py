"""The audit log of a case: which readouts were made for whom, one a line, only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.case.write import writing
from goodoffices.errors import InputError

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["LOG", "exports", "note_export"]

LOG = "audit.jsonl"


def note_export(
    case: Case,
    *,
    audience: str,
    form: str,
    file: str,
    sha256: str,
    at: str,
    as_of: str = "",
    what: str = "readout",
) -> None:
    """Add an export to the log.

    It is noted before the file is written: a log that names a file nobody got is better than the other way.

    Parameters
    ----------
    file, sha256 : the name of the file, and the digest of its bytes.
    at : when, ISO 8601 with a time zone.
    as_of : the day the export stands at; "" for all that is known.

    Raises
    ------
    InputError
        where the case cannot be written.
    """
    entry = {
        "at": at,
        "what": what,
        "audience": audience,
        "as_of": as_of or None,
        "form": form,
        "file": file,
        "sha256": sha256,
    }
    line = json.dumps(entry, ensure_ascii=False) + "\n"
    with writing(case.folder) as change:
        before = change.read(LOG) or ""
        ended = before if not before or before.endswith("\n") else before + "\n"
        change.write(LOG, ended + line)


def exports(case: Case) -> Iterator[dict[str, object]]:
    """Yield what the log holds, the earliest first.

    Raises
    ------
    InputError
        where a line cannot be read; the message names it.
    """
    try:
        text = case.folder.text_of(LOG)
    except FileNotFoundError:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                entry = json.loads(line)
            except ValueError:
                entry = None
            if not isinstance(entry, dict):
                raise InputError(
                    f"{case.folder.name(LOG)}:{number}: expected one JSON object a line"
                )
            yield entry
