"""From the text of a file to its records: every fault with its line, what was found, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from goodoffices.conflict.file import in_file_order, read_toml
from goodoffices.conflict.shapes import describe
from goodoffices.errors import ConflictError, Fault, KeyPath, TalksError, did_you_mean, nearest
from goodoffices.talks.values import Record

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

__all__ = ["Placed", "parse_file"]

R = TypeVar("R", bound=Record)

_EXPECTED = {
    "string_type": "expected text in quotes",
    "tuple_type": "expected a list in [ ]",
    "list_type": "expected a list in [ ]",
    "dict_type": "expected a table of key = value",
    "model_type": "expected a table of key = value",
    "model_attributes_type": "expected a table of key = value",
    "int_type": "expected a whole number",
    "bool_type": "expected true or false",
    "string_too_short": "expected some words",
}

Placed = Iterable[Fault]


def parse_file(
    text: str, name: str, shape: type[R], checks: Sequence[Callable[[R], Placed]] = ()
) -> R:
    """Read one file of the talks.

    Parameters
    ----------
    text : the text of the file (TOML).
    name : what messages call it.
    shape : the record that the whole file is.
    checks : what to look for once the shape is right; faults carry key paths.

    Raises
    ------
    TalksError
        with every fault found, each with its line.
    """
    try:
        data, where = read_toml(text, name)
    except ConflictError as error:
        raise TalksError(error.faults, name) from None
    try:
        record = shape.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = [_fault(shape, detail) for detail in details]
    else:
        faults = [fault for check in checks for fault in check(record)]
        if not faults:
            return record
    raise TalksError(in_file_order(faults, where), name)


def _fault(shape: type[Record], detail: ErrorDetails) -> Fault:
    path: KeyPath = tuple(part for part in detail["loc"] if part != "[key]")
    kind, found = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        known = [key for key in _keys(shape, path[:-1]) if key != "id"]
        return Fault(
            f"unknown key '{path[-1]}'; {did_you_mean(str(path[-1]), known, most=20)}", path
        )
    if kind == "missing":
        return Fault(f"'{path[-1]}' is missing; {_add(shape, path)}", path)
    if kind == "literal_error":
        return Fault(_not_among(detail, found), path)
    expected = _EXPECTED.get(kind) or detail["msg"].removeprefix("Value error, ")
    return Fault(f"{expected}, found {describe(found)}", path)


def _add(shape: type[Record], path: KeyPath) -> str:
    """Say what would fill a gap."""
    model = _shape_at(shape, path[:-1])
    field = model.model_fields.get(str(path[-1])) if model else None
    example = (field.examples or [None])[0] if field else None
    if example is not None:
        return f"add {path[-1]} = {example}"
    return f"add {path[-1]} = …" + (
        f" ({field.description})" if field and field.description else ""
    )


def _not_among(detail: ErrorDetails, found: object) -> str:
    expected = detail.get("ctx", {}).get("expected", "another word")
    text = f"expected {expected}, found {describe(found)}"
    words = [word.strip("' ") for word in expected.replace(" or ", ",").split(",")]
    close = nearest(found, words) if isinstance(found, str) else None
    return f"{text}; did you mean '{close}'?" if close else text


def _keys(shape: type[Record], path: KeyPath) -> list[str]:
    model = _shape_at(shape, path)
    return [] if model is None else [f.alias or name for name, f in model.model_fields.items()]


def _shape_at(shape: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """Return the record that stands at a key path, or None where none does."""
    model, inside = shape, 0
    for part in path:
        if inside:  # the key of a table of tables, or the position in a list
            inside -= 1
            continue
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        inner = next(_models(fields[str(part)].annotation), None) if part in fields else None
        if inner is None:
            return None
        model, inside = inner, _depth(fields[str(part)].annotation)
    return model


def _depth(annotation: Any) -> int:
    """Return how many lists and tables stand around the record of an annotation."""
    inner = max((_depth(part) for part in get_args(annotation)), default=0)
    return inner + (get_origin(annotation) in (dict, tuple))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the records that an annotation mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
