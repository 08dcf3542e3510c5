"""Labelled reports on disk: ``NAME.txt`` beside its labels, ``NAME.json`` or ``NAME.ann``.

Every fault is told with the file and the place in it: labels are written by hand, and a slip in one
must not pass for a fault of the reader.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from goodoffices.errors import InputError, UsageError
from goodoffices.reading.reader import publication_day
from goodoffices.reading.scoring.brat_in import gold_from_brat
from goodoffices.reading.scoring.evaluate import Gold
from goodoffices.reading.scoring.label_spans import label_span
from goodoffices.reading.text.load import load_report
from goodoffices.record.model import STANCES


def load_gold(folder: Path) -> list[Gold]:
    """Read all labelled reports of a folder.

    Labels are ``*.json`` or ``*.ann`` (brat) beside ``*.txt``; a list of one-case texts will do, too.
    Raises InputError where there is none or one cannot be read, LimitError where a text is too long.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: not a folder; give the folder with the labelled reports")
    result: list[Gold] = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".json":
            result.extend(_load_json(path))
        elif path.suffix == ".ann":
            result.append(gold_from_brat(path))
    if not result:
        raise InputError(
            f"{folder}: no labelled report found; expected NAME.txt beside NAME.json or NAME.ann"
        )
    return result


def _load_json(path: Path) -> list[Gold]:
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: not a file of labels ({error})") from error
    try:
        if isinstance(value, list):
            return [
                _gold(f"{path}: item {n}", str(v.get("id", n)), str(v["text"]), v, (path,))
                for n, v in enumerate(value)
                if isinstance(v, dict) and "quotes" in v and "text" in v
            ]
        beside = path.with_suffix(".txt")
        if not isinstance(value, dict) or ("quotes" not in value and "positions" not in value):
            if beside.is_file():
                raise InputError(
                    f"{path}: no labels in it; expected the keys 'quotes' or 'positions'{_keys(value)}"
                )
            return []
        document = value.get("doc") or {}
        named = path.parent / str(document.get("path", ""))
        source = beside if beside.is_file() else named
        if not source.is_file():
            raise InputError(f"{path}: its text is missing; expected {beside.name} beside it")
        text = load_report(source).text
        return [_gold(str(path), path.stem, text, value, (path, source))]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        missing = f"the key {error} is missing" if isinstance(error, KeyError) else str(error)
        raise InputError(f"{path}: labels are not of the expected form ({missing})") from error


def _keys(value: object) -> str:
    found = sorted(str(key) for key in value)[:8] if isinstance(value, dict) else []
    return f", found {', '.join(map(repr, found))}" if found else ""


def _gold(
    where: str, name: str, text: str, value: Mapping[str, Any], files: tuple[Path, ...]
) -> Gold:
    document = value.get("doc") or {}
    stated = document.get("dct") or document.get("date") or value.get("published")
    names = {a["id"]: [_name(a["name"], f"{where}: actors")] for a in value.get("actors") or []}
    gold = Gold(
        name,
        text,
        _day(stated, where),
        quoted="quotes" in value,
        stanced="positions" in value,
        files=files,
    )
    for n, quote in enumerate(value.get("quotes") or []):
        place = f"{where}: quotes[{n}]"
        speaker = _name(quote.get("speaker"), f"{place}.speaker")
        speakers = [*names.get(speaker, [speaker]), *map(str, quote.get("speaker_alt") or [])]
        counted = quote.get("class", "reported_speech") == "reported_speech"
        gold.quotes.extend(
            (label_span(f["start"], f["end"], text, f"{place}.fragments[{m}]"), speakers, counted)
            for m, f in enumerate(quote["fragments"])
        )
    for n, position in enumerate(value.get("positions") or []):
        place = f"{where}: positions[{n}]"
        holder = _name(position.get("actor", position.get("holder")), f"{place}.holder")
        trigger, stance = position["trigger"], position["stance"]
        if stance not in STANCES:
            raise InputError(
                f"{place}: the stance {stance!r} is not known; expected one of {', '.join(STANCES)}"
            )
        span = label_span(trigger["start"], trigger["end"], text, f"{place}.trigger")
        gold.stances.append((span, stance, names.get(holder, [holder])))
    for n, time in enumerate(value.get("times") or []):
        if time["start"] is None or isinstance(time["end"], str):
            continue  # a period, not a place in the text
        span = label_span(time["start"], time["end"], text, f"{where}: times[{n}]")
        gold.dates.append((span, str(time["value"])))
    return gold


def _name(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputError(
            f"{where}: {value!r} is no name; give the actor's name or id, or the words that stand for "
            "them in the text"
        )
    return value


def _day(stated: Any, where: str) -> str | None:
    """The day of publication; a text such as 'unknown' or a year alone gives none."""
    words = str(stated or "")
    if not (len(words) == 10 and words[4] == words[7] == "-"):
        return None
    try:
        publication_day(words)
    except UsageError as error:
        raise InputError(f"{where}: {error}") from error
    return words
