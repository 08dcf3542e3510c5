"""Decisions are written in place: nothing else in the file changes, and nobody's decision is lost."""

import difflib
from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case.review import Decision, decide, waiting
from goodoffices.case.shapes import PositionItem
from goodoffices.case.trace import words_to_decide
from goodoffices.errors import InputError, UsageError

ANNA = Decision("confirmed", "anna", "2025-03-12")


def lines_changed(before: str, after: str) -> list[str]:
    found = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in found if line[0] in "+-"]


def read(root: Path, path: str = "record/herald.toml") -> str:
    return (root / path).read_bytes().decode("utf-8")


def test_what_waits_is_listed_without_what_was_decided(root: Path) -> None:
    assert [ref for ref, _, _ in waiting(go.load_case(root))] == ["herald/p2", "herald/n1"]
    decide(go.load_case(root), ("herald/p2",), ANNA)
    assert [ref for ref, _, _ in waiting(go.load_case(root))] == ["herald/n1"]


def test_a_decision_adds_three_lines_and_touches_no_other(root: Path) -> None:
    before = read(root)
    decide(go.load_case(root), ("herald/p2",), ANNA)
    added = ['+ status = "confirmed"', '+ by = "anna"', "+ at = 2025-03-12"]
    assert lines_changed(before, read(root)) == added


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_remarks_order_and_line_ends_of_a_person_stay(root: Path, ends: str) -> None:
    text = read(root).replace(
        'stance = "demand"', "# they repeat this\nstance = 'demand'  # weakly"
    )
    (root / "record/herald.toml").write_bytes(text.replace("\n", ends).encode())
    decide(
        go.load_case(root),
        ("herald/p2",),
        Decision("edited", "ben", "2025-03-12", "", {"when": "June"}),
    )
    after = read(root)
    assert f"# they repeat this{ends}stance = 'demand'  # weakly{ends}" in after
    assert after.count("\n") == after.count(ends)
    assert go.load_case(root).item("herald/p2").when == "June"


def test_another_persons_decision_is_kept_beside_it(root: Path) -> None:
    decide(go.load_case(root), ("herald/p1",), Decision("rejected", "ben", "2025-03-13"))
    item = go.load_case(root).item("herald/p1")
    assert (item.status, item.by) == ("rejected", "ben")
    assert [(it.status, it.by, it.at) for it in item.decisions] == [
        ("confirmed", "anna", "2025-03-12")
    ]
    decide(go.load_case(root), ("herald/p1",), Decision("confirmed", "cleo", "2025-03-14"))
    item = go.load_case(root).item("herald/p1")
    assert [it.by for it in item.decisions] == ["anna", "ben"]


def test_ones_own_earlier_decision_is_kept_too_and_an_actors(root: Path) -> None:
    later = Decision("confirmed", "anna", "2025-03-20")
    decide(go.load_case(root), ("herald/p1",), later)
    assert [it.at for it in go.load_case(root).item("herald/p1").decisions] == ["2025-03-12"]
    decide(go.load_case(root), ("herald/p1",), later)
    assert len(go.load_case(root).item("herald/p1").decisions) == 1
    decide(go.load_case(root), ("actors/upper",), Decision("rejected", "ben", "2025-03-13"))
    assert [it.by for it in go.load_case(root).actors["upper"].decisions] == ["anna"]


def test_what_waits_is_told_with_its_words(root: Path) -> None:
    """Somebody who decides has to see what was said, and times are decided like the rest."""
    undecided = read(root).replace('status = "confirmed"\nby = "anna"\nat = 2025-03-12\n', "")
    more = (
        '\n[[times]]\nid = "t1"\npassage = { start = 83, end = 89, exact = "Monday" }\n'
        'type = "DATE"\nvalue = "2025-03-03"\n\n[[figures]]\nid = "f1"\n'
        'passage = { start = 178, end = 182, exact = "half" }\nquantity = 0.5\ncomparator = "~"\n'
    )
    (root / "record/herald.toml").write_text(undecided + more, encoding="utf-8")
    case = go.load_case(root)
    words = {ref: words_to_decide(case, item) for ref, _, item in waiting(case)}
    assert words["herald/s2"] == "Hale, indirect words: he could pay half"
    assert words["herald/t1"].endswith(" = 2025-03-03")
    assert words["herald/f1"].endswith(" ~ 0.5")
    decide(case, ("herald/t1",), ANNA)
    assert go.load_case(root).item("herald/t1").by == "anna"


