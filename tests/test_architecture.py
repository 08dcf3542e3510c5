"""The house: imports go one way, modules stay small, and the pure rooms touch nothing outside.

The map is `docs/explanation/architecture.md`; a room that does not exist yet has its place all the same.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = "goodoffices"
LONGEST = 400

# Room: the rooms it may import from; what those import is open to it too.
ARROWS: dict[str, tuple[str, ...]] = {
    "statements": (),
    "conflict": ("statements",),
    "stability": ("conflict",),
    "mediation": ("stability",),
    "symbolic": ("stability",),
    "record": (),
    "reading": ("record",),
    "talks": ("record", "conflict"),
    "case": ("record", "talks", "conflict", "stability", "mediation"),
    "store": ("case",),
    "readout": ("case", "stability", "mediation"),
    "gallery": ("conflict",),
    "loading": ("conflict", "gallery", "case"),
    "testing": ("stability",),
}
GROUND = {"errors", "_version"}  # what every room stands on
TOPS = {"cli", "workbench", "__main__", "__init__"}  # may import everything
PURE = {"statements", "stability", "mediation", "symbolic"}
OUTSIDE = {"datetime", "io", "logging", "os", "pathlib", "random", "shutil", "sys", "time"}
TALKING = {"print", "open", "input"}

# The layers of reading, lowest first: each may import from those before it. What stands in
# `reading` itself puts them together; `spacy_model` is what all of them stand on.
LAYERS = ("english", "text", "grammar", "facts", "names", "attributions", "actors", "stances")
MEASURED = "scoring"  # may import all of reading; nothing of reading imports it

# The one way back: a conflict is asked for its own analysis, and only then is stability imported.
DOORS = {("conflict.model", "stability")}


class Import(NamedTuple):
    """Module (without the package's name) that imports, what it imports, and whether at import time."""

    module: str
    target: str
    line: int
    at_once: bool

    @property
    def room(self) -> str:
        return self.module.split(".")[0]


def module_name(file: Path, source: Path) -> str:
    parts = file.relative_to(source / PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def modules(source: Path) -> Iterator[tuple[str, Path, ast.Module]]:
    for file in sorted((source / PACKAGE).rglob("*.py")):
        yield module_name(file, source), file, ast.parse(file.read_text(encoding="utf-8"))


def imports(source: Path) -> Iterator[Import]:
    """Yield every import in the source, also those inside functions and those for types only."""
    for module, file, tree in modules(source):
        package = module if file.name == "__init__.py" else module.rpartition(".")[0]
        at_once = {id(node) for node in _run_at_import(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                targets = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                targets = _from(node, package)
            else:
                continue
            for target in targets:
                yield Import(module, target, node.lineno, id(node) in at_once)


def _from(node: ast.ImportFrom, package: str) -> list[str]:
    base = node.module or ""
    if node.level:
        parts = [PACKAGE, *package.split(".")] if package else [PACKAGE]
        base = ".".join([*parts[: len(parts) - node.level + 1], *filter(None, [node.module])])
    return [f"{base}.{alias.name}" for alias in node.names] if base == PACKAGE else [base]


def _run_at_import(tree: ast.Module) -> Iterator[ast.AST]:
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        yield node
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if not inside and not _for_types_only(node):
            waiting += ast.iter_child_nodes(node)


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def open_to(room: str) -> set[str]:
    """Return the rooms that a room may import from, with those behind them."""
    found: set[str] = set()
    waiting = [room]
    while waiting:
        for name in ARROWS[waiting.pop()]:
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def violations(source: Path) -> list[str]:
    """Return every import against the arrows, as file-like places with what is wrong."""
    wrong = []
    for it in imports(source):
        package, _, rest = it.target.partition(".")
        if package != PACKAGE or it.room in TOPS:
            continue
        room = rest.split(".")[0]
        where = f"{it.module}:{it.line} imports {it.target}"
        if it.room in GROUND:
            allowed = GROUND
        elif it.room not in ARROWS:
            wrong.append(f"{where}: '{it.room}' has no place on the map")
            continue
        else:
            allowed = open_to(it.room) | GROUND | {it.room}
        if room in allowed:
            continue
        if (it.module, room) in DOORS and not it.at_once:
            continue
        wrong.append(f"{where}: against the arrows")
    return wrong


def layer_violations(source: Path) -> list[str]:
    """Return every import between the layers of reading that goes upwards."""
    wrong = []
    for it in imports(source):
        room, _, inside = it.module.partition(".")
        if room != "reading" or not it.target.startswith(f"{PACKAGE}.reading."):
            continue
        layer, target = inside.split(".")[0], it.target.split(".")[2]
        if layer in LAYERS:
            allowed = {"spacy_model", *LAYERS[: LAYERS.index(layer) + 1]}
            if target in allowed:
                continue
        elif layer == MEASURED or target != MEASURED:
            continue
        wrong.append(f"{it.module}:{it.line} imports {it.target}")
    return wrong


def test_the_layers_of_reading_import_downwards() -> None:
    assert layer_violations(SOURCE) == []
    folders = {m.split(".")[1] for m, _, _ in modules(SOURCE) if re.match(r"reading\.\w+\.", m)}
    assert folders == {*LAYERS, MEASURED}


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("text/body.py", "from goodoffices.reading.grammar.syntax import Sentence"),
        ("attributions/cues.py", "from goodoffices.reading.actors import roster"),
        ("actors/roster.py", "from goodoffices.reading.reader import read_text"),
        ("merge.py", "from goodoffices.reading.scoring.evaluate import compare"),
    ],
)
def test_an_import_upwards_in_reading_is_found(tmp_path: Path, module: str, code: str) -> None:
    """The check can fail: each of these, in a made-up tree, is a violation."""
    file = tmp_path / PACKAGE / "reading" / module
    file.parent.mkdir(parents=True)
    file.write_text(code, encoding="utf-8")
    assert len(layer_violations(tmp_path)) == 1


def test_imports_go_along_the_arrows() -> None:
    assert violations(SOURCE) == []


def test_every_room_is_on_the_map() -> None:
    rooms = {module.split(".")[0] for module, _, _ in modules(SOURCE)}
    assert rooms <= set(ARROWS) | GROUND | TOPS


def test_the_arrows_hold_no_circle() -> None:
    assert all(room not in open_to(room) for room in ARROWS)


def test_the_documented_map_has_every_room_and_says_which_are_open() -> None:
    """A room stands on the page with the word "open" exactly when it exists."""
    page = SOURCE.parent / "docs/explanation/architecture.md"
    rows = re.findall(r"^\| `(\w+)` \| .* \| (open)? ?\|$", page.read_text(encoding="utf-8"), re.M)
    folders = {
        module.split(".")[0] for module, file, _ in modules(SOURCE) if file.name == "__init__.py"
    }
    assert {room for room, _ in rows} == ({*ARROWS} - {"loading"}) | {"cli", "workbench"}
    assert {room for room, word in rows if word} == folders - {"__init__"}


def test_modules_stay_short() -> None:
    long = {
        module: lines
        for module, file, _ in modules(SOURCE)
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_pure_rooms_touch_nothing_outside() -> None:
    found = [f"{it.module}:{it.line} imports {it.target}" for it in imports(SOURCE) if _impure(it)]
    for module, _, tree in modules(SOURCE):
        if module.split(".")[0] in PURE:
            found += [
                f"{module}:{node.lineno} calls {node.func.id}"
                for node in ast.walk(tree)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in TALKING
            ]
    assert found == []


def _impure(it: Import) -> bool:
    return it.room in PURE and it.target.split(".")[0] in OUTSIDE


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("statements/parse.py", "from goodoffices.conflict import Conflict"),
        ("statements/parse.py", "from goodoffices import conflict"),
        ("statements/parse.py", "from ..conflict import Conflict"),
        ("conflict/states.py", "import goodoffices.stability.analysis"),
        ("conflict/states.py", "def late():\n    from goodoffices.readout import report"),
        ("conflict/model.py", "from goodoffices.stability import Analysis"),
        ("stability/explain.py", "if TYPE_CHECKING:\n    from goodoffices.cli import main"),
        ("record/model.py", "from goodoffices.conflict import Conflict"),
        ("errors.py", "from goodoffices.statements import parse"),
        ("novelty/model.py", "from goodoffices.statements import parse"),
        ("stability/explain.py", "import goodoffices"),
    ],
)
def test_an_import_against_the_arrows_is_found(tmp_path: Path, module: str, code: str) -> None:
    """The check can fail: each of these, in a made-up tree, is a violation."""
    file = tmp_path / PACKAGE / module
    file.parent.mkdir(parents=True, exist_ok=True)
    (file.parent / "__init__.py").touch()
    file.write_text(code, encoding="utf-8")
    assert len(violations(tmp_path)) == 1


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("conflict/states.py", "from goodoffices.statements import parse"),
        ("conflict/states.py", "from .model import Conflict"),
        ("conflict/model.py", "def analyse():\n    from goodoffices.stability import analyse"),
        ("readout/words.py", "from goodoffices.statements import Name"),
        ("cli/analyse.py", "from goodoffices.readout import report"),
        ("stability/explain.py", "import numpy"),
    ],
)
def test_an_import_along_the_arrows_passes(tmp_path: Path, module: str, code: str) -> None:
    file = tmp_path / PACKAGE / module
    file.parent.mkdir(parents=True)
    file.write_text(code, encoding="utf-8")
    assert violations(tmp_path) == []
