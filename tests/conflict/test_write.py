"""Writing a conflict and reading it back."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from goodoffices.conflict.file import parse_conflict, read_conflict
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.starter import STARTER
from goodoffices.conflict.write import dump_conflict, save_conflict
from goodoffices.errors import InputError
from goodoffices.testing.forms import conflicts_in_any_form
from goodoffices.testing.strategies import conflicts


@settings(max_examples=80)
@given(conflicts() | conflicts_in_any_form())
def test_a_written_conflict_reads_back_equal(conflict: Conflict) -> None:
    """Nothing is lost or changed between the model and its file."""
    assert parse_conflict(dump_conflict(conflict)) == conflict


def test_a_saved_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    """What replaces a file looks like it from outside."""
    conflict = parse_conflict(STARTER)
    path, link = tmp_path / "c.toml", tmp_path / "link.toml"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    save_conflict(conflict, link)
    assert read_conflict(path) == conflict
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["c.toml", "link.toml"]


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a crash leaves no half-written file and no litter."""
    path = tmp_path / "c.toml"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="cannot be written: No space left on device"):
        save_conflict(parse_conflict(STARTER), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_save_into_no_folder_is_told(tmp_path: Path) -> None:
    """The system's reason is given, without a traceback."""
    with pytest.raises(InputError, match="cannot be written"):
        save_conflict(parse_conflict(STARTER), tmp_path / "no" / "c.toml")
