"""What must hold in a file of bodies and votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from goodoffices.errors import Fault, KeyPath, StatementError, did_you_mean
from goodoffices.statements import parse
from goodoffices.talks.bodies import Bodies, Body, BodyModel, Result, Vote

__all__ = ["bodies_faults"]


def bodies_faults(file: Bodies) -> Iterator[Fault]:
    """Yield what does not fit together: members, rules, votes counted twice, predictions without reason."""
    for id_, body in file.bodies.items():
        yield from _body(body, ("bodies", id_))
    for id_, vote in file.votes.items():
        yield from _vote(file, vote, ("votes", id_))
    for id_, model in file.models.items():
        yield from _model(file, model, ("models", id_))


def _body(body: Body, path: KeyPath) -> Iterator[Fault]:
    for member, times in Counter(body.members).items():
        if times > 1:
            yield Fault(f"'{member}' is listed {times} times", (*path, "members"))
    for id_, rule in body.rules.items():
        for k, member in enumerate(rule.veto):
            yield from _known(member, body.members, "member", (*path, "rules", id_, "veto", k))
        if rule.at_least is not None and rule.at_least > len(body.members):
            yield Fault(
                f"{rule.at_least} affirmative votes of {len(body.members)} members",
                (*path, "rules", id_, "at_least"),
            )


def _known(id_: str, known: Collection[str], what: str, path: KeyPath) -> Iterator[Fault]:
    if id_ not in known:
        yield Fault(f"no {what} '{id_}'; {did_you_mean(id_, known)}", path)


def _vote(file: Bodies, vote: Vote, path: KeyPath) -> Iterator[Fault]:
    yield from _known(vote.body, file.bodies, "body", (*path, "body"))
    body = file.bodies.get(vote.body)
    if body is None:
        return
    yield from _known(vote.rule, body.rules, "rule", (*path, "rule"))
    for k, member in enumerate(vote.parties):
        yield from _known(member, body.members, "member", (*path, "parties", k))
    if vote.result is not None:
        yield from _result(vote.result, body, (*path, "result"))
    for member, prediction in vote.predictions.items():
        where = (*path, "predictions", member)
        yield from _known(member, body.members, "member", where)
        for k, case in enumerate(prediction.cases):
            place = (*where, "cases", k)
            if case.if_:
                yield from _statement(case.if_, (*place, "if"))
            if not case.because and not case.note.startswith("Inference"):
                yield Fault(
                    "a predicted vote rests on evidence: give because = […], or a note that begins "
                    "with 'Inference' and says from what",
                    place,
                )


def _result(result: Result, body: Body, path: KeyPath) -> Iterator[Fault]:
    for key in ("yes", "no", "abstain", "absent"):
        for k, member in enumerate(getattr(result, key)):
            yield from _known(member, body.members, "member", (*path, key, k))
    listed = (*result.yes, *result.no, *result.abstain, *result.absent)
    for member, times in Counter(listed).items():
        if times > 1:
            yield Fault(f"'{member}' has {times} votes here; each member has one", path)
    if result.unanimous and (listed or result.counts):
        yield Fault("unanimous already says how all voted; leave out one or the other", path)
    if not (result.unanimous or listed or result.counts):
        yield Fault("how did it go? give unanimous = true, counts = […] or who voted how", path)
    if result.counts is not None:
        yield from _counts(result.counts, result, body, path)


def _counts(counts: tuple[int, ...], result: Result, body: Body, path: KeyPath) -> Iterator[Fault]:
    if len(counts) != 3 or min(counts) < 0:
        yield Fault("expected three numbers: yes, no, abstain", (*path, "counts"))
    elif sum(counts) > len(body.members):
        yield Fault(f"{sum(counts)} votes of {len(body.members)} members", (*path, "counts"))
    elif len(result.no) > counts[1]:
        yield Fault(f"{len(result.no)} members voted no, of {counts[1]}", (*path, "no"))


def _model(file: Bodies, model: BodyModel, path: KeyPath) -> Iterator[Fault]:
    yield from _known(model.body, file.bodies, "body", (*path, "body"))
    body = file.bodies.get(model.body)
    if body is not None:
        yield from _known(model.rule, body.rules, "rule", (*path, "rule"))
        for key in ("yes", "no"):
            for member, words in getattr(model, key).items():
                yield from _known(member, body.members, "member", (*path, key, member))
                yield from _statement(words, (*path, key, member))
        for k, member in enumerate(model.assumed_yes):
            yield from _known(member, body.members, "member", (*path, "assumed_yes", k))
            if member in model.yes:
                yield Fault(
                    f"'{member}' votes yes under a condition and is assumed to vote yes; keep one",
                    (*path, "assumed_yes", k),
                )
    yield from _statement(model.put, (*path, "put"))


def _statement(words: str, path: KeyPath) -> Iterator[Fault]:
    try:
        parse(words)
    except StatementError as error:
        yield Fault(f"not a statement: {error}", path)
