"""How far an answer leans on which assumption: variants and struck-out evidence against brute force."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.conflict import Conflict, PreferenceStatement, Prioritisation
from goodoffices.errors import LimitError, UsageError
from goodoffices.mediation import Robustness, robustness, strike_out, sweep
from goodoffices.mediation.changes import apply_changes, change_words
from goodoffices.mediation.sweep import Part
from goodoffices.stability import Analysis
from goodoffices.statements import parse
from goodoffices.testing.forms import conflicts_in_any_form
from goodoffices.testing.oracle import CONCEPTS, Oracle
from goodoffices.testing.strategies import conflicts
from tests.gallery.variants import one_change_variants
from tests.mediation import brute

COUNCIL, TABLE = "geneva-2014/council", "geneva-2014/table"


@pytest.fixture(scope="module")
def council() -> Analysis:
    return go.load(COUNCIL).analyse()


# Geneva


def test_the_outcome_of_22_february_holds_in_25_of_27_variants(council: Analysis) -> None:
    """The two that break it were worked out by brute force beforehand."""
    found = robustness(council, states=["vote"])
    assert (found.held("vote"), found.variants) == (25, 27)
    told = {change_words(council.conflict, it) for (it,) in found.breaks("vote").found}
    assert told == {
        "Sponsors of the draft drops `adopted`",
        "Russia drops `not (adopted and trigger)`",
    }


def test_the_table_of_15_february_stays_as_it_is_in_all_55_variants() -> None:
    found = robustness(go.load(TABLE, "historical").analyse())
    assert (found.held(1), found.variants) == (55, 55)
    assert found.breaks(1).found == ()


# Against brute force


def few(conflict: Conflict) -> bool:
    return 0 < sum(len(brute.statements_of(conflict, d.id)) for d in conflict.decision_makers) <= 6


small = conflicts(
    decision_makers=(1, 3), options=(1, 2), most_options=3, rankings=False, words=False
).filter(few)


@settings(max_examples=60)
@given(conflict=small, data=st.data())
def test_each_state_is_counted_as_often_as_it_is_an_equilibrium_of_a_variant(
    conflict: Conflict, data: st.DataObject
) -> None:
    concepts = {dm.id: data.draw(st.sampled_from(CONCEPTS)) for dm in conflict.decision_makers}
    found = robustness(conflict.analyse(), concepts, states=list(conflict.states)[:2])
    variants = [it for _, it in one_change_variants(conflict)]
    counts = dict.fromkeys(conflict.states, 0)
    for variant in variants:
        oracle = Oracle.of(variant)
        for state in counts:
            counts[state] += brute.is_equilibrium(oracle, concepts, state)
    assert found.variants == len(variants)
    assert {state: found.held(state) for state in counts} == counts
    hold_variants(found, concepts)


@settings(max_examples=30)
@given(
    conflict=conflicts_in_any_form(most_options=3, words=False)
    .map(brute.in_few_statements)
    .filter(few),
    name=st.sampled_from(CONCEPTS),
)
def test_variants_of_listed_and_forbidden_moves_are_counted_too(
    conflict: Conflict, name: str
) -> None:
    found = robustness(conflict.analyse(), name, states=[1])
    concepts = dict.fromkeys([dm.id for dm in conflict.decision_makers], name)
    counts = dict.fromkeys(conflict.states, 0)
    for _, variant in one_change_variants(conflict):
        oracle = Oracle.of(variant)
        for state in counts:
            counts[state] += brute.is_equilibrium(oracle, concepts, state)
    assert {state: found.held(state) for state in counts} == counts
    hold_variants(found, concepts)


def hold_variants(found: Robustness, concepts: Mapping[str, str]) -> None:
    """Each variant is what its edits say, and holds where it is said to."""
    conflict = found.analysis.conflict
    for variant in range(found.variants):
        edits = found.plan.edits(variant)
        assert 1 <= len(edits) <= found.changes
        oracle = Oracle.of(apply_changes(conflict, edits))
        for k, state in enumerate(found.watched):
            assert found.holds[variant, k] == brute.is_equilibrium(oracle, concepts, state)


@settings(max_examples=15)
@given(conflict=small, name=st.sampled_from(CONCEPTS))
def test_variants_of_two_changes_are_all_lists_that_two_changes_lead_to(
    conflict: Conflict, name: str
) -> None:
    found = robustness(conflict.analyse(), name, 2, states=[1])
    ids = [dm.id for dm in conflict.decision_makers]
    written = tuple(
        tuple((k, True) for k in range(len(brute.statements_of(conflict, id_)))) for id_ in ids
    )
    expected = set(further({written} | set(further({written})))) | set(further({written}))
    expected -= {written}
    concepts = dict.fromkeys(ids, name)
    counts = dict.fromkeys(conflict.states, 0)
    for profile in expected:
        lists = dict(zip(ids, profile, strict=True))
        oracle = Oracle.of(brute.with_statements(conflict, lists))
        for state in counts:
            counts[state] += brute.is_equilibrium(oracle, concepts, state)
    assert found.variants == len(expected)
    assert {state: found.held(state) for state in counts} == counts


def further(profiles: set[tuple[brute.Signed, ...]]) -> Iterator[tuple[brute.Signed, ...]]:
    """Yield the profiles one drop or swap further, without turning a statement round."""
    for profile in profiles:
        for p, signed in enumerate(profile):
            for new in brute.one_edit(signed):
                if all(kept for _, kept in new):
                    yield (*profile[:p], new, *profile[p + 1 :])


def test_only_those_named_vary(council: Analysis) -> None:
    found = robustness(council, vary=["government"])
    assert found.variants == 5
    assert found.plan.ids == ("government",)


def test_breaks_leave_out_what_contains_a_smaller_break(council: Analysis) -> None:
    found = robustness(council, changes=2, states=["vote"])
    breaks = found.breaks("vote")
    assert breaks.complete
    assert sorted(map(len, breaks.found)) == [1, 1]
    assert found.held("vote") < found.variants - 2


def test_what_a_state_rests_on_are_the_statements_whose_drop_breaks_it(council: Analysis) -> None:
    found = robustness(council, states=["vote"])
    rests = {(it.decision_maker, it.statement) for it in found.rests_on("vote")}
    assert rests == {("sponsors", 0), ("russia", 0)}


# Evidence struck out


def test_striking_out_evidence_drops_what_rests_on_it_alone(council: Analysis) -> None:
    """The government's last two statements rest on one report; {vote, veto, access} falls with it."""
    (found,) = [it for it in strike_out(council) if it.evidence == "s-2014-208"]
    assert [(it.kind, it.statement) for it in found.drops] == [("drop", 1), ("drop", 2)]
    assert found.keeps == ()
    assert [council.states.id(n) for n in found.lost] == ["vote,veto,access"]
    assert found.elsewhere


