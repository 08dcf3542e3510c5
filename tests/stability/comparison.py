"""Everything an analysis says, held against the definitions."""

from collections.abc import Iterable
from itertools import pairwise

from goodoffices.conflict import Conflict
from goodoffices.stability import Analysis, Answer, Explanation, Step, analyse
from goodoffices.testing.oracle import CONCEPTS, Oracle


def hold_everything(conflict: Conflict) -> None:
    """Compare every answer about every state of a conflict with the oracle's."""
    oracle = Oracle.of(conflict)
    analysis = analyse(conflict)
    hold_model(analysis, oracle)
    hold_stability(analysis, oracle)
    for state in oracle.numbers:
        for concept in CONCEPTS:
            for dm in oracle.arcs:
                hold_explanation(oracle, analysis.explain(concept, dm, state))
        hold_joint_improvements(analysis, oracle, state)
        hold_routes(analysis, oracle, state)


def hold_model(analysis: Analysis, oracle: Oracle) -> None:
    """States, codes, moves, improvements and the order of preference are those of the definitions."""
    states = analysis.states
    assert tuple(states) == oracle.numbers
    ids = [option.id for option in analysis.conflict.options]
    for number, taken in oracle.taken.items():
        assert frozenset(states.taken(number)) == taken
        code = sum(1 << k for k, id_ in enumerate(ids) if id_ in taken)
        assert states.code(number) == (None if analysis.conflict.listed_states else code)
    for dm in oracle.arcs:
        order = sorted(oracle.numbers, key=oracle.liking[dm].__getitem__)
        for a, b in pairwise(order):
            assert oracle.prefers(dm, b, a) == (analysis.rank(dm, b) > analysis.rank(dm, a))
            assert analysis.rank(dm, b) >= analysis.rank(dm, a)
        for number in oracle.numbers:
            assert analysis.moves(dm, number) == tuple(sorted(oracle.moves(dm, number)))
            improvements = tuple(sorted(oracle.improvements(dm, number)))
            assert analysis.improvements(dm, number) == improvements


def hold_stability(analysis: Analysis, oracle: Oracle) -> None:
    """Who is stable where, and what is an equilibrium, under every concept."""
    for concept in CONCEPTS:
        for dm in oracle.arcs:
            stable = oracle.stable(concept, dm)
            assert analysis.stable(concept, dm) == tuple(sorted(stable)), (concept, dm)
            assert analysis.count(concept, dm) == len(stable)
        equilibria = oracle.equilibria(concept)
        assert analysis.equilibria(concept) == tuple(sorted(equilibria)), concept
        assert analysis.count(concept) == len(equilibria)
    for state in oracle.numbers:
        under = tuple(
            c for c in CONCEPTS if all(oracle.is_stable(c, d, state) for d in oracle.arcs)
        )
        assert analysis.equilibrium_under(state) == under


def hold_explanation(oracle: Oracle, why: Explanation) -> None:
    """An explanation answers every improvement, and every witness in it is what it claims to be."""
    dm, state = why.decision_maker, why.state
    assert why.stable == oracle.is_stable(why.concept, dm, state)
    assert why.moves == len(oracle.moves(dm, state))
    ends = [step.target for step in why.improvements]
    assert sorted(ends) == sorted(oracle.improvements(dm, state))
    assert why.sentence
    for answer in why.answers:
        assert answer.improvement == Step(dm, state, answer.improvement.target, 1)
        _hold_answer(oracle, why, answer)


