"""What of the talks is there for somebody, on a day, with some evidence struck out.

A fact that rests on something an audience may not see is withheld; one whose evidence is all struck out, or
became known only later, is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from goodoffices.case.links import links_in
from goodoffices.talks.crosscheck import placed_facts
from goodoffices.talks.values import Evidence, Fact, Record

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.talks.talks import Talks

__all__ = ["facts_citing", "filtered", "without_evidence"]

State = Literal["there", "hidden", "gone"]


def filtered(case: Case, talks: Talks) -> Talks:
    """Return the talks without what is not there in a case."""
    known = talks.as_of(case.scope.day)
    work = _Filter(case, talks)
    return replace(
        known,
        process=work.part(known.process, "process"),
        texts={id_: it for id_, it in work.table(dict(known.texts), "texts").items() if it},
        bodies=work.part(known.bodies, "bodies"),
        triggers=work.part(known.triggers, "triggers"),
        commitments=work.part(known.commitments, "commitments"),
        evidence={
            id_: _trimmed(case, it)
            for id_, it in known.evidence.items()
            if work.states[id_] == "there"
        },
    )


def _entry(case: Case, entry: Evidence) -> State:
    standings = [case.standing(ref) for ref in entry.record]
    if "hidden" in standings or not case.scope.sees(case.label_at(f"talks/evidence/{entry.id}")):
        return "hidden"
    if f"talks/evidence/{entry.id}" in case.scope.struck:
        return "gone"
    return "gone" if standings and "there" not in standings else "there"


def _trimmed(case: Case, entry: Evidence) -> Evidence:
    links = tuple(ref for ref in entry.record if case.standing(ref) == "there")
    return entry.model_copy(update={"record": links})


def _within(place: str, name: str) -> str:
    """Return the path of a part; a table that is called as its file is adds nothing to it.

    >>> _within("talks/commitments", "commitments"), _within("talks/bodies", "votes")
    ('talks/commitments', 'talks/bodies/votes')
    """
    return place if place.endswith(f"/{name}") else f"{place}/{name}"


def facts_citing(case: Case, path: str, data: Any) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the facts in the data of a file of the talks that link into the record and are there to be seen.

    Each as its path, its words, and all that it cites.
    """
    work = _Filter(case, case.files.talks("talks"))
    seen = set()
    for where, _ in links_in(data):
        fact = where[:-2]
        if fact not in seen and _open(work, path, data, fact):
            seen.add(fact)
            place, inner = path.removesuffix(".toml"), data
            for key in fact:
                place = _within(place, str(key + 1) if isinstance(key, int) else key)
                inner = inner[key]
            yield place, _named(inner), [*inner.get("because", ()), *inner.get("record", ())]


def without_evidence(case: Case, less: Case) -> Iterator[tuple[str, str]]:
    """Yield the facts of the talks that are there in a case and have no evidence left in ``less``.

    Each as its path and its words: entries of the evidence tables first, then what rests on nothing else.
    """
    talks = case.talks
    if talks is None:
        return
    work = _Filter(less, case.files.talks("talks"))
    for id_, entry in talks.evidence.items():
        if work.standing(id_) == "gone":
            yield f"talks/evidence/{id_}", entry.text or entry.citation
    for part in ("process", "texts", "bodies", "triggers", "commitments"):
        for keys, fact in placed_facts(getattr(talks, part)):
            if _rests_on_nothing(work, fact):
                place = f"talks/{part}"
                for key in keys:  # no numbers: what is left out on a day would move them
                    place = _within(place, key) if isinstance(key, str) else place
                yield place, _named(fact.model_dump())


def _rests_on_nothing(work: _Filter, fact: Fact) -> bool:
    """Tell whether a fact that had evidence has none left."""
    return (
        not isinstance(fact, Evidence)
        and bool(fact.because)
        and all(work.standing(id_) == "gone" for id_ in fact.because)
    )


def _open(work: _Filter, path: str, data: Any, where: tuple[str | int, ...]) -> bool:
    """Tell whether nothing on the way to a fact, and nothing it cites, is hidden."""
    place, inner = path.removesuffix(".toml"), data
    for key in (None, *where):
        if key is not None:
            inner = inner[key]
            place = place if isinstance(key, int) else _within(place, key)
        if not work.case.scope.sees(work.case.label_at(place)):
            return False
        cited = (
            [*inner.get("because", ()), *inner.get("record", ())] if isinstance(inner, dict) else []
        )
        if any(work.standing(id_) == "hidden" for id_ in cited):
            return False
    return True


def _named(fact: dict[str, Any]) -> str:
    """Say what a fact of the talks is, by whatever words it has."""
    keys = ("name", "title", "text", "wants", "stance", "note", "citation")
    return str(next((fact[k] for k in keys if fact.get(k)), ""))


class _Filter:
    def __init__(self, case: Case, talks: Talks | None) -> None:
        self.case = case
        evidence = talks.evidence.items() if talks else ()
        self.states = {id_: _entry(case, it) for id_, it in evidence}

    def standing(self, id_: str) -> State:
        if "/" in id_:
            found = self.case.standing(id_)
            return "gone" if found == "missing" else found
        return self.states.get(id_, "there")

    def there(self, fact: object) -> bool:
        if isinstance(fact, Evidence):
            return self.standing(fact.id) == "there"
        if not isinstance(fact, Fact) or not fact.because:
            return True
        states = [self.standing(id_) for id_ in fact.because]
        return "hidden" not in states and "there" in states

    def part(self, record: Any, place: str) -> Any:
        """Return one file of the talks without what is not there; None where it may not be seen."""
        if record is None or not self.case.scope.sees(self.case.label_at(f"talks/{place}")):
            return None
        return self.inside(record, f"talks/{place}")

    def inside(self, value: Any, place: str) -> Any:
        if isinstance(value, tuple):
            return tuple(self.inside(it, place) for it in value if self.there(it))
        if isinstance(value, dict):
            return self.table(value, place.removeprefix("talks/"))
        if not isinstance(value, Record):
            return value
        changes = {
            name: self.inside(getattr(value, name), _within(place, name))
            if not isinstance(getattr(value, name), Fact) or self.there(getattr(value, name))
            else None
            for name in type(value).model_fields
            if name != "because"
        }
        if isinstance(value, Fact):
            changes["because"] = tuple(i for i in value.because if self.standing(i) == "there")
        return value.model_copy(update=changes)

    def table(self, value: dict[Any, Any], place: str) -> dict[Any, Any]:
        """Return a table without the entries that are not there or may not be seen."""
        return {
            key: self.inside(it, f"talks/{place}/{key}")
            for key, it in value.items()
            if self.there(it) and self.case.scope.sees(self.case.label_at(f"talks/{place}/{key}"))
        }