def test_what_falls_with_evidence_is_what_the_definitions_say(council: Analysis) -> None:
    conflict = council.conflict
    concepts = dict.fromkeys([dm.id for dm in conflict.decision_makers], "SEQ")
    now = {n for n in conflict.states if council.is_equilibrium("SEQ", n)}
    struck = strike_out(council)
    cited = {id_ for dm in conflict.decision_makers for id_ in because(conflict, dm.id)}
    assert {it.evidence for it in struck} == cited
    for it in struck:
        for only, lost, new in ((True, it.lost, it.new), (False, it.lost_if_all, it.new_if_all)):
            oracle = Oracle.of(without(conflict, it.evidence, only=only))
            then = {n for n in conflict.states if brute.is_equilibrium(oracle, concepts, n)}
            assert (set(lost), set(new)) == (now - then, then - now)


def because(conflict: Conflict, dm_id: str) -> set[str]:
    return {id_ for it in brute.statements_of(conflict, dm_id) for id_ in it.because}


def without(conflict: Conflict, evidence: str, *, only: bool) -> Conflict:
    """Leave out the statements that cite a piece of evidence, or those that cite it only."""
    makers = []
    for dm in conflict.decision_makers:
        kept = tuple(
            it
            for it in brute.statements_of(conflict, dm.id)
            if evidence not in it.because or (only and set(it.because) != {evidence})
        )
        makers.append(replace(dm, preferences=Prioritisation(kept)))
    return replace(conflict, decision_makers=tuple(makers))


# Sweeps


@pytest.fixture
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of 50 variants, so that a small sweep has several."""
    monkeypatch.setattr(sweep, "_PART", 50)


def same(a: Robustness, b: Robustness) -> bool:
    return bool(np.array_equal(a.holds, b.holds) and np.array_equal(a.counts, b.counts))


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_gives_what_this_process_gives(
    kind: type[Executor], council: Analysis, short_parts: None
) -> None:
    alone = robustness(council, changes=2)
    with kind(2) as pool:  # type: ignore[call-arg]
        shared = robustness(council, changes=2, executor=pool)
    assert same(alone, shared)
    assert alone.plan.parts == 8


def test_an_interrupted_sweep_goes_on_where_it_ended(council: Analysis, short_parts: None) -> None:
    whole = robustness(council, changes=2)
    kept: dict[int, Part] = {}

    def keep_three(number: int, part: Part) -> None:
        kept[number] = part
        if len(kept) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        robustness(council, changes=2, on_part=keep_three)
    later: list[int] = []
    resumed = robustness(
        council, changes=2, done=kept, on_part=lambda number, _: later.append(number)
    )
    assert sorted([*kept, *later]) == list(range(8))
    assert same(whole, resumed)


def test_progress_is_told_to_the_end(council: Analysis, short_parts: None) -> None:
    told: list[float] = []
    robustness(council, changes=2, progress=lambda _what, share: told.append(share))
    assert told == [k / 8 for k in range(1, 9)]


# Calls


def test_a_call_that_makes_no_sense_is_refused(council: Analysis) -> None:
    with pytest.raises(UsageError, match="at least one change"):
        robustness(council, changes=0)
    with pytest.raises(UsageError, match="was not watched"):
        robustness(council).column("trigger")
    with pytest.raises(UsageError, match="variants of rankings are not made"):
        robustness(go.load("published/lake-gisborne").analyse(), vary=[])


def test_too_many_variants_are_refused_with_their_number() -> None:
    wants = tuple(PreferenceStatement(parse("vote")) for _ in range(12))
    main = go.load(COUNCIL)
    makers = tuple(replace(dm, preferences=Prioritisation(wants)) for dm in main.decision_makers)
    big = replace(main, decision_makers=makers)
    with pytest.raises(LimitError, match=r"within 6 changes there are [\d,]+ variants"):
        robustness(big.analyse(), changes=6)


def test_the_same_is_found_for_every_product_of_concepts(council: Analysis) -> None:
    """Mixed concepts: each decision maker's own."""
    ids = [dm.id for dm in council.conflict.decision_makers]
    for chosen in product(("Nash", "SEQ"), repeat=3):
        concepts = dict(zip(ids, chosen, strict=True))
        found = robustness(council, concepts)
        assert [n for n in found.watched if found.is_now(n)] == [
            n for n in found.watched if all(council.is_stable(concepts[id_], id_, n) for id_ in ids)
        ]
