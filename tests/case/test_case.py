"""A case opens, holds what its files say, and names what is damaged."""

from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case import Case
from goodoffices.case.shapes import PositionItem
from goodoffices.errors import InputError, UsageError
from tests.case.cases import HERALD


def test_a_case_holds_sources_record_actors_and_models(case: Case) -> None:
    assert case.title == "The dam"
    assert case.source_ids == ("herald", "wire")
    assert case.text("herald") == HERALD
    assert [item.id for _, item in case.items("herald")] == ["s1", "s2", "p1", "p2", "p3", "n1"]
    assert case.actors["lower"].called == "the lower town"
    assert case.conflict("dam").title == "The dam"
    assert case.talks is None


def test_an_item_is_named_by_source_and_id(case: Case) -> None:
    item = case.item("herald/p1")
    assert isinstance(item, PositionItem)
    assert (item.holder, item.trigger.exact) == ("upper", "rejects")


@pytest.mark.parametrize("ref", ["herold/p1", "herald/p9", "herald"])
def test_an_unknown_item_is_refused_with_what_there_is(case: Case, ref: str) -> None:
    with pytest.raises(UsageError, match=r"did you mean|known here|SOURCE_ID"):
        case.item(ref)


def test_every_passage_stands_where_the_record_says(case: Case) -> None:
    from goodoffices.case import passages_of

    for source in case.source_ids:
        text = case.text(source)
        for _, item in case.items(source):
            for it in passages_of(item):
                assert text[it.start : it.end] == it.exact


def test_a_conflict_of_a_case_is_loaded_by_its_name(root: Path) -> None:
    assert go.load(f"{root}/dam").title == "The dam"
    assert go.load(root).title == "The dam"  # the only one
    with pytest.raises(InputError, match="did you mean 'dam'"):
        go.load(f"{root}/dma")


def test_a_case_with_several_models_asks_for_a_name(root: Path) -> None:
    text = (root / "conflicts/dam.toml").read_text(encoding="utf-8")
    (root / "conflicts/other.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="holds dam, other"):
        go.load(root)


@pytest.mark.parametrize("where", ["nowhere", "dam/case.toml"])
def test_what_is_no_case_is_refused(root: Path, where: str) -> None:
    with pytest.raises(InputError, match="folder"):
        go.load_case(root.parent / where)


def test_a_folder_without_case_file_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="goodoffices case new"):
        go.load_case(tmp_path)


@pytest.mark.parametrize(
    ("path", "lost"),
    [
        ("sources/wire.toml", "source"),
        ("record/wire.toml", "record"),
        ("conflicts/dam.toml", "conflict"),
        ("record/actors.toml", "actors"),
        ("case.toml", "card"),
    ],
)
def test_a_damaged_file_is_named_and_the_rest_opens(root: Path, path: str, lost: str) -> None:
    broken = (root / path).read_text(encoding="utf-8") + '\nthis is "no TOML\n'
    (root / path).write_text(broken, encoding="utf-8")
    case = go.load_case(root)
    assert case.text("herald") == HERALD
    assert case.item("herald/p1").id == "p1"
    messages = [str(finding) for finding in case.check()]
    assert any(path in message and "this is not TOML" in message for message in messages)
    assert (root / path).read_text(encoding="utf-8") == broken
    if lost == "conflict":
        with pytest.raises(InputError, match=r"dam\.toml:\d+"):
            case.conflict("dam")
    if lost == "source":
        with pytest.raises(InputError, match=r"wire\.toml:\d+"):
            case.source("wire")


def test_where_the_case_file_is_damaged_nobody_but_the_mediator_sees_what_has_no_label(
    root: Path,
) -> None:
    (root / "case.toml").write_text("format = 2\n", encoding="utf-8")
    case = go.load_case(root)
    assert case.for_audience("team").conflict_names == ()
    assert case.for_audience("mediator").conflict_names == ("dam",)


def test_a_source_whose_file_is_damaged_is_for_the_mediator_alone(root: Path) -> None:
    (root / "sources/wire.toml").write_text('label = "publik"\n', encoding="utf-8")
    case = go.load_case(root)
    assert case.for_audience("team").source_ids == ("herald",)
    assert "wire" in case.for_audience("mediator").source_ids


def test_a_text_that_is_not_what_was_captured_is_not_shown(root: Path) -> None:
    (root / "sources/wire.txt").write_text("Something else.\n", encoding="utf-8")
    case = go.load_case(root)
    with pytest.raises(InputError, match="not the text that was captured"):
        case.text("wire")
    assert case.text("herald") == HERALD


def test_a_missing_text_is_told(root: Path) -> None:
    (root / "sources/wire.txt").unlink()
    with pytest.raises(InputError, match=r"wire\.txt: the text of the source is missing"):
        go.load_case(root).text("wire")
