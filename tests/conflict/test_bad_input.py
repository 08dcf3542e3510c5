"""Every kind of bad input has one clear message: where, what was found, what was expected."""

import re
from pathlib import Path

import pytest

from goodoffices.conflict.file import parse_conflict, read_conflict
from goodoffices.errors import ConflictError, InputError

HEAD = 'format = 1\ntitle = "T"\n'
ONE = HEAD + '[decision_makers.one]\noptions.access = "a"\noptions.vote = "v"\npreferences = []\n'
TWO = ONE + '[decision_makers.two]\noptions.veto = "x"\npreferences = ["not veto"]\n'


def faults(text: str) -> list[str]:
    """Return the lines of the message about a text."""
    with pytest.raises(ConflictError) as caught:
        parse_conflict(text, "c.toml")
    return str(caught.value).split("\n")


CASES = {
    "a misspelt option in a statement": (
        TWO.replace('["not veto"]', '[\n  "veto",\n  "not acess",\n]'),
        "c.toml:11: decision_makers.two.preferences no. 2: 'acess' is no option of any decision maker "
        "and no derived proposition; did you mean 'access'?",
    ),
    "a statement that does not parse": (
        TWO.replace('["not veto"]', '["veto and"]'),
        "c.toml:9: decision_makers.two.preferences no. 1: expected a name, 'not', '(' or 'at least k "
        "of (…)', found the end\n    veto and\n            ^",
    ),
    "an option with two owners": (
        TWO.replace("options.veto", "options.vote").replace("not veto", "not vote"),
        "c.toml:8: decision_makers.two.options.vote: option 'vote' belongs to 'one' already; each "
        "option has one owner: give the two different ids",
    ),
    "an option written twice": (
        ONE.replace("options.vote", "options.access"),
        "c.toml:5: this is not TOML: cannot overwrite a value (column 21); the same key stands twice: "
        'each id may be given once\n    options.access = "v"\n                        ^',
    ),
    "an option of nobody in the status quo": (
        ONE.replace("[dec", 'status_quo = ["vote", "tgb"]\n[dec'),
        "c.toml:3: status_quo: 'tgb' is no option of any decision maker; known here: access, vote",
    ),
    "a proposition defined by itself": (
        TWO + '[derived]\na = "b"\nb = "not a"\n',
        "c.toml:11: derived.a: 'a' is defined by itself (a uses b uses a); a derived proposition must "
        "come down to options",
    ),
    "a proposition with the id of an option": (
        TWO + '[derived]\nvote = "veto"\n',
        "c.toml:11: derived.vote: 'vote' is an option of 'one' already; choose another id",
    ),
    "an unknown key": (
        TWO.replace("title", "titel = 1\ntitle"),
        "c.toml:2: titel: unknown key 'titel'; did you mean 'title'?",
    ),
    "an unknown key of an option": (
        TWO.replace('"x"', '{ text = "x", movs = "only taken" }'),
        "c.toml:8: decision_makers.two.options.veto.movs: unknown key 'movs'; did you mean 'moves'?",
    ),
    "a word that is not among the allowed ones": (
        TWO.replace("[decision_makers.two]", '[decision_makers.two]\nrole = "patrn"'),
        "c.toml:8: decision_makers.two.role: expected 'party', 'patron', 'mediator', 'body' or "
        "'observer', found 'patrn'; did you mean 'patron'?",
    ),
    "a number where text is due": (
        TWO.replace('title = "T"', "title = 3"),
        "c.toml:2: title: expected text in quotes, found the number 3",
    ),
    "true where text is due": (
        TWO.replace('"x"', "true"),
        "c.toml:8: decision_makers.two.options.veto: expected the text of the option in quotes, or a "
        "table { … }, found true",
    ),
    "a text where a list is due": (
        TWO.replace('["not veto"]', '"not veto"'),
        "c.toml:9: decision_makers.two.preferences: expected a list in [ ], found 'not veto'",
    ),
    "a missing title": (
        TWO.replace('title = "T"\n', ""),
        "c.toml: title: 'title' is missing; add title = \"what the conflict is called\"",
    ),
    "a missing format": (
        TWO.replace("format = 1\n", ""),
        "c.toml: format: 'format' is missing; add format = 1",
    ),
    "a later format": (
        TWO.replace("format = 1", "format = 2"),
        "c.toml:1: format: this file is of format 2, and this version of Good Offices reads format 1; "
        "a newer version may read it",
    ),
    "a date that is none": (
        TWO.replace("[dec", 'date = "2014-02-30"\n[dec', 1),
        "c.toml:3: date: expected a date such as 2014-02-11, or a month or year in quotes: "
        "\"2014-02\", found '2014-02-30'",
    ),
    "text without quotes": (
        TWO.replace('"x"', "x"),
        "c.toml:8: this is not TOML: invalid value (column 16); text needs quotes\n"
        "    options.veto = x\n                   ^",
    ),
    "no preferences": (
        TWO.replace('preferences = ["not veto"]\n', ""),
        "c.toml:7: decision_makers.two: neither preferences, ranking nor weights are given; add "
        "preferences = […], most important first ([] for one who does not care), ranking = […] or "
        "weights = { … }",
    ),
    "preferences and a ranking": (
        TWO + "ranking = [[]]\n",
        "c.toml:7: decision_makers.two: both preferences and ranking are given; keep one of them",
    ),
    "nobody to decide": (
        HEAD + "[decision_makers]\n",
        "c.toml:3: decision_makers: nobody decides anything; add a decision maker under "
        "[decision_makers.ID]",
    ),
    "a word of the language as an id": (
        TWO.replace("options.veto", "options.not").replace("not veto", "vote"),
        "c.toml:8: decision_makers.two.options.not: 'not' is a word of the statement language; choose "
        "another id",
    ),
    "a mediator that imposes": (
        TWO.replace("[decision_makers.two]", '[decision_makers.two]\nrole = "mediator"'),
        "c.toml:9: decision_makers.two.options.veto: a mediator cannot impose: option 'veto' of 'two' "
        'must have kind = "procedure", or belong to somebody else',
    ),
    "evidence that is not there": (
        TWO.replace('"not veto"', '{ wants = "not veto", because = ["wibb"] }')
        + '[evidence.wib]\ncitation = "C"\n',
        "c.toml:9: decision_makers.two.preferences no. 1: because: no evidence 'wibb'; did you mean "
        "'wib'?; write it down under [evidence.wibb]",
    ),
    "a constraint of no kind": (
        TWO + '[[feasibility]]\nnote = "?"\n',
        "c.toml:10: feasibility no. 1: expected one of mutually_exclusive, at_least_one, exactly_one, "
        "only_if, never, always, never_pattern; found none",
    ),
    "a constraint of two kinds": (
        TWO + '[[feasibility]]\nnever = "vote"\nalways = "veto"\n',
        "c.toml:10: feasibility no. 1: expected one of mutually_exclusive, at_least_one, exactly_one, "
        "only_if, never, always, never_pattern; found never and always",
    ),
    "an option that depends on nothing": (
        TWO + '[[feasibility]]\noption = "veto"\n',
        "c.toml:10: feasibility no. 1: 'option' needs 'only_if' beside it: what must hold for it to be "
        "taken",
    ),
    "a pattern of another length": (
        TWO + '[[feasibility]]\nnever_pattern = "Y-"\n',
        "c.toml:11: feasibility no. 1.never_pattern: the pattern has 2 letters, but there are 3 "
        "options: access, vote, veto",
    ),
    "a pattern of other letters": (
        TWO + '[[feasibility]]\nnever_pattern = "Y-1"\n',
        "c.toml:11: feasibility no. 1.never_pattern: a pattern is made of Y (taken), N (not taken) and "
        "- (either), found '1'",
    ),
    "contradictory feasibility": (
        TWO
        + '[[feasibility]]\nalways = "vote"\n[[feasibility]]\nnever = "access"\n'
        + '[[feasibility]]\noption = "vote"\nonly_if = "access"\n',
        "c.toml:14: feasibility no. 3: no state is feasible; together these rule out every one (no. 1: "
        "always vote; no. 2: never access; no. 3: vote only if access); drop or weaken one",
    ),
    "all states infeasible by one constraint": (
        TWO + '[[feasibility]]\nnever = "vote or not vote"\n[[feasibility]]\nnever = "veto"\n',
        "c.toml:10: feasibility no. 1: no state is feasible; this rules out every one (no. 1: never "
        "vote or not vote); drop or weaken one",
    ),
    "an infeasible status quo": (
        ONE.replace("[dec", 'status_quo = ["vote"]\n[dec') + '[[feasibility]]\nnever = "vote"\n',
        "c.toml:3: status_quo: the status quo {vote} is not feasible: feasibility no. 1 (never vote) "
        "rules it out",
    ),
    "a ranking that repeats a state": (
        HEAD + '[decision_makers.a]\noptions.x = ""\nranking = [[], ["x"],\n["x"]]\n',
        "c.toml:6: decision_makers.a.ranking no. 3: the ranking of 'a' holds {x} twice, in tiers 2 and "
        "3; leave one out",
    ),
    "a ranking that leaves out a state": (
        HEAD + '[decision_makers.a]\noptions.x = ""\nranking = [[]]\n',
        "c.toml:5: decision_makers.a.ranking: the ranking of 'a' leaves out {x}; it must hold each of "
        "the 2 feasible states once",
    ),
    "a rival reading of somebody else": (
        TWO + '[rival_readings.b]\npreferences.too = ["vote"]\n',
        "c.toml:11: rival_readings.b.preferences.too: no decision maker 'too'; did you mean 'two'?",
    ),
    "an evidence id in capitals": (
        TWO + '[evidence.WIB]\ncitation = "C"\n',
        "c.toml:10: evidence.WIB: 'WIB' cannot be the id of evidence: small letters, digits, - and _ "
        "only, a letter or digit first",
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_bad_input_is_told_in_one_clear_message(kind: str) -> None:
    """The whole message is exactly this, with nothing else blamed."""
    text, message = CASES[kind]
    assert faults(text) == message.split("\n")


def test_all_faults_of_a_file_come_together_in_file_order() -> None:
    """One run tells of the key, the statement, the name and the constraint that are wrong."""
    text = (
        TWO.replace("title", "titel = 2\ntitle")
        .replace('["not veto"]', '["veto or", "acess"]')
        .replace('"v"', "5")
        + '[[feasibility]]\nnever = "(vote"\n'
    )
    lines = [line.split(": ")[0] for line in faults(text) if line.startswith("c.toml")]
    assert lines == ["c.toml:2", "c.toml:6", "c.toml:10", "c.toml:10", "c.toml:12"]


def test_entries_of_the_wrong_type_do_not_move_the_lines_of_those_after_them() -> None:
    """A faulty constraint and a faulty tier leave the places of the others as they are."""
    text = TWO + '[[feasibility]]\nnever = 3\n[[feasibility]]\nnever = "vot"\n'
    assert [line.split(": ")[:2] for line in faults(text)] == [
        ["c.toml:11", "feasibility no. 1.never"],
        ["c.toml:12", "feasibility no. 2"],
    ]
    ranked = TWO.replace('preferences = ["not veto"]', 'ranking = [3, ["veto"], ["vetto"]]')
    assert len(faults(ranked)) == 1


def test_an_escaped_nul_is_no_statement() -> None:
    """The mark that stands for faulty statements inside the reader has no meaning in a file."""
    assert "has no meaning in a statement" in faults(TWO.replace("not veto", "\\u0000"))[0]


def test_a_misspelt_table_does_not_make_its_names_unknown() -> None:
    """The table is blamed, not every statement that uses what it holds."""
    text = TWO.replace('"not veto"', '"done"') + '[derivd]\ndone = "vote"\n'
    assert faults(text) == ["c.toml:10: derivd: unknown key 'derivd'; did you mean 'derived'?"]


def read_error(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_conflict(path, name="c.toml")
    return str(caught.value)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no conflict file."""
    assert read_error(tmp_path) == "c.toml: this is a folder; name a conflict file (.toml) in it"


def test_a_missing_file_is_answered_with_its_neighbour(tmp_path: Path) -> None:
    """The file of that folder with the most similar name is offered."""
    (tmp_path / "council.toml").write_text(ONE)
    meant = tmp_path / "council.toml"
    assert read_error(tmp_path / "concil.toml") == f"c.toml: no such file; did you mean '{meant}'?"
    assert read_error(tmp_path / "no" / "x.toml").startswith(
        "c.toml: no such file; there is no folder"
    )


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    """Nothing but white space is empty, too."""
    path = tmp_path / "c.toml"
    path.write_bytes(data)
    assert read_error(path) == (
        "c.toml: the file is empty; 'goodoffices new' writes a file to start from"
    )


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """100 MB are not read to find out that they are too many."""
    path = tmp_path / "c.toml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert read_error(path) == (
        "c.toml: the file holds 100 MB, and conflict files up to 10 MB are read; is it a conflict file?"
    )


def test_bytes_that_are_not_utf_8_are_shown(tmp_path: Path) -> None:
    """The line, the byte and its place in the line are told."""
    path = tmp_path / "c.toml"
    path.write_bytes(HEAD.encode() + b'story = "\xe9t\xe9"\n')
    assert read_error(path) == (
        "c.toml:3: byte 0xe9 (no. 10 of the line) is not text in UTF-8; save the file with the "
        "encoding UTF-8"
    )


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions are named as the reason (refused by a stand-in, since root may read every file)."""
    path = tmp_path / "c.toml"
    path.write_text(ONE)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert read_error(path) == "c.toml: the file may not be read; ask its owner for access"


def test_a_device_or_an_impossible_name_is_an_input_error() -> None:
    """What the system cannot open gives a message, too."""
    assert "cannot be read" in read_error(Path("a\0b"))
    assert "cannot be read" in read_error(Path("x" * 5000))


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    """Files from editors that put one are read as any other."""
    path = tmp_path / "c.toml"
    path.write_bytes(b"\xef\xbb\xbf" + TWO.encode())
    assert read_conflict(path) == parse_conflict(TWO)
    with path.open("rb") as file:
        assert read_conflict(file) == parse_conflict("\ufeff" + TWO)


@pytest.mark.parametrize("number", [64, 200])
def test_many_statements_just_work(number: int) -> None:
    """There is no limit on statements."""
    many = ", ".join(['"veto or vote"', '"not veto"'] * (number // 2))
    conflict = parse_conflict(TWO.replace('"not veto"', many))
    assert len(conflict.decision_makers[1].preferences.statements) == number  # type: ignore[union-attr]


def test_deep_nesting_is_refused_without_a_traceback() -> None:
    """Neither nested lists nor nested parentheses exhaust the stack."""
    assert faults(HEAD + "story = " + "[" * 5000 + "]" * 5000) == [
        "c.toml: not readable: values are nested too deeply"
    ]
    deep = "(" * 5000 + "vote" + ")" * 5000
    found = faults(TWO.replace("not veto", deep))
    assert re.search("nested more than 40 deep", found[0])
    assert max(map(len, found)) < 200
