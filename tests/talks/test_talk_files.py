"""The files of the talks: read with every fault told by file and line, and what must hold between them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.conflict.file import parse_conflict
from goodoffices.errors import GoodOfficesError, InputError, TalksError
from goodoffices.talks.talks import Talks, read_talks
from tests.talks.made import PROCESS, TEXT, geneva_files

VOTES = """format = 1
[bodies.c]
name = "C"
members = ["a", "b"]
rules.plain = { at_least = 1 }
[votes.v]
name = "v"
body = "c"
rule = "plain"
text = "one"
"""


def fault(files: dict[str, str]) -> str:
    with pytest.raises(TalksError) as error:
        read_talks(files, "talks")
    return str(error.value)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_the_geneva_talks_are_well_formed() -> None:
    talks = read_talks(geneva_files())
    assert set(talks.texts) == {"aid-draft", "basic-principles", "communique-2012", "homs-deal"}
    assert talks.parties == ("government", "opposition")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('part = "mediator"', 'part = "medaitor"', "did you mean 'mediator'?"),
        ('name = "M"\npart', 'nmae = "M"\npart', "unknown key 'nmae'; did you mean 'name'?"),
        ('name = "M"\n', "", "'name' is missing; add name = …"),
        ('title = "Talks"', "title = 3", "expected text in quotes, found the number 3"),
        ("format = 1", "format = 2", "expected 1, found the number 2"),
        ("[participants.m]", '["participants"."M m"]', "expected an id: small letters"),
        ('title = "Talks"', "title = Talks", "this is not TOML"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_do(old: str, new: str, message: str) -> None:
    text = PROCESS.replace(old, new)
    told = fault({"process.toml": text})
    assert message in told
    assert re.match(r"talks/process\.toml:\d+: ", told)


def test_the_line_is_that_of_the_very_entry() -> None:
    text = PROCESS + '\n[meetings.x]\nname = "x"\nformat = "direct"\nheld.when = "one day"\n'
    told = fault({"process.toml": text})
    line = line_of(text, "held.when")
    assert told.startswith(f"talks/process.toml:{line}: meetings.x.held.when: expected a date")


def test_faults_of_several_files_come_together() -> None:
    told = fault({"process.toml": "format = 2", "texts/one.toml": "format = 3"})
    assert "talks/process.toml:1" in told
    assert "talks/texts/one.toml:1" in told


@pytest.mark.parametrize("name", ["proces.toml", "texts.toml", "notes.txt"])
def test_a_file_of_another_name_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="no file of the talks has this name"):
        read_talks({name: ""})


def test_an_empty_folder_is_refused_with_what_belongs_there() -> None:
    with pytest.raises(InputError, match=r"process\.toml"):
        read_talks({})


def test_the_mediator_proposes_and_does_not_consent() -> None:
    text = (
        PROCESS
        + """
[agenda.x]
text = "x"
consents = [{ by = "m", stance = "accepts", when = 2020-01-01 }]
"""
    )
    assert "'m' is the mediator: the order of business is the sides'" in fault(
        {"process.toml": text}
    )


MODEL = """format = 1
title = "Model"
[decision_makers.{id}]
{role}
options.impose = {{ text = "impose it", kind = "{kind}" }}
preferences = ["impose"]
"""


@pytest.mark.parametrize("where", ["", 'decision_makers = ["model/envoy"]\n'])
def test_a_model_in_which_the_mediator_holds_an_option_of_substance_is_refused(where: str) -> None:
    talks = read_talks({"process.toml": PROCESS + where})
    id_ = "envoy" if where else "m"
    bad = parse_conflict(MODEL.format(id=id_, role="", kind="substance"))
    good = parse_conflict(MODEL.format(id=id_, role="", kind="procedure"))
    (told,) = talks.model_faults({"model": bad})
    assert "a mediator cannot impose" in told.message
    assert "'impose' on substance" in told.message
    assert list(talks.model_faults({"model": good})) == []


def test_a_conflict_file_itself_refuses_a_mediator_with_an_option_of_substance() -> None:
    text = MODEL.format(id="m", role='role = "mediator"', kind="substance")
    with pytest.raises(GoodOfficesError, match="a mediator cannot impose"):
        parse_conflict(text)


def test_only_the_pen_edits_one_text() -> None:
    files = {"process.toml": PROCESS, "texts/one.toml": TEXT}
    assert isinstance(read_talks(files), Talks)
    files["texts/one.toml"] = TEXT.replace(
        'when = 2020-02-01\nstage = "proposed"\nby = ["m"]',
        'when = 2020-02-01\nstage = "proposed"\nby = ["a"]',
    )
    told = fault(files)
    assert "'a' does not hold the pen (m does)" in told
    assert "[[criticisms]]" in told


def test_a_criticism_attaches_to_a_clause_of_the_version() -> None:
    criticism = """
