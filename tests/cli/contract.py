"""The interchange contract of ``analyse --format json``, written down as a JSON Schema."""

from typing import Any

_NUMBERS = {"type": "array", "items": {"type": "integer", "minimum": 1}}
_IDS = {"type": "array", "items": {"type": "string"}}
CONCEPTS = ["Nash", "GMR", "SMR", "SEQ", "SSEQ"]


def _record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _per_concept(value: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict.fromkeys([*CONCEPTS, "SIM", "SIM-FH"], value),
        "required": CONCEPTS,
        "additionalProperties": False,
    }


CONTRACT: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_record(
        conflict=_record(
            title={"type": "string"},
            sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
        ),
        sanctions={"enum": ["legal", "one-move"]},
        decision_makers={
            "type": "array",
            "items": _record(id={"type": "string"}, name={"type": "string"}, options=_IDS),
        },
        options={
            "type": "array",
            "items": _record(
                id={"type": "string"}, text={"type": "string"}, owner={"type": "string"}
            ),
        },
        states={
            "type": "array",
            "items": _record(
                number={"type": "integer", "minimum": 1},
                id={"type": "string"},
                code={"type": ["integer", "null"]},
                yn={"type": ["string", "null"], "pattern": "^[YN]*$"},
                taken=_IDS,
            ),
        },
        stability=_per_concept({"type": "object", "additionalProperties": _NUMBERS}),
        equilibria=_per_concept(_NUMBERS),
    ),
}
"""Keys may be added to what is printed, so other keys are allowed; none may go."""
