"""Every sentence of the page that the project was asked for with has a command that shows it."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from goodoffices.cli.root import root

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "the-page.md"


class Row(NamedTuple):
    numbers: frozenset[int]
    says: str
    command: str
    look_for: tuple[str, ...]

    def __str__(self) -> str:
        return f"{min(self.numbers)}: {self.command}"


def rows() -> list[Row]:
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if re.match(r"\| \d", line):
            first, _, last = cells[0].strip("| ").partition("-")
            numbers = frozenset(range(int(first), int(last or first) + 1))
            code = re.findall(r"`([^`]+)`", cells[2])
            words = tuple(re.findall(r"`([^`]+)`", cells[3])) if len(cells) > 3 else ()
            found.append(Row(numbers, cells[1], code[0] if code else cells[2], words))
    return found


WITH_COMMAND = [row for row in rows() if row.command.startswith("goodoffices ")]


def test_all_25_sentences_are_there() -> None:
    assert frozenset().union(*(row.numbers for row in rows())) == frozenset(range(1, 26))


def test_every_sentence_has_a_command_but_those_that_wait_for_the_comment_contract() -> None:
    shown = frozenset().union(*(row.numbers for row in WITH_COMMAND))
    assert shown == frozenset(range(1, 23))
    waiting = [row for row in rows() if row not in WITH_COMMAND]
    assert all("comment contract" in row.command for row in waiting)


@pytest.mark.parametrize("row", WITH_COMMAND, ids=str)
def test_the_command_shows_what_the_sentence_says(row: Row) -> None:
    """Run as it stands; the words are looked for in the same answer as Markdown, where none is wrapped."""
    arguments = shlex.split(row.command)[1:]
    assert CliRunner().invoke(root, arguments, catch_exceptions=False).exit_code == 0
    plain = [] if arguments[:2] == ["talks", "check"] else ["--format", "markdown"]
    said = CliRunner().invoke(root, [*arguments, *plain], catch_exceptions=False)
    assert row.look_for
    for words in row.look_for:
        assert words in said.output, words


def test_no_sentence_of_the_report_stands_on_the_page(shared: Path) -> None:
    """Facts are told in our own words: no run of eight words is the report's."""
    report = (shared / "seed/2014-02-11-geneva-talks.txt").read_text(encoding="utf-8")
    assert not _runs(report) & _runs(PAGE.read_text(encoding="utf-8"))


def _runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {tuple(words[k : k + length]) for k in range(len(words) - length + 1)}