[[criticisms]]
clause = "money"
version = "{version}"
by = "a"
text = "too much"
when = 2020-01-05
"""
    files = {"process.toml": PROCESS, "texts/one.toml": TEXT + criticism.format(version="two")}
    assert read_talks(files).texts["one"].criticisms[0].clause == "money"
    files["texts/one.toml"] = TEXT + criticism.format(version="one")
    assert "clause 'money' does not stand in version 'one'" in fault(files)


@pytest.mark.parametrize(
    ("case", "refused"),
    [
        ('{ vote = "no" }', True),
        ('{ vote = "no", note = "I think so" }', True),
        ('{ vote = "no", note = "Inference from its silence" }', False),
        ('{ vote = "no", because = ["said"] }', False),
    ],
)
def test_a_predicted_vote_rests_on_evidence_or_says_that_it_is_inferred(
    case: str, refused: bool
) -> None:
    files = {
        "process.toml": PROCESS,
        "texts/one.toml": TEXT,
        "bodies.toml": VOTES + f"predictions.a.cases = [{case}]\n",
        "evidence.toml": 'evidence.said.citation = "A paper"\n',
    }
    if refused:
        assert "a predicted vote rests on evidence" in fault(files)
    else:
        assert read_talks(files).bodies is not None


@pytest.mark.parametrize(
    ("file", "addition", "message"),
    [
        ("process.toml", '[events.x]\ntext = "x"\nwhen = 2020\n', "expected a date"),
        (
            "process.toml",
            '[events.x]\ntext = "x"\nwhen = "2020"\nbecause = ["siad"]\n',
            "no evidence 'siad'; did you mean 'said'?",
        ),
        (
            "process.toml",
            '[events.x]\ntext = "x"\nwhen = "2020"\nby = ["z"]\n',
            "nobody of the talks",
        ),
        ("bodies.toml", 'version = "three"\n', "'one' has no version 'three'"),
        (
            "bodies.toml",
            'predictions.a.cases = [{ vote = "no", if = "bordr", because = ["said"] }]\n',
            "has no clause 'bordr'; did you mean 'border'?",
        ),
        (
            "bodies.toml",
            'result = { when = 2020-01-01, yes = ["a"], no = ["a"] }\n',
            "'a' has 2 votes",
        ),
        (
            "bodies.toml",
            "result = { when = 2020-01-01, counts = [2, 1, 0] }\n",
            "3 votes of 2 members",
        ),
        ("bodies.toml", 'result = { when = 2020-01-01, yes = ["q"] }\n', "no member 'q'"),
        ("bodies.toml", "result.when = 2020-01-01\n", "how did it go?"),
    ],
)
def test_what_does_not_fit_between_parts_is_told(file: str, addition: str, message: str) -> None:
    files = {
        "process.toml": PROCESS,
        "texts/one.toml": TEXT,
        "bodies.toml": VOTES,
        "evidence.toml": 'evidence.said.citation = "A paper"\n',
    }
    files[file] += addition
    assert message in fault(files)


def test_items_of_the_record_are_referred_to_by_source_and_item() -> None:
    text = PROCESS + '[events.x]\ntext = "x"\nwhen = "2020"\nbecause = ["report/s1"]\n'
    talks = read_talks({"process.toml": text})
    assert talks.process is not None
    assert talks.process.events["x"].because == ("report/s1",)


@given(st.data())
def test_no_damage_to_a_file_ends_in_anything_but_a_told_fault(data: st.DataObject) -> None:
    files = dict(geneva_files())
    name = data.draw(st.sampled_from(sorted(files)))
    lines = files[name].split("\n")
    k = data.draw(st.integers(0, len(lines) - 1))
    kind = data.draw(st.sampled_from(["drop", "double", "cut", "number", "list", "table"]))
    key = lines[k].partition("=")[0]
    lines[k : k + 1] = {
        "drop": [],
        "double": [lines[k], lines[k]],
        "cut": [lines[k][: len(lines[k]) // 2]],
        "number": [f"{key}= 3"],
        "list": [f"{key}= [[3], 'x']"],
        "table": [f"{key}= {{ x = 1 }}"],
    }[kind]
    files[name] = "\n".join(lines)
    try:
        told = "" if read_talks(files).evidence else "nothing was read and nothing said"
    except InputError as error:
        told = str(error).partition(":")[0].partition(name)[0]
    assert told in ("", "talks/")
