"""A case is, after any crash, as before a change or as after it; and two writers lose nothing."""

import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import goodoffices as go
from goodoffices.case import Case, copy_case
from goodoffices.case.folder import OWN, Folder
from goodoffices.case.intake import add_source
from goodoffices.case.reading import Files
from goodoffices.case.review import Decision, decide
from goodoffices.case.write import writing
from goodoffices.errors import InputError, UsageError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills processes by signal")

FORK = get_context("fork")
WATCHED = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.truncate"}
CONFIRMED = Decision("confirmed", "anna", "2025-03-12")


def add_one(root: Path) -> None:
    """Add a source with two files and a note in the case file: three files at once."""
    case = go.load_case(root)
    with writing(case.folder) as change:
        card = change.read("case.toml")
        assert card is not None
        change.write("case.toml", card + "# one more\n")
        change.create("sources/more.txt", "More was said.\n")
        change.create("sources/more.toml", 'format = 1\nsha256 = "0"\n')


def decide_one(root: Path) -> None:
    """Confirm an item: one file."""
    decide(go.load_case(root), ("herald/p2",), CONFIRMED)


def take_in(root: Path) -> None:
    """Add a source as people do."""
    add_source(go.load_case(root), "letter", "A letter came.\n", {"published": "2025-04-01"})


def as_read(root: Path) -> dict[str, bytes]:
    """Return every file of a case as whoever opens it reads it, unfinished writes included."""
    folder = Folder(root)
    paths = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
    paths = {p for p in paths if not p.startswith(OWN) and not Path(p).name.startswith(".")}
    return {path: folder.bytes_of(path) for path in sorted(paths | folder.pending.keys())}


