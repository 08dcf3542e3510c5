"""What is wrong with the shape of a conflict file, in the words of its author.

pydantic says what does not fit; here that becomes one clear line each. What does not fit is then
mended with something harmless, so that the rest of the file can be checked in the same run.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from goodoffices.errors import Fault, KeyPath, did_you_mean, nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from goodoffices.conflict.schema import ConflictShape

__all__ = ["UNREADABLE", "shape_of"]

UNREADABLE = "\0"
"""Stands for a statement that could not be read, once the fault has been noted."""

_ROUNDS = 4  # mending one fault can bring another to light, but never many times over
_EXPECTED = {
    "string_type": "expected text in quotes",
    "list_type": "expected a list in [ ]",
    "dict_type": "expected a table of key = value",
    "model_type": "expected a table of key = value",
    "model_attributes_type": "expected a table of key = value",
}
_MENDING: Mapping[str, Any] = {
    "format": 1,
    "title": "?",
    "citation": "?",
    "wants": UNREADABLE,
    "is": UNREADABLE,
    "states": [[]],
    "by": "?",
    "weight": 0,
}


def shape_of(data: Mapping[str, Any]) -> tuple[ConflictShape | None, list[Fault], bool]:
    """Check a file's data against the shapes of the format.

    Returns
    -------
    The shape, mended where faults were found, or None where it is past mending; the faults; and whether
    names may have been lost in the mending, so that an unknown name is no fault of its own.
    """
    from pydantic import ValidationError

    from goodoffices.conflict.schema import ConflictShape

    faults: list[Fault] = []
    mended: Any = data
    lost = False
    for _ in range(_ROUNDS):
        try:
            return ConflictShape.model_validate(mended), faults, lost
        except ValidationError as error:
            details = error.errors(include_url=False)
        mended = copy.deepcopy(mended)
        for detail in reversed(details):
            lost |= _mend(mended, detail)
        faults += [fault for fault in map(_fault, details) if fault not in faults]
    return None, faults, True


def _path(detail: ErrorDetails) -> KeyPath:
    """Return where the fault is, without the marks of alternative forms."""
    return tuple(part for part in detail["loc"] if not str(part).startswith("<"))


def _fault(detail: ErrorDetails) -> Fault:
    path, kind = _path(detail), detail["type"]
    if kind == "extra_forbidden":
        key = str(path[-1])
        known = _known_keys(path[:-1])
        return Fault(f"unknown key '{key}'; {did_you_mean(key, known, most=20)}", path)
    if kind == "missing":
        return _missing(path)
    return Fault(_wrong(path, detail), path)


def _missing(path: KeyPath) -> Fault:
    key = str(path[-1])
    example = {
        "format": "format = 1",
        "title": 'title = "what the conflict is called"',
        "decision_makers": '[decision_makers.ID] with options.ID = "…" and preferences = […]',
        "citation": 'citation = "who published it, what, when"',
        "wants": 'wants = "a statement"',
        "is": 'is = "a statement"',
        "states": "states = [[…]]",
        "by": 'by = "the id of a decision maker"',
        "weight": "weight = 2",
    }[key]
    return Fault(f"'{key}' is missing; add {example}", path)


def _wrong(path: KeyPath, detail: ErrorDetails) -> str:
    found, kind = detail["input"], detail["type"]
    if path == ("format",):
        if type(found) is int:
            return (
                f"this file is of format {found}, and this version of Good Offices reads format 1; "
                "a newer version may read it"
            )
        return f"expected format = 1, found {describe(found)}"
    if kind == "literal_error":
        return _not_among(detail, found)
    if kind == "string_too_short":
        return "expected some words, found empty text"
    expected = _EXPECTED.get(kind) or detail["msg"]
    return f"{expected}, found {describe(found)}"


def _not_among(detail: ErrorDetails, found: object) -> str:
    expected = detail.get("ctx", {}).get("expected", "another word")
    text = f"expected {expected}, found {describe(found)}"
    words = [word.strip("' ") for word in expected.replace(" or ", ",").split(",")]
    close = nearest(found, words) if isinstance(found, str) else None
    return f"{text}; did you mean '{close}'?" if close else text


def describe(value: object) -> str:
    """Say what a TOML value is, shortly.

    >>> describe(3), describe(True), describe(["a"]), describe("no such role")
    ('the number 3', 'true', 'a list', "'no such role'")
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return repr(value if len(value) <= 40 else value[:39] + "…")
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, datetime.date | datetime.time):
        return f"the date or time {value}"
    text = f"{value:d}" if isinstance(value, int) and abs(value) < 10**18 else f"{value!s:.40}"
    return f"the number {text}"