def test_an_edit_changes_keys_and_can_take_one_away(root: Path) -> None:
    edit = Decision("edited", "ben", "2025-03-13", "a slip", {"stance": "propose", "holder": ""})
    decide(go.load_case(root), ("herald/p1",), edit)
    item = go.load_case(root).item("herald/p1")
    assert isinstance(item, PositionItem)
    assert (item.stance, item.holder, item.note) == ("propose", None, "a slip")


def test_an_actor_is_decided_like_an_item(root: Path) -> None:
    decide(
        go.load_case(root),
        ("actors/lower",),
        Decision("edited", "anna", "2025-03-12", "", {"type": "municipality"}),
    )
    assert go.load_case(root).actors["lower"].type == "municipality"


@pytest.mark.parametrize(
    ("ref", "changes"),
    [
        ("herald/p9", {"stance": "accept"}),
        ("actors/nobody", {"name": "x"}),
        ("nowhere/p1", {"stance": "accept"}),
        ("herald/p1", {"stanze": "accept"}),
        ("herald/p1", {"status": "confirmed"}),
        ("herald/p1", {"id": "p7"}),
    ],
)
def test_what_is_not_there_cannot_be_decided(root: Path, ref: str, changes: dict[str, str]) -> None:
    before = read(root)
    with pytest.raises(UsageError):
        decide(go.load_case(root), (ref,), Decision("edited", "anna", "2025-03-12", "", changes))
    assert read(root) == before


def test_all_items_are_decided_or_none(root: Path) -> None:
    before = read(root)
    with pytest.raises(UsageError):
        decide(go.load_case(root), ("herald/p2", "herald/p9"), ANNA)
    assert read(root) == before


def test_a_value_that_does_not_fit_the_format_is_not_written(root: Path) -> None:
    before = read(root)
    with pytest.raises(InputError, match="label"):
        decide(
            go.load_case(root),
            ("herald/p1",),
            Decision("edited", "anna", "2025-03-12", "", {"label": "secret"}),
        )
    assert read(root) == before


@pytest.mark.parametrize(
    ("ref", "key", "new", "words"),
    [
        ("herald/p1", "stance", "bogus", "p1: stance: no stance 'bogus'; known here: demand, pro"),
        (
            "herald/p1",
            "holder",
            "uper",
            "p1: holder: no actor 'uper' in record/actors.toml; did yo",
        ),
        ("herald/p1", "statement", "p2", "no statement 'p2' in this record; known here: s1, s2"),
        ("herald/p1", "trigger", {"start": 0, "end": 3, "exact": "No"}, "read 'The', not 'No'"),
        ("herald/s1", "inside", "s1", "'s1' would stand inside itself"),
        ("herald/s1", "class", "shout", "no class 'shout'; known here: reported_speech"),
        ("herald/s1", "to", ["nobody"], "s1: to: no actor 'nobody'"),
        ("actors/hale", "affiliation", ["uper"], "hale: affiliation: no actor 'uper'; did you me"),
    ],
)
def test_a_value_that_names_nothing_is_refused_with_what_is_allowed(
    root: Path, ref: str, key: str, new: object, words: str
) -> None:
    before = read(root), read(root, "record/actors.toml")
    with pytest.raises(UsageError) as caught:
        decide(go.load_case(root), (ref,), Decision("edited", "anna", "2025-03-12", "", {key: new}))
    assert words in str(caught.value)
    assert (read(root), read(root, "record/actors.toml")) == before


def test_an_old_fault_in_another_key_does_not_hinder_a_decision(root: Path) -> None:
    broken = read(root).replace('holder = "upper"', 'holder = "uper"')
    (root / "record/herald.toml").write_text(broken, encoding="utf-8")
    edit = Decision("edited", "anna", "2025-03-12", "", {"stance": "accuse"})
    decide(go.load_case(root), ("herald/p1",), edit)
    assert go.load_case(root).item("herald/p1").status == "edited"


def test_a_damaged_file_is_not_written_to(root: Path) -> None:
    broken = read(root) + "oops\n"
    (root / "record/herald.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(InputError, match=r"herald\.toml:\d+"):
        decide(go.load_case(root), ("herald/p2",), ANNA)
    assert read(root) == broken


@pytest.mark.parametrize(
    ("status", "by", "changes"),
    [
        ("confirmed", " ", {}),
        ("proposed", "a", {}),
        ("edited", "a", {}),
        ("rejected", "a", {"stance": "x"}),
    ],
)
def test_a_decision_is_somebodys_and_one_of_three(
    status: str, by: str, changes: dict[str, str]
) -> None:
    with pytest.raises(UsageError):
        Decision(status, by, "2025-03-12", "", changes)
