"""Random cases with random labels: an audience sees all it may see, and nothing else, whatever is asked.

Every piece of text in such a case is a word of its own. What an audience may see is worked out here once
more, from the rules on the page of the case folder, and held against everything the case gives away.
"""

import json
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.case import Case, trace_model, trace_up
from goodoffices.case.dump import block
from goodoffices.case.shapes import ActorCard, NoteItem, PositionItem, RecordFile, StatementItem
from goodoffices.conflict.write import dump_conflict
from goodoffices.errors import InputError, UsageError
from goodoffices.readout.case_sheet import case_data, case_sheet
from goodoffices.readout.sheet import text as laid_out
from tests.case.cases import add, passage, write

PARTIES = ("north", "south")
LABELS = [None, "public", "team", "mediator", "party:north", "party:south"]
AUDIENCES = ["public", "team", "mediator", "party:north", "party:south", "press", "both"]
SEEN_BY = {
    "public": {"public"},
    "team": {"public", "team", "party:north", "party:south"},
    "mediator": {"public", "team", "party:north", "party:south", "mediator"},
    "party:north": {"public", "party:north"},
    "party:south": {"public", "party:south"},
    "press": {"public"},
    "both": {"public", "party:north", "party:south"},
}


@dataclass
class Plan:
    """A case as planned: words to the labels that all have to be seen for the word to be."""

    words: dict[str, list[str]] = field(default_factory=dict)
    default: str = "team"

    def word(self, kind: str, *labels: str) -> str:
        """Return a new word that is seen by whoever sees all the labels."""
        made = f"{kind}x{len(self.words)}x"
        self.words[made] = list(labels)
        return made


@st.composite
def planned(draw: st.DrawFn) -> tuple[Path, Plan]:
    """Write a random case into a folder; return it with what is to be seen by whom."""
    label = st.sampled_from(LABELS)
    root = Path(tempfile.mkdtemp())
    plan = Plan(default=draw(st.sampled_from(["public", "team", "mediator"])))
    table: dict[str, str] = {}
    actors = _actors(draw, root, plan)
    items: dict[str, list[str]] = {}  # item -> the labels that hide it
    for n in range(draw(st.integers(1, 3))):
        _source(draw, root, plan, f"src{n}", actors, items, table)
    for n in range(draw(st.integers(1, 2))):
        own = draw(label)
        if own:
            table[f"conflicts/model{n}"] = own
        _model(draw, root, plan, f"model{n}", own or plan.default, items, table)
    _talks(draw, root, plan, items, table)
    lines = "".join(f'"{path}" = "{it}"\n' for path, it in table.items())
    write(
        root,
        "case.toml",
        f'format = 1\ntitle = "A case"\ndefault_label = "{plan.default}"\n'
        f'story = "{plan.word("story", plan.default)}"\n'
        '[audiences.press]\nsees = ["public"]\n'
        '[audiences.both]\nsees = ["public", "party:north", "party:south"]\n'
        f"[labels]\n{lines}",
    )
    return root, plan


def _actors(draw: st.DrawFn, root: Path, plan: Plan) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    text = "format = 1\n"
    for id_ in (*PARTIES, "envoy", "spy"):
        own = draw(st.sampled_from(LABELS)) if id_ not in PARTIES else None
        known[id_] = [own] if own else []
        name = plan.word("name", own) if own else f"plain {id_}"
        note = plan.word("remark", own or plan.default)
        text += block(f"[actors.{id_}]", ActorCard(name=name, label=own, note=note))
    write(root, "record/actors.toml", text)
    return known


def _source(
    draw: st.DrawFn,
    root: Path,
    plan: Plan,
    id_: str,
    actors: dict[str, list[str]],
    items: dict[str, list[str]],
    table: dict[str, str],
) -> None:
    """Three statements of two words, with a position on one of them, and marked words besides."""
    own = draw(st.sampled_from(LABELS))
    if own and draw(st.booleans()):
        table[f"sources/{id_}"] = own
        written = None
    else:
        written = own
    hiding = [own or plan.default]
    words: list[str] = []
    made: list[StatementItem | PositionItem | NoteItem] = []
    spans: list[tuple[str, str, str]] = []
    for k in range(draw(st.integers(0, 3))):
        said, held = draw(st.sampled_from(LABELS)), draw(st.sampled_from(LABELS))
        who, whose = draw(st.sampled_from([*actors])), draw(st.sampled_from([*actors]))
        spoken = [*hiding, *([said] if said else []), *actors[who]]
        position = [*spoken, *([held] if held else []), *actors[whose]]
        first = plan.word("words", *spoken)
        second = plan.word("words", *position)  # both items stand on it: seen where both are
        words += [first, second]
        items[f"{id_}/s{k}"], items[f"{id_}/p{k}"] = spoken, position
        spans.append((f"{first} {second}", second, str(k)))
        made.append(_said(plan, k, who, said, spoken))
        made.append(_held(plan, k, whose, held, position))
    marked = draw(st.sampled_from(LABELS))
    hidden = [*hiding, *([marked] if marked else [])]
    items[f"{id_}/n"] = hidden
    words += [plan.word("words", *hidden), plan.word("words", *hiding)]
    text = " ".join(words) + "\n"
    record = _placed(made, spans, text, marked, words[-2], plan.word("note", *hidden))
    card = {"title": plan.word("title", *hiding), "publisher": plan.word("publisher", *hiding)}
    add(root, id_, text, record, published="2025-03-03", **card, label=written)


