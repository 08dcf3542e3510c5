"""Help: there for every command, with an example, at once, and in step with the documentation."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from goodoffices._version import __version__
from goodoffices.cli.reference import commands, reference
from goodoffices.cli.root import COMMANDS, root
from tests.cli.cli_models import goodoffices

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "command-line.md"
EVERY = sorted(commands())


@pytest.mark.parametrize("name", EVERY)
def test_every_command_has_help_with_an_example_of_itself(name: str) -> None:
    said = CliRunner().invoke(root, [*name.split(), "--help"]).output
    examples = said.partition("Example")[2]
    assert f"goodoffices {name}" in examples


@pytest.mark.parametrize("name", EVERY)
def test_help_is_at_most_80_columns_wide(name: str) -> None:
    said = CliRunner().invoke(root, [*name.split(), "--help"], env={"COLUMNS": "200"}).output
    assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_the_one_line_help_of_the_table_is_the_command_s_own(name: str) -> None:
    where, said = COMMANDS[name]
    module, _, attribute = where.partition(":")
    command: click.Command = getattr(import_module(module), attribute)
    assert command.name == name
    assert command.get_short_help_str(limit=200) == said


@pytest.mark.parametrize("name", EVERY)
def test_every_option_says_what_it_does(name: str) -> None:
    command = commands()[name]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help


def test_root_help_names_every_command_and_the_exit_codes() -> None:
    said = goodoffices("--help").stdout
    for name, (_, line) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", said, re.MULTILINE)
    assert "Exit codes: 0 done, 1 the input is wrong, 2 the call is wrong, 3 a limit" in said
    assert "_GOODOFFICES_COMPLETE=bash_source" in said


def test_help_imports_nothing_heavy() -> None:
    """So that it answers at once: a guard in place of a timed test."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "goodoffices", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()
    }
    assert "click" in imported  # the trace was read as meant
    assert not imported & {"numpy", "rich", "pydantic", "jinja2", "tomlkit", "tomllib", "pandas"}


def test_version_and_citation() -> None:
    assert goodoffices("--version").stdout == f"Good Offices {__version__}\n"
    cited = goodoffices("--cite").stdout
    assert cited.startswith("The Good Offices developers (")
    assert "@software{goodoffices," in cited
    assert cited.count(__version__) == 2
    entry = cited[cited.index("@software") : cited.index("\n}\n") + 2]
    assert entry.count("{") == entry.count("}")


def test_a_misspelt_command_or_option_is_told_the_nearest() -> None:
    command, option = goodoffices("analyze"), goodoffices("analyse", "x.toml", "--fromat", "csv")
    assert (command.returncode, option.returncode) == (2, 2)
    assert "did you mean 'analyse'?" in command.stderr
    assert "--format" in option.stderr


def test_without_a_command_help_is_shown_and_the_call_is_wrong() -> None:
    done = goodoffices()
    assert done.returncode == 2
    assert "Usage: goodoffices" in done.stderr


def test_the_page_of_the_command_line_is_in_step() -> None:
    """Written by ``python -m goodoffices.cli.reference > docs/reference/command-line.md``."""
    assert PAGE.read_text(encoding="utf-8") == reference()


def test_completion_offers_commands() -> None:
    done = goodoffices(
        _GOODOFFICES_COMPLETE="bash_complete", COMP_WORDS="goodoffices ana", COMP_CWORD="1"
    )
    assert "plain,analyse" in done.stdout