def killed_at(number: int, root: Path, work: Callable[[Path], None], *, half: bool) -> bool:
    """Do the work in a process that is killed at its n-th step on the disk; tell whether it was.

    With ``half`` what was written last is cut in half before the process dies at a flush to the disk.
    """

    def child() -> None:
        steps = 0

        def step(handle: int | None = None) -> None:
            nonlocal steps
            steps += 1
            if steps == number:
                if handle is not None and half and stat.S_ISREG(os.fstat(handle).st_mode):
                    os.ftruncate(handle, os.fstat(handle).st_size // 2)
                os.kill(os.getpid(), signal.SIGKILL)

        def watch(event: str, args: tuple[object, ...]) -> None:
            if event in WATCHED and args and str(root) in str(args[0]):
                step()

        flush = os.fsync

        def fsync(handle: Any) -> None:
            step(handle)
            flush(handle)

        os.fsync = fsync  # type: ignore[assignment]
        sys.addaudithook(watch)
        work(root)

    process = FORK.Process(target=child)
    process.start()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode != 0


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("work", [add_one, decide_one, take_in])
def test_killed_at_any_step_a_case_is_as_before_or_as_after(
    root: Path, tmp_path: Path, work: Callable[[Path], None], half: bool
) -> None:
    before = as_read(root)
    done = tmp_path / "done"
    shutil.copytree(root, done)
    work(done)
    after = as_read(done)
    assert before != after
    seen = set()
    for number in range(1, 500):
        copy = tmp_path / "copy"
        shutil.copytree(root, copy)
        was_killed = killed_at(number, copy, work, half=half)
        found = as_read(copy)
        assert found in (before, after), number
        seen.add("after" if found == after else "before")
        # and the next one to open and to write it finds it so, and can go on
        case = go.load_case(copy)
        assert as_read(copy) == found
        decide(case, ("wire/p1",), Decision("rejected", "ben", "2025-03-13"))
        assert go.load_case(copy).item("wire/p1").status == "rejected"
        changed = {path for path, data in as_read(copy).items() if data != found.get(path)}
        assert changed == {"record/wire.toml"}
        shutil.rmtree(copy)
        if not was_killed:
            break
    assert number > 10  # there were steps to be killed at
    assert seen == {"before", "after"}


def test_what_is_left_over_after_a_crash_is_cleaned_away(root: Path, tmp_path: Path) -> None:
    for number in range(1, 60):
        copy = tmp_path / "copy"
        shutil.copytree(root, copy)
        killed_at(number, copy, add_one, half=False)
        decide_one(copy)
        if "sources/more.txt" not in as_read(copy):
            add_one(copy)
        left = [p for p in copy.rglob("*") if p.name.endswith(".new") or p.name == "commit.json"]
        assert left == []
        shutil.rmtree(copy)


def test_two_processes_lose_nothing_of_each_other(root: Path) -> None:
    """Each confirms its own items in the same file and adds sources of its own, at the same time."""

    def work(who: str, items: list[str]) -> None:
        for k, item in enumerate(items):
            decide(go.load_case(root), (item,), Decision("confirmed", who, "2025-03-12"))
            add_source(
                go.load_case(root), f"{who}-{k}", f"{who} wrote {k}.\n", {"published": "2025-04-01"}
            )

    shares = [("anna", ["herald/s1", "herald/p2"]), ("ben", ["herald/n1", "herald/p1"])]
    processes = [FORK.Process(target=work, args=share) for share in shares]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    case = go.load_case(root)
    for who, items in shares:
        assert all(case.item(item).by == who for item in items)
        assert {f"{who}-0", f"{who}-1"} <= set(case.source_ids)
    assert [str(it) for it in case.check() if it.serious] == []


def test_a_file_saved_by_an_editor_meanwhile_is_not_written_over(root: Path) -> None:
    def work() -> None:
        with writing(Folder(root)) as change:
            text = change.read("case.toml")
            change.write("case.toml", f"{text}# mine\n")
            (root / "case.toml").write_text(f"{text}# theirs\n", encoding="utf-8")

    with pytest.raises(InputError, match="somebody changed the file meanwhile"):
        work()
    assert (root / "case.toml").read_text(encoding="utf-8").endswith("# theirs\n")


def test_a_change_that_fails_changes_nothing(root: Path) -> None:
    before = as_read(root)

    def work() -> None:
        with writing(Folder(root)) as change:
            change.create("sources/new.txt", "x")
            change.create("case.toml", "y")

    with pytest.raises(InputError, match="the file is there already"):
        work()
    assert as_read(root) == before


def test_a_writer_waits_for_another_and_then_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodoffices.case.write._PATIENCE", 0.1)
    ready, leave = FORK.Event(), FORK.Event()

    def hold() -> None:
        with writing(Folder(root)):
            ready.set()
            leave.wait(20)

    other = FORK.Process(target=hold)
    other.start()
    try:
        assert ready.wait(20)
        with pytest.raises(InputError, match="another process is writing"), writing(Folder(root)):
            pass
        assert go.load_case(root).title == "The dam"  # reading needs no lock
    finally:
        leave.set()
        other.join()


def test_a_case_that_only_can_be_read_is_read_with_its_unfinished_write(
    root: Path, tmp_path: Path
) -> None:
    """Killed once the journal counted: whoever reads, reads it as done, and a check says so."""
    for number in range(1, 200):
        copy = tmp_path / "copy"
        shutil.copytree(root, copy)
        killed_at(number, copy, add_one, half=False)
        if Folder(copy).pending:
            break
        shutil.rmtree(copy)
    folder = Folder(copy)
    assert folder.text_of("sources/more.txt") == "More was said.\n"
    assert "more" in folder.ids("sources")
    assert folder.text_of("case.toml").endswith("# one more\n")


def test_a_bundled_case_is_not_written_and_can_be_copied(tmp_path: Path) -> None:
    bundled = go.load_case("geneva-2014")
    outcome = Decision("confirmed", "anna", "2025-03-12")
    with pytest.raises(UsageError, match="goodoffices case new FOLDER --from geneva-2014"):
        decide(bundled, ("actors/us",), outcome)
    assert not (bundled.folder.root / OWN).exists()
    copy_case(bundled, tmp_path / "mine")
    mine = go.load_case(tmp_path / "mine")
    assert as_read(tmp_path / "mine") == as_read(bundled.folder.root)
    assert mine.conflict("council") == bundled.conflict("council")
    with pytest.raises(UsageError, match="there already"):
        copy_case(bundled, tmp_path / "mine")


def test_a_copy_holds_the_write_that_was_broken_off(root: Path, tmp_path: Path) -> None:
    for number in range(1, 200):
        copy = tmp_path / "copy"
        shutil.copytree(root, copy)
        killed_at(number, copy, add_one, half=False)
        if Folder(copy).pending:
            break
        shutil.rmtree(copy)
    copy_case(Case(Files(Folder(copy))), tmp_path / "second")
    assert as_read(tmp_path / "second") == as_read(copy)
    assert "sources/more.txt" in as_read(tmp_path / "second")