def _known_keys(table: KeyPath) -> list[str]:
    """Return the keys that can stand in a table."""
    from goodoffices.conflict import schema as shapes
    from goodoffices.conflict.schema_values import Shape

    where = tuple("*" if k else part for k, part in enumerate(table)) if table else ()
    places: dict[tuple[str | int, ...], type[Shape]] = {
        (): shapes.ConflictShape,
        ("reading",): shapes.ReadingShape,
        ("decision_makers", "*"): shapes.DecisionMakerShape,
        ("derived", "*"): shapes.PropositionShape,
        ("feasibility", "*"): shapes.ConstraintShape,
        ("states", "*"): shapes.StateShape,
        ("forbidden_moves", "*"): shapes.ForbiddenShape,
        ("evidence", "*"): shapes.EvidenceShape,
        ("rival_readings", "*"): shapes.RivalShape,
    }
    shape = places.get(where) or _inner_shape(table)
    return [field.alias or name for name, field in shape.model_fields.items()]


def _inner_shape(table: KeyPath) -> type[Any]:
    """Return the shape of a table that stands inside a decision maker's or a rival's table."""
    from goodoffices.conflict import schema as shapes

    inner = {
        "options": shapes.OptionShape,
        "preferences": shapes.WantShape,
        "weights": shapes.WeightShape,
    }
    return inner.get(str(table[2]) if len(table) > 2 else "", shapes.TierShape)


def _mend(data: Any, detail: ErrorDetails) -> bool:
    """Put something harmless in the place of a fault; tell whether names were lost with it."""
    path = _path(detail)
    if detail["type"] == "extra_forbidden":
        _replace(data, path, None)
        # an unknown table may be a misspelt one of decision makers, options or propositions
        return isinstance(detail["input"], dict | list) and len(path) in (1, 3)
    key = path[-1]
    if detail["type"] == "missing":
        _replace(data, path, _MENDING.get(str(key), {}))
        return key == "by"
    stand_in: Any = _MENDING.get(str(key))
    if path[0] in ("decision_makers", "derived") and len(path) <= 2:
        stand_in = {"derived": UNREADABLE, "decision_makers": {"preferences": []}}[path[0]]
        _replace(data, path, stand_in if len(path) == 2 else {})
        return path[0] == "decision_makers" or len(path) == 1
    if path[0] == "states" and len(path) <= 2:
        _replace(data, path, "?" if len(path) == 2 else {})
        return len(path) == 1
    if path[0] == "decision_makers" and path[2] == "options":
        _replace(data, path, "?" if len(path) == 4 else None)
        return len(path) == 3
    if path[0] == "decision_makers" and len(path) == 3 and key in ("preferences", "ranking"):
        stand_in = []
    if path[0] == "feasibility" and len(path) > 2 and key not in ("because", "note"):
        path, stand_in = path[:2], {"always": UNREADABLE}
    elif len(path) > 3 and "ranking" in path[:3]:
        path, stand_in = path[: 3 if path[0] == "decision_makers" else 4], []
    elif "preferences" in path[:3] and isinstance(key, int) and "because" not in path:
        stand_in = UNREADABLE
    _replace(data, path, stand_in)
    return False


def _replace(data: Any, path: Sequence[str | int], value: Any) -> None:
    """Set what stands at a path, or take it away where the value is None."""
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return
    last: Any = path[-1]
    if isinstance(data, list) and isinstance(last, int) and last < len(data):
        data[last : last + 1] = [] if value is None else [value]
    elif isinstance(data, dict) and value is None:
        data.pop(last, None)
    elif isinstance(data, dict):
        data[last] = value
