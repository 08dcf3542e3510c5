"""The check of a case finds every broken link and every passage that moved, each with its place."""

from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case import new_case
from goodoffices.errors import UsageError


def messages(root: Path) -> list[str]:
    return [str(finding) for finding in go.load_case(root).check() if finding.serious]


def change(root: Path, path: str, old: str, new: str) -> int:
    """Change a file; return the line of what was changed."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_sound_case_has_no_faults(root: Path) -> None:
    assert messages(root) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "words"),
    [
        ("conflicts/dam.toml", "herald/p1", "herald/p9", "no item 'p9' in the record of herald"),
        ("conflicts/dam.toml", "wire/p1", "wires/p1", "no source 'wires'; did you mean 'wire'?"),
        ("record/herald.toml", 'speaker = "hale"', 'speaker = "hail"', "no actor 'hail'"),
        ("record/herald.toml", 'statement = "s2"', 'statement = "s9"', "no statement 's9'"),
        ("record/herald.toml", 'stance = "reject"', 'stance = "rejects"', "did you mean 'reject'?"),
        ("record/herald.toml", "start = 15", "start = 14", "read ' rejects', not 'rejects'"),
        ("record/herald.toml", 'id = "p2"', 'id = "p1"', "two items have the id 'p1'"),
        ("record/herald.toml", 'by = "anna"', 'by = ""', "only a person can decide"),
        ("record/herald.toml", 'label = "mediator"', 'label = "secret"', "expected a label"),
        ("record/actors.toml", '["upper"]', '["uper"]', "no actor 'uper'; did you mean 'upper'?"),
        ("case.toml", '"conflicts/dam"', '"conflicts/damm"', "this label is for nothing"),
        (
            "case.toml",
            "[analysts]",
            '[audiences.public]\nsees = ["team"]\n[analysts]',
            "every case has",
        ),
        ("sources/wire.toml", "published = 2025-03-10\n", "", "no date says when"),
        ("sources/wire.toml", "format", 'kind = "digest"\nformat', "what it is a digest of"),
        ("sources/wire.toml", "format", 'copy_of = "harold"\nformat', "did you mean 'herald'?"),
    ],
)
def test_a_fault_is_told_with_file_and_line(
    root: Path, path: str, old: str, new: str, words: str
) -> None:
    line = change(root, path, old, new)
    found = [message for message in messages(root) if words in message]
    assert len(found) == 1
    place = found[0].removeprefix(f"{root}/").partition(": ")[0]
    file, _, number = place.partition(":")
    assert file == path
    if number:
        assert abs(int(number) - line) <= 12  # an item is named by its first line


def test_a_link_to_a_rejected_item_is_a_fault_and_to_an_unconfirmed_one_a_remark(
    root: Path,
) -> None:
    change(root, "conflicts/dam.toml", '"herald/p1"', '"herald/p2"')
    found = go.load_case(root).check()
    assert [(it.serious, "nobody has confirmed" in str(it)) for it in found] == [(False, True)]
    change(root, "record/herald.toml", 'id = "p2"', 'id = "p2"\nstatus = "rejected"\nby = "ben"')
    assert any("'herald/p2' was rejected" in message for message in messages(root))


def test_files_nothing_refers_to_are_told(root: Path) -> None:
    (root / "sources/stray.txt").write_text("?", encoding="utf-8")
    (root / "record/ghost.toml").write_text("format = 1\n", encoding="utf-8")
    (root / "sources/Big Name.toml").write_text("format = 1\n", encoding="utf-8")
    found = "\n".join(messages(root))
    assert "write sources/stray.toml" in found
    assert "no source 'ghost'" in found
    assert "the name is no id" in found


def test_a_broken_link_in_the_talks_is_told_with_its_line(root: Path) -> None:
    talks = root / "talks"
    talks.mkdir()
    (talks / "process.toml").write_text(
        'format = 1\ntitle = "Talks"\n[participants.upper]\nname = "Upper town"\npart = "party"\n'
        'because = [\n  "herald/p1",\n  "herald/p7",\n]\n',
        encoding="utf-8",
    )
    found = messages(root)
    assert len(found) == 1
    assert "talks/process.toml:8: " in found[0]
    assert "no item 'p7'" in found[0]


def test_a_new_case_is_sound_and_made_only_where_nothing_is(tmp_path: Path) -> None:
    new_case(tmp_path / "fresh", 'The "lake"')
    assert messages(tmp_path / "fresh") == []
    assert go.load_case(tmp_path / "fresh").title == 'The "lake"'
    with pytest.raises(UsageError, match="there already"):
        new_case(tmp_path / "fresh", "again")
