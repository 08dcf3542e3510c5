"""The documentation says what the program does: its code runs, its output is real, its links lead somewhere.

Blocks marked ``pycon`` are run as doctests, page by page. In blocks marked ``console`` every line that
begins with ``$ goodoffices`` is run through the command line in a folder of its own, and what is printed
must be what stands below it; a line ``...`` stands for any lines. Blocks marked ``toml`` that are whole
conflict files are read.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.conflict.file import parse_conflict
from goodoffices.stability.concepts import EVERY_CONCEPT

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]\n]+\]\(([^)\s]+)\)")
CITED = re.compile(r"\[@(\w+)\]")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, kind: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each block of a kind."""
    text = page.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        if found[1] == kind:
            yield text.count("\n", 0, found.start()) + 2, found[2]


def with_blocks(kind: str) -> list[Path]:
    return [page for page in PAGES if any(blocks(page, kind))]


@pytest.mark.parametrize("page", with_blocks("pycon"), ids=name)
def test_python_on_the_page_prints_what_is_shown(page: Path) -> None:
    """All blocks of a page share their names, as they do for its reader."""
    lines = [""] * (page.read_text(encoding="utf-8").count("\n") + 1)
    for first, code in blocks(page, "pycon"):
        for k, line in enumerate(code.splitlines()):
            lines[first - 1 + k] = line
    test = doctest.DocTestParser().get_doctest("\n".join(lines), {}, name(page), str(page), 0)
    assert test.examples
    said: list[str] = []
    doctest.DocTestRunner(verbose=False, optionflags=FLAGS).run(test, out=said.append)
    assert not said, "".join(said)


def commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a console block with the lines shown below it."""
    command = ""
    shown: list[str] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:], []
        else:
            shown.append(line)
    if command:
        yield command, shown


def as_shown(shown: list[str]) -> re.Pattern[str]:
    """Return what matches the lines shown, with ``...`` for any lines."""
    parts = (r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in shown)
    return re.compile("".join(parts))


@pytest.mark.parametrize("page", with_blocks("console"), ids=name)
def test_the_terminal_prints_what_is_shown(page: Path, tmp_path: Path) -> None:
    """The real command line, in a folder of the page's own, 80 columns wide and without colour."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    for line, text in blocks(page, "console"):
        for command, shown in commands(text):
            program, *arguments = shlex.split(command)
            assert program == "goodoffices", f"{name(page)}:{line}: {command} cannot be checked"
            done = subprocess.run(
                [sys.executable, "-m", "goodoffices", *arguments],
                cwd=tmp_path,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            assert done.returncode == 0, done.stdout
            matches = as_shown(shown).fullmatch(done.stdout)
            assert matches, f"{name(page)}:{line}: {command} printed\n{done.stdout}"


@pytest.mark.parametrize("page", with_blocks("toml"), ids=name)
def test_conflict_files_on_the_page_read(page: Path) -> None:
    for _, text in blocks(page, "toml"):
        if text.startswith("format = 1"):
            assert parse_conflict(text, name(page)).states.count > 0


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_to_a_file(page: Path) -> None:
    links = [it.split("#")[0] for it in LINK.findall(page.read_text(encoding="utf-8"))]
    missing = [
        it for it in links if it and "://" not in it and not (page.parent / it).resolve().exists()
    ]
    assert missing == []


def test_every_page_can_be_found_from_the_index() -> None:
    """No page is an orphan."""
    seen: set[Path] = set()
    waiting = [ROOT / "docs/index.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        links = LINK.findall(page.read_text(encoding="utf-8"))
        waiting += [(page.parent / it.split("#")[0]).resolve() for it in links if "://" not in it]
    assert [name(page) for page in PAGES if page not in seen and page != ROOT / "README.md"] == []


def test_every_concept_is_defined() -> None:
    page = (ROOT / "docs/explanation/solution-concepts.md").read_text(encoding="utf-8")
    headed = re.findall(r"^### (\S+?)(?:,|$)|^- \*\*([\w-]+)\*\*:", page, re.MULTILINE)
    assert {first or second for first, second in headed} >= set(EVERY_CONCEPT)


def test_what_is_cited_is_listed_and_what_is_listed_is_cited() -> None:
    listed = re.findall(
        r"^@\w+\{(\w+),", (ROOT / "docs/references.bib").read_text(encoding="utf-8"), re.MULTILINE
    )
    cited = {key for page in PAGES for key in CITED.findall(page.read_text(encoding="utf-8"))}
    assert len(listed) == len(set(listed))
    assert cited == set(listed)


def test_the_citation_file_names_this_version() -> None:
    from goodoffices import __version__

    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(rf"^version: {re.escape(__version__)}$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("shown", "matches"),
    [
        (["one", "two"], True),
        (["one"], False),
        (["..."], True),
        (["...", "two"], True),
        (["one", "..."], True),
        (["...", "three", "..."], False),
        (["tw."], False),
    ],
)
def test_output_that_differs_is_found(shown: list[str], matches: bool) -> None:
    """The comparison of shown with printed output can fail."""
    assert bool(as_shown(shown).fullmatch("one\ntwo\n")) is matches
