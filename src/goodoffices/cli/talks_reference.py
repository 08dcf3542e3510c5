"""The reference page of the files of the talks, made of the records that read them.

``python -m goodoffices.cli.talks_reference > docs/reference/talks-files.md`` writes it.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from goodoffices.cli.talks_reference_words import HEAD, WORDS

__all__ = ["records", "reference"]

FACT = {"because", "known", "note"}


def _files() -> dict[str, type[BaseModel]]:
    from goodoffices.talks.talks import FILES
    from goodoffices.talks.text import Text

    first = ["process", "texts/ID", "bodies", "triggers", "commitments", "evidence"]
    known: dict[str, type[BaseModel]] = {"texts/ID": Text}
    known |= {name: shape for name, (shape, _) in FILES.items()}
    return {name: known[name] for name in first}


def records() -> Iterator[tuple[str, str, type[BaseModel]]]:
    """Yield file, place of the table in it, and the record, for everything the files can hold."""
    told: set[type[BaseModel]] = set()
    for name, shape in _files().items():
        yield from _inside(f"{name}.toml", "", shape, told)


def _inside(
    file: str, place: str, shape: type[BaseModel], told: set[type[BaseModel]]
) -> Iterator[tuple[str, str, type[BaseModel]]]:
    if shape in told and place:
        return
    told.add(shape)
    yield file, place, shape
    for key, field in shape.model_fields.items():
        inner, mark = _record_of(field.annotation)
        if inner is not None:
            dotted = f"{place}.{field.alias or key}" if place else field.alias or key
            yield from _inside(file, dotted + mark, inner, told)


def _record_of(annotation: Any) -> tuple[type[BaseModel] | None, str]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, ""
    mark = {dict: ".ID", tuple: "[]"}.get(get_origin(annotation), "")
    for inner in get_args(annotation):
        found, deeper = _record_of(inner)
        if found is not None:
            return found, mark + deeper
    return None, ""


def reference() -> str:
    """Return the page as Markdown."""
    parts = [HEAD]
    last = ""
    for file, place, shape in records():
        if file != last:
            parts.append(f"\n## {file}\n")
            last = file
        if place:
            parts.append(f"\n### `{place}`\n")
        parts.append(f"\n{_described(shape)}\n\n")
        parts += ["| key | | |\n", "| --- | --- | --- |\n"]
        parts += [
            _row(shape, key, field) for key, field in shape.model_fields.items() if _own(key, shape)
        ]
    return "".join(parts)


def _own(key: str, shape: type[BaseModel]) -> bool:
    """Tell whether a key is the record's own: not its id, nor what all facts have."""
    from goodoffices.talks.values import Fact

    return key != "id" and not (issubclass(shape, Fact) and key in FACT)


def _described(shape: type[BaseModel]) -> str:
    return (inspect.getdoc(shape) or "").replace("``", "`").replace("\n\n", "\n")


def _row(shape: type[BaseModel], key: str, field: FieldInfo) -> str:
    name = field.alias or key
    said = WORDS.get(f"{shape.__name__}.{key}") or field.description or WORDS[key]
    said = said[:1].lower() + said[1:]
    choices = _choices(field.annotation)
    said = f"{said}: {choices}" if choices else said
    required = "•" if field.is_required() else ""
    return f"| `{name}` | {required} | {said.rstrip('.')} |\n"


def _choices(annotation: Any) -> str:
    from typing import Literal

    if get_origin(annotation) is Literal:
        words = [it for it in get_args(annotation) if isinstance(it, str)]
        return ", ".join(f"`{word}`" for word in words) if len(words) > 1 else ""
    found = [_choices(inner) for inner in get_args(annotation)]
    return next((it for it in found if it), "")


if __name__ == "__main__":
    click.echo(reference(), nl=False)
