"""From confirmed positions to a model: each position in its form, and nothing that nobody accepted."""

from pathlib import Path
from typing import Any

import pytest

import goodoffices as go
from goodoffices.case import Decision, build, decide, new_case, proposal, write_proposal
from goodoffices.case.dump import block
from goodoffices.case.intake import add_source
from goodoffices.case.pieces import ProposalFile, StatementPiece
from goodoffices.case.proposals import write_model
from goodoffices.case.shapes import ActorCard, PositionItem, RecordFile, StatementItem
from goodoffices.conflict import Conflict
from goodoffices.conflict.parts import Prioritisation
from goodoffices.errors import InputError, UsageError
from goodoffices.statements import names, parse
from tests.case.cases import add, passage, write

ANNA = Decision("confirmed", "anna", "2025-03-12")


def one_source(folder: Path, text: str, *positions: dict[str, str], said: str = "") -> Path:
    """Write a case with one source and confirmed positions, whose passages are given by their words."""
    root = folder / "lake"
    new_case(root, "The lake")
    cards = {
        "upper": ActorCard(name="Upper town", type="town"),
        "lower": ActorCard(name="Lower town", type="town"),
        "envoy": ActorCard(name="Envoy", type="person", offices=({"title": "mediator"},)),  # type: ignore[arg-type]
        "hale": ActorCard(name="Hale", type="person", affiliation=("upper",)),
    }
    file = "format = 1\n" + "".join(block(f"[actors.{id_}]", card) for id_, card in cards.items())
    write(root, "record/actors.toml", file)
    statements = (
        (StatementItem(id="s1", speaker="hale", fragments=(passage(text, said),)),) if said else ()
    )
    record = RecordFile(
        format=1,
        statements=statements,
        positions=tuple(_position(text, k, it) for k, it in enumerate(positions, 1)),
    )
    add(root, "paper", text, record, published="2025-03-03")
    return root


def _position(text: str, number: int, given: dict[str, str]) -> PositionItem:
    spans = ("trigger", "object", "condition", "consequence")
    held: dict[str, Any] = {k: passage(text, v) if k in spans else v for k, v in given.items()}
    return PositionItem(id=f"p{number}", **{"status": "confirmed", "by": "anna", **held})


def proposed(root: Path) -> ProposalFile:
    write_proposal(go.load_case(root), "model", made="2025-03-12")
    return proposal(go.load_case(root), "model")


def wants(file: ProposalFile) -> list[tuple[str, str, str]]:
    return [(it.dm, it.wants, it.form) for it in file.statements]


def test_a_demand_is_an_option_of_whom_it_is_made_to(tmp_path: Path) -> None:
    text = "The lower town wants the upper town to open the sluice."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "demand",
            "holder": "lower",
            "trigger": "wants",
            "object": "the upper town to open the sluice",
        },
    )
    file = proposed(root)
    assert [(it.owner, it.text) for it in file.options] == [("upper", "open the sluice")]
    assert wants(file) == [("lower", "open_sluice", "demand")]


def test_a_rejection_in_strong_words_is_a_red_line_and_stands_first(tmp_path: Path) -> None:
    text = "The upper town will not accept any metering. It supports a fund."
    root = one_source(
        tmp_path,
        text,
        {"stance": "support", "holder": "upper", "trigger": "supports", "object": "a fund"},
        {
            "stance": "reject",
            "holder": "upper",
            "trigger": "will not accept",
            "object": "any metering",
        },
    )
    assert wants(proposed(root)) == [
        ("upper", "not metering", "red line"),
        ("upper", "fund", "support"),
    ]


def test_keeping_and_ceding_are_one_option_seen_from_two_sides(tmp_path: Path) -> None:
    text = "The lower town rejects a deal in which Hale retains office. "
    text += "The upper town rejects that Hale might cede office."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "reject",
            "holder": "lower",
            "trigger": "rejects",
            "object": "a deal in which Hale retains office",
        },
        {
            "stance": "reject",
            "holder": "upper",
            "trigger": "rejects",
            "object": "that Hale might cede office",
        },
    )
    file = proposed(root)
    assert len(file.options) == 1
    option = file.options[0]
    assert (option.owner, option.because) == ("upper", ("paper/p2", "paper/p1"))
    assert {(dm, w) for dm, w, _ in wants(file)} == {
        ("upper", f"not {option.id}"),
        ("lower", option.id),
    }
    assert [form for dm, _, form in wants(file) if dm == "upper"] == ["rejected demand"]