def _hold_answer(oracle: Oracle, why: Explanation, answer: Answer) -> None:
    dm, state, improvement = why.decision_maker, why.state, answer.improvement.target
    sanctions = oracle.sanctions(why.concept, dm, state, improvement)
    improving = why.concept in ("SEQ", "SSEQ")
    others = oracle.everybody - {dm}
    distances = oracle.distances(improvement, others, improving=improving)
    if answer.sanction is not None:
        assert answer.escape is None
        hold_path(oracle, answer.sanction.path, improvement, others, improving=improving)
        assert answer.sanction.state in sanctions
        assert len(answer.sanction.path) == min(distances[end] for end in sanctions)
        return
    assert not sanctions
    if why.concept == "Nash":
        assert (answer.escape, answer.reachable) == (None, 0)
        return
    reached = oracle.reached(others, improvement, improving=improving) - {improvement}
    assert answer.reachable == len(reached)
    hurting = {end for end in reached if oracle.hurts(dm, end, state)}
    assert (answer.escape is not None) == (why.concept in ("SMR", "SSEQ") and bool(hurting))
    if answer.escape is not None:
        path, reply = answer.escape.path, answer.escape.reply
        hold_path(oracle, path, improvement, others, improving=improving)
        assert path[-1].target == reply.source
        assert reply.source in hurting
        assert reply.mover == dm
        assert reply.target in oracle.escapes(dm, reply.source, state)
        assert reply.change == 1


def hold_path(
    oracle: Oracle,
    path: tuple[Step, ...],
    start: int,
    group: Iterable[str],
    *,
    improving: bool = False,
) -> None:
    """A path hangs together, is a legal sequence of the group and tells its gains and losses right."""
    steps = [(step.mover, step.target) for step in path]
    assert steps
    assert oracle.is_legal(start, steps, frozenset(group), improving=improving)
    assert [step.source for step in path] == [start, *(step.target for step in path[:-1])]
    for step in path:
        better = oracle.prefers(step.mover, step.target, step.source)
        worse = oracle.prefers(step.mover, step.source, step.target)
        assert step.change == better - worse


def hold_joint_improvements(analysis: Analysis, oracle: Oracle, state: int) -> None:
    """Joint improvements are all of those there are, each by a shortest sequence of its members."""
    joint = analysis.joint_improvements(state)
    expected = oracle.joint_improvements(state)
    found: dict[int, set[frozenset[str]]] = {}
    for one in joint:
        members = frozenset(one.members)
        assert members not in found.setdefault(one.target, set())
        found[one.target].add(members)
        hold_path(oracle, one.path, state, members)
        assert one.path[-1].target == one.target
        distances = oracle.distances(state, members, improving=False)
        assert len(one.path) == distances[one.target]
        under = analysis.equilibrium_under(one.target)
        assert one.equilibrium_under == under
        held = analysis.equilibrium_under(state)
        assert one.jump_under == tuple(concept for concept in under if concept in held)
    assert found == expected
    assert joint.total == len(joint) == sum(map(len, expected.values()))
    sizes = [len(one.members) for one in joint]
    assert sizes == sorted(sizes)
    first = analysis.joint_improvements(state, most=1)
    assert (list(first), first.total) == (list(joint[:1]), joint.total)


def hold_routes(analysis: Analysis, oracle: Oracle, start: int) -> None:
    """Routes lead to every equilibrium that can be reached, each by a best legal sequence."""
    routes = analysis.routes(start)
    assert {route.target for route in routes} == set(analysis.any_equilibria()) - {start}
    by_moves = oracle.distances(start, improving=False)
    by_gains = oracle.distances(start, improving=True)
    by_losses = oracle.fewest_losses(start)
    for route in routes:
        target = route.target
        assert route.concepts == analysis.equilibrium_under(target)
        for path, expected, improving in (
            (route.shortest, by_moves.get(target), False),
            (route.by_improvements, by_gains.get(target), True),
            (route.fewest_losses, by_losses.get(target), False),
        ):
            assert (path is None) == (expected is None)
            if path is not None:
                hold_path(oracle, path, start, oracle.everybody, improving=improving)
                assert path[-1].target == target
        assert route.shortest is None or len(route.shortest) == by_moves[target]
        assert route.by_improvements is None or len(route.by_improvements) == by_gains[target]
        if route.fewest_losses is not None:
            assert (len(route.losses), len(route.fewest_losses)) == by_losses[target]
