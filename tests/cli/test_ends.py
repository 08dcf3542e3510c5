"""How a run ends: exit codes, one clear message, nothing half written."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from goodoffices.cli.root import root
from goodoffices.cli.run import run
from tests.cli.cli_models import council, environment, goodoffices, large


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council(tmp_path_factory.mktemp("models"))


def _fails(code: int, *args: str | Path) -> str:
    """Run a call that must fail; return the message, which stands alone and is no traceback."""
    done = goodoffices(*args)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


def test_bad_input_ends_with_1_and_names_file_line_and_remedy(path: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(
        path.read_text(encoding="utf-8").replace('"access"', '"acess"'), encoding="utf-8"
    )
    said = _fails(1, "analyse", bad)
    assert said.startswith(f"{bad}:")
    assert "acess" in said
    assert "did you mean 'access'?" in said


def test_a_missing_file_or_model_ends_with_1_and_the_nearest_name(path: Path) -> None:
    assert "did you mean" in _fails(1, "analyse", path.with_name("counsil.toml"))
    assert "did you mean 'geneva-2014/council'?" in _fails(1, "analyse", "geneva-2014/counsil")
    assert "folder" in _fails(1, "analyse", path.parent)


def test_a_wrong_call_ends_with_2_and_the_nearest_name(path: Path) -> None:
    assert "did you mean 'SEQ'?" in _fails(2, "analyse", path, "--concept", "SEK")
    assert "did you mean 'russia'?" in _fails(2, "explain", path, "--dm", "rusia")
    assert "did you mean 'veto'?" in _fails(2, "explain", path, "--state", "vote,vetto")
    assert "not feasible" in _fails(2, "explain", path, "--state", "veto")
    assert "did you mean 'lenient'?" in _fails(2, "analyse", path, "--reading", "linient")
    assert "--format" in _fails(2, "analyse", path, "--format", "xml")
    assert "MODEL" in _fails(2, "analyse")


def test_a_limit_ends_with_3_and_says_what_would_lift_it(tmp_path: Path) -> None:
    huge = large(tmp_path, 10, 8)
    said = _fails(3, "analyse", huge)
    assert "memory" in said
    assert "make it smaller" in said
    checked = goodoffices("check", huge)
    assert checked.returncode == 3
    assert "well formed, but" in checked.stderr


def test_a_row_for_each_of_very_many_states_must_be_asked_for(tmp_path: Path) -> None:
    many = large(tmp_path, 3, 6, chatty=1)
    assert "--all" in _fails(3, "analyse", many, "--format", "csv")
    done = goodoffices("analyse", many, "--format", "json")
    assert done.returncode == 0
    assert "--all" in done.stderr


def test_a_fault_of_the_program_is_owned_up_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.delenv("GOODOFFICES_DEBUG", raising=False)
    monkeypatch.setattr(root, "main", breaks)
    assert run([]) == 70
    said = capsys.readouterr().err
    assert "a fault of Good Offices" in said
    assert "report" in said
    assert "Traceback" not in said
    monkeypatch.setenv("GOODOFFICES_DEBUG", "1")
    assert run([]) == 70
    assert "Traceback" in capsys.readouterr().err


@contextmanager
def _started(
    *args: str | Path, stderr: int = subprocess.PIPE
) -> Iterator["subprocess.Popen[bytes]"]:
    """Start the command line in a process of its own, which does not outlive the test."""
    with subprocess.Popen(
        [sys.executable, "-m", "goodoffices", *map(str, args)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=environment(),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("after", [0.4, 1.0])
def test_ctrl_c_ends_with_130_and_leaves_no_file(tmp_path: Path, after: float) -> None:
    model = large(tmp_path, 5, 4)  # a million states
    out = tmp_path / "out"
    out.mkdir()
    with _started(
        "analyse", model, "--format", "csv", "--all", "-o", out / "states.csv"
    ) as process:
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert b"Traceback" not in err
        assert list(out.iterdir()) == []


def test_ctrl_c_while_python_makes_a_class_ends_with_130(tmp_path: Path) -> None:
    """CPython would die of the signal, though it was caught: dataclasses run strings as modules load."""
    (tmp_path / "interrupted.py").write_text(
        "import sys\n"
        "import goodoffices.cli.run as run\n"
        "from goodoffices.cli import main\n"
        "run.run = lambda: exec('raise KeyboardInterrupt')\n"
        "sys.exit(main())\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "interrupted"], cwd=tmp_path, env=environment(), check=False
    )
    assert done.returncode == 130


def test_ctrl_c_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    model = large(tmp_path, 5, 4)
    out = tmp_path / "out"
    out.mkdir()
    (out / "states.csv").write_text("before", encoding="utf-8")
    with _started(
        "analyse", model, "--format", "csv", "--all", "-o", out / "states.csv"
    ) as process:
        for _ in range(600):  # interrupted in the midst of writing
            if len(list(out.iterdir())) > 1 or process.poll() is not None:
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        assert process.returncode == 130
        assert [file.name for file in out.iterdir()] == ["states.csv"]
        assert (out / "states.csv").read_text(encoding="utf-8") == "before"


def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    model = large(tmp_path, 4, 4, chatty=1)  # more CSV than a pipe holds
    with _started("analyse", model, "--format", "csv") as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"number,state,")
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_shows_on_a_terminal_when_work_takes_longer_than_its_patience(tmp_path: Path) -> None:
    model = large(tmp_path, 4, 4)
    assert b"0:00:0" in _on_terminal(0, "analyse", model)  # the clock of the bar, whatever it says
    assert _on_terminal(3600, "analyse", model) == b""
    assert _on_terminal(0, "analyse", model, "--quiet") == b""
    assert goodoffices("analyse", model).stderr == ""


def _on_terminal(patience: float, *args: str | Path) -> bytes:
    """Run with standard error on a terminal; return what it showed."""
    code = (
        "import sys; from goodoffices.cli import main, progress; "
        f"progress._PATIENCE = {patience}; sys.exit(main())"
    )
    ours, theirs = pty.openpty()
    shown: list[bytes] = []
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=environment(),
    )
    os.close(theirs)
    try:
        while part := os.read(ours, 1 << 16):
            shown.append(part)
    except OSError:  # how Linux says that the other side has been closed
        pass
    finally:
        os.close(ours)
    assert process.wait(timeout=60) == 0
    return b"".join(shown)


def test_a_full_disk_is_told(path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "goodoffices", "analyse", str(path)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