def test_a_qualified_acceptance_is_an_option_of_its_own_and_no_agreement(tmp_path: Path) -> None:
    text = "The lower town wants the upper town to share the reservoir water. "
    text += "The upper town accepts the idea of shared reservoir water."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "demand",
            "holder": "lower",
            "trigger": "wants",
            "object": "the upper town to share the reservoir water",
        },
        {
            "stance": "provisionally_accept",
            "holder": "upper",
            "trigger": "accepts",
            "object": "the idea of shared reservoir water",
        },
    )
    file = proposed(root)
    demanded, accepted = file.options
    assert accepted.text.startswith("accept in principle: ")
    assert ("upper", accepted.id, "qualified acceptance") in wants(file)
    assert all(demanded.id != it.wants for it in file.statements if it.dm == "upper")
    assert [(it.option, it.only_if) for it in file.constraints] == [(demanded.id, accepted.id)]


def test_a_condition_ties_two_options(tmp_path: Path) -> None:
    text = "The upper town will close the plant only if the lower town pays the fee."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "condition", "holder": "upper", "target": "lower", "trigger": "will",
            "object": "close the plant", "condition": "only if the lower town pays the fee",
        },
    )  # fmt: skip
    file = proposed(root)
    assert len(file.options) == 2
    assert {it.owner for it in file.options} == {"upper", "lower"}
    assert [form for _, _, form in wants(file)] == ["condition"]
    assert " only if " in file.statements[0].wants


def test_an_ultimatum_ties_what_follows_to_what_is_asked_for(tmp_path: Path) -> None:
    said = "it is an ultimatum for the lower town: if they don't sign in ten days "
    said += "then we automatically close the gates"
    text = f"Hale said {said}. Hale rejects the threat."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "ultimatum", "trigger": "ultimatum", "object": "for the lower town", "deadline": "P10D",
            "statement": "s1",
        },
        {
            "stance": "reject", "holder": "hale", "trigger": "rejects", "object": "the threat",
            "statement": "s1",
        },
        said=said,
    )  # fmt: skip
    file = proposed(root)
    by_text = {it.text: it for it in file.options}
    asked, follows = by_text["sign in ten days"], by_text["automatically close the gates"]
    assert asked.owner == "lower"
    (ultimatum,) = [it for it in file.statements if it.form == "ultimatum"]
    assert (ultimatum.dm, ultimatum.wants) == ("unnamed", f"{follows.id} iff not {asked.id}")
    assert ultimatum.note == "Deadline: P10D. Said to follow automatically. By the account of Hale."
    assert ("upper", f"not {follows.id}", "red line") in wants(file)  # who tells of it rejects it


def test_a_threat_without_a_condition_says_so(tmp_path: Path) -> None:
    text = "The upper town threatens to close the gates."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "threaten", "holder": "upper", "trigger": "threatens",
            "object": "to close the gates",
        },
    )  # fmt: skip
    file = proposed(root)
    assert [(it.owner, it.text) for it in file.options] == [("upper", "close the gates")]
    assert wants(file) == [("upper", "close_gate", "threat")]
    assert "on what condition, the source does not say" in file.statements[0].note


def test_a_mediator_is_given_no_option_on_substance(tmp_path: Path) -> None:
    text = "The envoy proposes a lasting truce."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "propose",
            "holder": "envoy",
            "trigger": "proposes",
            "object": "a lasting truce",
        },
    )
    file = proposed(root)
    assert [(it.id, it.role) for it in file.decision_makers] == [("envoy", "mediator")]
    assert (file.options, file.aside) == ((), ("paper/p1",))


@pytest.mark.parametrize("stance", ["accuse", "disapprove"])
def test_what_says_nothing_of_what_is_wanted_is_left_aside_by_name(
    tmp_path: Path, stance: str
) -> None:
    root = one_source(
        tmp_path,
        "Hale slams the bank.",
        {"stance": stance, "holder": "hale", "trigger": "slams", "object": "the bank"},
    )
    file = proposed(root)
    assert (file.pieces(), file.aside) == ([], ("paper/p1",))