STAND_IN = passage("?", "?")


def _said(plan: Plan, k: int, who: str, label: str | None, hiding: list[str]) -> StatementItem:
    note = plan.word("note", *hiding)
    return StatementItem(id=f"s{k}", speaker=who, label=label, note=note, fragments=(STAND_IN,))


def _held(plan: Plan, k: int, who: str, label: str | None, hiding: list[str]) -> PositionItem:
    note = plan.word("note", *hiding)
    return PositionItem(
        id=f"p{k}",
        stance="demand",
        holder=who,
        label=label,
        note=note,
        trigger=STAND_IN,
        statement=f"s{k}",
    )


def _placed(
    made: list[StatementItem | PositionItem | NoteItem],
    spans: list[tuple[str, str, str]],
    text: str,
    marked: str | None,
    word: str,
    note: str,
) -> RecordFile:
    """Give the items their passages."""
    where = {number: (passage(text, both), passage(text, one)) for both, one, number in spans}
    statements, positions = [], []
    for item in made:
        both, one = where[item.id[1:]]
        if isinstance(item, StatementItem):
            statements.append(item.model_copy(update={"fragments": (both,)}))
        elif isinstance(item, PositionItem):
            positions.append(item.model_copy(update={"trigger": one}))
    mark = NoteItem(id="n", label=marked, note=note, passage=passage(text, word))
    return RecordFile(
        format=1, statements=tuple(statements), positions=tuple(positions), passages=(mark,)
    )


def _model(
    draw: st.DrawFn,
    root: Path,
    plan: Plan,
    name: str,
    own: str,
    items: dict[str, list[str]],
    table: dict[str, str],
) -> None:
    """Two decision makers; evidence of random items; statements that cite it at random."""
    entries: dict[str, list[str]] = {}
    linked: dict[str, list[str]] = {}
    for k in range(draw(st.integers(0, 3))):
        links = draw(st.lists(st.sampled_from(sorted(items)), max_size=2, unique=True))
        label = draw(st.sampled_from(LABELS))
        if label:
            table[f"conflicts/{name}/evidence/e{k}"] = label
        linked[f"e{k}"] = links
        entries[f"e{k}"] = [
            *([label] if label else []),
            *(it for ref in links for it in items[ref]),
        ]
    option = draw(st.sampled_from([None, *entries]))
    whole = [own, *(entries[option] if option else [])]  # without its options no model is shown
    cited = st.lists(st.sampled_from(sorted(entries) or [""]), max_size=2, unique=True)
    text = f'format = 1\ntitle = "{plan.word("title", *whole)}"\nstory = "{plan.word("story", *whole)}"\n'
    text += "status_quo = []\n"
    for dm, options in (("one", ("a", "b")), ("two", ("c",))):
        text += f"[decision_makers.{dm}]\n"
        wants = []
        for it in options:
            because = [option] if option and it == "a" else []
            word = plan.word("option", *whole)
            text += f'options.{it} = {{ text = "{word}", because = {json.dumps(because)} }}\n'
            because = [id_ for id_ in draw(cited) if id_]
            note = plan.word("note", *whole, *(label for id_ in because for label in entries[id_]))
            wants.append(f'{{ wants = "{it}", because = {json.dumps(because)}, note = "{note}" }}')
        text += f"preferences = [{', '.join(wants)}]\n"
    for id_, hiding in entries.items():
        text += f'[evidence.{id_}]\ncitation = "{plan.word("citation", *whole, *hiding)}"\n'
        text += (
            f'quote = "{plan.word("quote", *whole, *hiding)}"\nrecord = {json.dumps(linked[id_])}\n'
        )
    write(root, f"conflicts/{name}.toml", text)


