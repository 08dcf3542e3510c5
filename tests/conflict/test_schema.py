"""The published JSON Schema of the conflict file."""

import datetime
import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings

from goodoffices import gallery
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.schema import json_schema
from goodoffices.conflict.starter import STARTER
from goodoffices.conflict.write import dump_conflict
from goodoffices.testing.strategies import conflicts

PACKAGE = Path(str(files("goodoffices")))
PUBLISHED = PACKAGE / "conflict" / "schemas" / "conflict-1.json"
BUNDLED = [gallery.path(name) for name in gallery.names()]


def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def as_editors_see_it(value: Any) -> Any:
    """Return TOML data with dates as texts, the way editors hold it against a JSON Schema."""
    if isinstance(value, dict):
        return {key: as_editors_see_it(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_editors_see_it(part) for part in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def check(text: str) -> None:
    validator().validate(as_editors_see_it(tomllib.loads(text)))


def test_the_published_schema_is_that_of_the_shapes() -> None:
    """Renew it with: python -m goodoffices.conflict.schema > …/schemas/conflict-1.json."""
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema()


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_bundled_files_fit_the_schema(path: Path) -> None:
    """Editors find nothing to complain of in them."""
    check(path.read_text(encoding="utf-8"))


def test_the_starter_file_fits_the_schema() -> None:
    """Nor in what a newcomer begins with."""
    check(STARTER)


@settings(max_examples=50)
@given(conflicts())
def test_every_written_conflict_fits_the_schema(conflict: Conflict) -> None:
    """Nor in what the package writes."""
    check(dump_conflict(conflict))


@pytest.mark.parametrize(
    "change",
    [
        ("format = 1", "format = 2"),
        ("story", "stroy"),
        ("date = 2026-05-04", 'date = "May"'),
        ('role = "mediator"', 'role = "arbiter"'),
        ('not upstream_diverts",', '", 3,'),
        ('only_if = "commission_invites"', ""),
        ("citation", "quote"),
    ],
    ids=lambda change: change[1],
)
def test_the_schema_refuses_what_the_reader_refuses(change: tuple[str, str]) -> None:
    """It is no mere formality."""
    assert change[0] in STARTER
    with pytest.raises(jsonschema.ValidationError):
        check(STARTER.replace(*change))


def test_every_key_has_a_description() -> None:
    """An editor can say what each key is for."""

    def undescribed(node: Any, path: str) -> list[str]:
        found = []
        for key, inner in (node.get("properties") or {}).items():
            if not (inner.get("description") or "$ref" in inner):
                found.append(f"{path}.{key}")
        return found

    schema = json_schema()
    shapes = {"": schema, **schema["$defs"]}
    assert [key for name, shape in shapes.items() for key in undescribed(shape, name)] == []