def test_a_person_speaks_for_the_one_body_he_or_she_belongs_to(tmp_path: Path) -> None:
    text = "Hale supports the fund."
    root = one_source(
        tmp_path,
        text,
        {"stance": "support", "holder": "hale", "trigger": "supports", "object": "the fund"},
    )
    assert [it.dm for it in proposed(root).statements] == ["upper"]


def test_what_nobody_confirmed_is_not_proposed(tmp_path: Path) -> None:
    text = "Hale supports the fund. Hale rejects the levy."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "support",
            "holder": "hale",
            "trigger": "supports",
            "object": "the fund",
            "status": "proposed",
        },
        {
            "stance": "reject",
            "holder": "hale",
            "trigger": "rejects",
            "object": "the levy",
            "status": "rejected",
        },
    )
    assert write_proposal(go.load_case(root), "model", made="2025-03-12") == []
    assert not (root / "proposals").exists()


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Return a case with a proposal of two demands."""
    text = "The lower town wants the upper town to open the sluice. It wants the upper town to lower the fee."
    root = one_source(
        tmp_path,
        text,
        {
            "stance": "demand", "holder": "lower", "trigger": "wants",
            "object": "the upper town to open the sluice",
        },
        {
            "stance": "demand", "holder": "lower", "trigger": "wants",
            "object": "the upper town to lower the fee", "status": "proposed",
        },
    )  # fmt: skip
    write_proposal(go.load_case(root), "model", made="2025-03-12")
    return root


def held(conflict: Conflict, dm: str) -> list[str]:
    """Return what a decision maker of a model wants."""
    preferences = conflict.decision_maker(dm).preferences
    assert isinstance(preferences, Prioritisation)
    return [str(it.statement) for it in preferences.statements]


def accept(root: Path, *ids: str) -> None:
    decide(go.load_case(root), tuple(f"proposals/model/{id_}" for id_ in ids), ANNA)


def test_nothing_enters_a_model_that_nobody_accepted(two: Path) -> None:
    with pytest.raises(InputError, match="nobody has accepted"):
        build(go.load_case(two), "model")
    accept(two, "upper", "lower", "open_sluice")
    conflict = build(go.load_case(two), "model")
    assert [it.id for it in conflict.options] == ["open_sluice"]
    assert held(conflict, "lower") == held(conflict, "upper") == []
    accept(two, "w1")
    conflict = build(go.load_case(two), "model")
    assert held(conflict, "lower") == ["open_sluice"]
    assert [it.record for it in conflict.evidence] == [("paper/p1",)]


def test_what_was_accepted_must_fit_together(two: Path) -> None:
    accept(two, "upper", "open_sluice", "w1")
    with pytest.raises(InputError, match=r"'w1' is wanted by 'lower', who is not accepted"):
        build(go.load_case(two), "model")
    decide(
        go.load_case(two),
        ("proposals/model/open_sluice",),
        Decision("rejected", "anna", "2025-03-12"),
    )
    accept(two, "lower")
    with pytest.raises(InputError, match="nobody has accepted"):
        build(go.load_case(two), "model")


def test_an_edited_piece_enters_as_edited(two: Path) -> None:
    accept(two, "upper", "lower", "open_sluice")
    edit = Decision("edited", "ben", "2025-03-12", "", {"wants": "not open_sluice"})
    decide(go.load_case(two), ("proposals/model/w1",), edit)
    assert held(build(go.load_case(two), "model"), "lower") == ["not open_sluice"]


def test_the_file_can_be_edited_by_hand(two: Path) -> None:
    path = two / "proposals/model.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('id = "', 'status = "confirmed"\nby = "cleo"\nid = "'), encoding="utf-8"
    )
    assert len(build(go.load_case(two), "model").options) == 1


def test_a_position_taken_back_later_stops_the_building(two: Path) -> None:
    accept(two, "upper", "lower", "open_sluice", "w1")
    decide(go.load_case(two), ("paper/p1",), Decision("rejected", "ben", "2025-03-13"))
    with pytest.raises(InputError, match="'paper/p1' was rejected"):
        build(go.load_case(two), "model")
    assert any("'paper/p1' was rejected" in str(it) for it in go.load_case(two).check())


def test_what_is_confirmed_later_is_added_and_nothing_else_changes(two: Path) -> None:
    path = two / "proposals/model.toml"
    accept(two, "w1")
    before = path.read_text(encoding="utf-8").replace("aside = []", "aside = []  # none yet")
    path.write_text(before, encoding="utf-8")
    assert write_proposal(go.load_case(two), "model", made="2025-03-13") == []
    assert path.read_text(encoding="utf-8") == before
    decide(go.load_case(two), ("paper/p2",), ANNA)
    new = write_proposal(go.load_case(two), "model", made="2025-03-13")
    assert [it.id for it in new] == ["lower_fee", "w2"]
    assert path.read_text(encoding="utf-8").startswith(before)
    again = proposal(go.load_case(two), "model")
    assert [it.status for it in again.statements] == ["confirmed", "proposed"]


def test_a_model_that_is_there_is_never_written_over(two: Path) -> None:
    accept(two, "upper", "lower", "open_sluice", "w1")
    write_model(go.load_case(two), "model", "lake", by="anna", written="2025-03-12")
    assert go.load(f"{two}/lake").reading.by == "anna"
    assert [str(it) for it in go.load_case(two).check() if it.serious] == []
    with pytest.raises(UsageError, match="there already"):
        write_model(go.load_case(two), "model", "lake", by="anna", written="2025-03-12")


def test_pieces_that_rest_on_hidden_words_are_hidden(two: Path) -> None:
    card = (two / "sources/paper.toml").read_text(encoding="utf-8")
    (two / "sources/paper.toml").write_text(card + 'label = "mediator"\n', encoding="utf-8")
    assert proposal(go.load_case(two).for_audience("team"), "model").pieces() == []
    assert proposal(go.load_case(two).for_audience("mediator"), "model").pieces() != []


def test_the_page_of_the_talks_gives_what_its_sentences_say(shared: Path, tmp_path: Path) -> None:
    """Sentences 9, 10, 16, 17 and 18 of the report on the second round of the Geneva talks."""
    from goodoffices.reading import load_report, read_loaded

    loaded = load_report(shared / "seed/2014-02-11-geneva-talks.txt")
    record = read_loaded(loaded, published="2014-02-11")
    root = tmp_path / "geneva"
    new_case(root, "Geneva")
    add_source(go.load_case(root), "report", loaded.text, {"published": "2014-02-11"}, record)
    case = go.load_case(root)
    positions = tuple(f"report/{it.id}" for kind, it in case.items("report") if kind == "positions")
    decide(case, positions, ANNA)
    file = proposed(root)
    options = {it.id: it for it in file.options}

    def said(piece: StatementPiece) -> str:
        texts = [options[name].text for name in names(parse(piece.wants))]
        return f"{piece.dm} {'not ' * piece.wants.startswith('not ')}{' / '.join(texts)} ({piece.form})"

    told = [said(it) for it in file.statements]

    def has(*words: str) -> bool:
        return any(all(word in line for word in words) for line in told)

    # 9: the communique honoured, a transitional government, no deal that leaves Assad in power
    assert has(
        "syrian_opposition", "honor", "2012 communique", "transitional government", "(demand)"
    )
    assert has("syrian_opposition Assad", "cede power", "(red line)")
    # 10: transition provisionally accepted, ceding power rejected
    assert has(
        "syrian_government",
        "accept in principle",
        "transitional government",
        "(qualified acceptance)",
    )
    assert has("syrian_government not", "Assad", "cede power", "(red line)")
    assert [(options[it.option].text[:11], it.only_if) for it in file.constraints] == [
        (
            "acknowledge",
            next(it.id for it in file.options if it.text.startswith("accept in principle")),
        )
    ]
    # 16 and 17: Russia against the draft, and against a broad resolution now
    assert has("russia not", "draft resolution about humanitarian aid to Homs", "(rejection)")
    assert has("russia not", "broad-stroke U.N. resolution", "(rejection)")
    # 18: the ultimatum by Lavrov's account: not solved in two weeks, then sanctions automatically
    assert has(
        "unnamed", "automatically introduce sanctions / solve all this in two weeks", "(ultimatum)"
    )
    assert has("russia not automatically introduce sanctions", "(red line)")
    (ultimatum,) = [it for it in file.statements if it.form == "ultimatum"]
    assert (
        ultimatum.note
        == "Deadline: P2W. Said to follow automatically. By the account of Sergei Lavrov."
    )
    # every piece leads to characters of the page
    assert all(piece.because for _, _, piece in file.pieces())