def _talks(
    draw: st.DrawFn, root: Path, plan: Plan, items: dict[str, list[str]], table: dict[str, str]
) -> None:
    own = draw(st.sampled_from(LABELS))
    if own:
        table["talks"] = own
    rows = [f'format = 1\ntitle = "{plan.word("title", own or plan.default)}"\n']
    for id_ in PARTIES:
        links = draw(st.lists(st.sampled_from(sorted(items)), max_size=2, unique=True))
        label = draw(st.sampled_from(LABELS))
        if label:
            table[f"talks/process/participants/{id_}"] = label
        hiding = [label or own or plan.default, *([own] if own else [plan.default])]
        hiding += [it for link in links for it in items[link]]
        rows.append(
            f'[participants.{id_}]\nname = "{plan.word("party", *hiding)}"\npart = "party"\n'
            f"because = {json.dumps(links)}\n"
        )
    write(root, "talks/process.toml", "".join(rows))


def everything(case: Case) -> str:
    """Return whatever a case gives away, as one text."""
    parts = [case.title, json.dumps(case_data(case)), laid_out(case_sheet(case), width=500)]
    for card in case.sources:
        parts += [card.model_dump_json(), card.called, case.text(card.id)]
        parts += [item.model_dump_json() for _, item in case.items(card.id)]
        parts.append(json.dumps(trace_up(case, card.id).to_dict()))
    parts += [card.model_dump_json() for card in case.actors.values()]
    for name in case.conflict_names:
        try:
            parts.append(dump_conflict(case.conflict(name)))
            parts.append(json.dumps(trace_model(case, name).to_dict()))
        except InputError:
            continue
    if case.talks is not None:
        parts += [str(case.talks)]
    parts += [str(case.damaged)]
    return "\n".join(parts)


@given(planned(), st.sampled_from(AUDIENCES))
@settings(max_examples=150)
def test_an_audience_sees_all_it_may_see_and_nothing_else(
    made: tuple[Path, Plan], audience: str
) -> None:
    root, plan = made
    try:
        given_away = everything(go.load_case(root).for_audience(audience))
    finally:
        shutil.rmtree(root)
    sees = SEEN_BY[audience]
    for word, labels in plan.words.items():
        may = set(labels) <= sees
        if not may:
            assert word not in given_away, (word, labels)
        elif not word.startswith(("name", "remark")):  # an actor nothing speaks of is not shown
            assert word in given_away, (word, labels)


@given(planned(), st.sampled_from(AUDIENCES))
@settings(max_examples=60)
def test_what_is_hidden_cannot_be_asked_for(made: tuple[Path, Plan], audience: str) -> None:
    root, _ = made
    whole = go.load_case(root)
    seen = whole.for_audience(audience)
    hidden = {f"'{it}'" for it in whole.source_ids if it not in seen.source_ids}
    refs = [f"{source}/{it.id}" for source in whole.source_ids for _, it in whole.items(source)]
    for ref in refs:
        if not seen.has(ref):
            with pytest.raises(UsageError) as told:
                seen.item(ref)
            assert not any(word in str(told.value).partition(";")[2] for word in hidden)
            with pytest.raises(UsageError):
                seen.without(ref)
    shutil.rmtree(root)


def test_the_words_of_a_hidden_statement_are_blanked_where_others_quote_around_them(
    case: Case,
) -> None:
    seen = case.for_audience("public")
    assert "could pay half" in case.text("herald")
    assert "could pay half" not in seen.text("herald")
    assert len(seen.text("herald")) == len(case.text("herald"))
    assert "pay half" not in "".join(item.model_dump_json() for _, item in seen.items("herald"))


def test_a_label_that_everybody_sees_hides_nothing(case: Case) -> None:
    mediator = case.for_audience("mediator")
    assert [ref for ref, _ in mediator.items("herald")] == [ref for ref, _ in case.items("herald")]
    assert mediator.conflict("dam") == case.conflict("dam")


@pytest.mark.parametrize("audience", ["party:nobody", "press", "party:", "Public"])
def test_an_unknown_audience_is_refused(case: Case, audience: str) -> None:
    with pytest.raises(UsageError, match=r"no audience|no actor"):
        case.for_audience(audience)


def test_what_is_withheld_is_known_by_name_to_whoever_may_see_all(case: Case) -> None:
    lost = case.for_audience("public").lost("dam")
    assert [(it.where, it.why) for it in lost] == [("dam/upper/2", "hidden")]
