"""What holds for every command there is, and for each that comes: bad input is told, quiet is quiet."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from goodoffices.cli.models import Model
from goodoffices.cli.root import root
from goodoffices.cli.run import run


def leaves(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command that does something, with the words that call it."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from leaves(inner, (*path, name))
    else:
        yield path, command


COMMANDS = dict(leaves(root))
NEEDED = {
    "--reads": ["--reads", "one=a", "--reads", "two=not a"],
    "--for": ["--for", "public"],
    "--output": ["--output", "never-written.html"],
    "--by": ["--by", "anna"],
}
"""Options that some command cannot do without."""
ALSO: dict[tuple[str, ...], list[str]] = {("export",): ["--to", "csv"]}
"""What else a command asks for before it looks at its file."""


def called(path: tuple[str, ...], command: click.Command, first: str) -> list[str]:
    """Return the words that call a command with its first argument as given and the others made up."""
    arguments = [it for it in command.params if isinstance(it, click.Argument)]
    needed = [
        word
        for it in command.params
        if isinstance(it, click.Option) and it.required
        for word in next((NEEDED[name] for name in it.opts if name in NEEDED), [it.opts[-1], "a"])
    ]
    filled = [first, *("a" for it in arguments[1:] if it.required or it.name == "what")]
    return [*path, *needed, *ALSO.get(path, ()), "--", *filled]


TAKES_FILE = {
    path: command
    for path, command in COMMANDS.items()
    if any(isinstance(it, click.Argument) for it in command.params)
    and path not in {("new",), ("case", "new"), ("gallery",)}
}


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "empty.toml").write_bytes(b"")
    (folder / "binary.toml").write_bytes(bytes(range(256)) * 8)
    (folder / "other.toml").write_text('[tool.poetry]\nname = "x"\n', encoding="utf-8")
    (folder / "cut.toml").write_text('format = 1\ntitle = "cut', encoding="utf-8")
    (folder / "cut.gmcr").write_text('{"name": ', encoding="utf-8")
    (folder / "folder").mkdir()
    found = {it.name: str(it) for it in folder.iterdir()}
    return {
        **found,
        "missing": str(folder / "missing.toml"),
        "no name": "",
        "a long name": "x" * 5000,
    }


@pytest.mark.parametrize("path", TAKES_FILE, ids=" ".join)
@pytest.mark.parametrize(
    "kind",
    [
        "empty.toml",
        "binary.toml",
        "other.toml",
        "cut.toml",
        "cut.gmcr",
        "folder",
        "missing",
        "no name",
        "a long name",
    ],
)
def test_bad_input_is_told_in_words(
    path: tuple[str, ...],
    kind: str,
    bad: dict[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    words = called(path, TAKES_FILE[path], bad[kind])
    code = run(words)
    said = capsys.readouterr()
    if path == ("read",) and kind in ("other.toml", "cut.toml", "cut.gmcr"):
        assert code == 0, (words, said)  # text is text: whatever it says can be read
        return
    assert code in (1, 2), (words, said)
    assert kind == "no name" or Path(bad[kind]).name[:40] in said.err + said.out, (words, said)
    assert (said.err or said.out).strip(), words
    assert "Traceback" not in said.err + said.out
    assert list(tmp_path.iterdir()) == [], words


MODELS = {
    path: command
    for path, command in COMMANDS.items()
    if any(isinstance(it, click.Argument) and isinstance(it.type, Model) for it in command.params)
    and any("--quiet" in it.opts for it in command.params)
}


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a .gmcr file that says something which is kept and not taken into account."""
    path = tmp_path_factory.mktemp("noted") / "noted.gmcr"
    assert run(["convert", "published/cuban-missile-crisis", str(path), "-q"]) == 0
    data = json.loads(path.read_text(encoding="utf-8"))
    data["decisionMakers"][0]["misperceptions"] = [[[0, "Y"]]]
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


def test_a_note_on_a_file_is_told(noted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["analyse", noted]) == 0
    assert "misperceptions" in capsys.readouterr().err


@pytest.mark.parametrize("path", MODELS, ids=" ".join)
def test_quiet_is_quiet(
    path: tuple[str, ...],
    noted: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    words = called(path, MODELS[path], noted)
    run(words)
    assert "note: " in capsys.readouterr().err, words
    run([*path, "-q", *words[len(path) :]])
    assert "note: " not in capsys.readouterr().err


def test_there_are_commands_to_walk() -> None:
    assert len(TAKES_FILE) > 30
    assert len(MODELS) > 10
