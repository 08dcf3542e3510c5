"""Votes as sheets: what is expected of each version and why, what came out, which changes turn it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goodoffices.conflict import Conflict
from goodoffices.readout.sheet import Grid, Part, Section, Sheet, Sources
from goodoffices.readout.talks_process import as_of_line, named
from goodoffices.talks.bodies import Bodies, Vote
from goodoffices.talks.decision import check_decision, decision, decision_toml
from goodoffices.talks.rules import Rule
from goodoffices.talks.talks import Talks
from goodoffices.talks.votes import actual, ballots, expected, turns
from goodoffices.talks.when import in_words

__all__ = ["decision_data", "decision_sheet", "rule_words", "votes_sheet"]


def rule_words(rule: Rule) -> str:
    """Say a voting rule in words.

    >>> rule_words(Rule(at_least=9, veto=("china", "russia"), parties_abstain=True))
    'at least 9 affirmative votes; a negative vote of china, russia defeats; parties to the dispute abstain'
    """
    if rule.consensus:
        parts = ["nobody objects"]
    elif rule.at_least is not None:
        parts = [f"at least {rule.at_least} affirmative votes"]
    else:
        parts = [
            f"{'more than' if rule.more_than else 'at least'} {rule.share} of the {_base(rule)}"
        ]
    parts += [f"a negative vote of {', '.join(rule.veto)} defeats"] if rule.veto else []
    parts += ["parties to the dispute abstain"] if rule.parties_abstain else []
    parts += [f"a quorum of {rule.quorum}"] if rule.quorum else []
    return "; ".join(parts)


def _base(rule: Rule) -> str:
    return "members" if rule.of == "members" else "members present and voting"


def votes_sheet(talks: Talks, only: str | None = None) -> Sheet:
    """Lay out the bodies' rules and every vote: predicted for each version, taken, and what turns it."""
    file = talks.bodies
    if file is None:
        return Sheet("The talks have no file of bodies and votes")
    sources = Sources(talks.evidence)
    sections = [] if only else [_body(file, id_, sources) for id_ in file.bodies]
    for id_, vote in file.votes.items():
        if only in (None, id_):
            sections.append(
                Section(f"{vote.name} ({id_})", tuple(_vote(talks, file, vote, sources)))
            )
    return Sheet("Bodies and votes", as_of_line(talks), (*sections, *sources.section()))


def _body(file: Bodies, id_: str, sources: Sources) -> Section:
    body = file.bodies[id_]
    rows = tuple(
        (name, rule_words(rule) + sources.marks(rule.because)) for name, rule in body.rules.items()
    )
    members = f"{len(body.members)} members: {', '.join(body.members)}{sources.marks(body.because)}"
    return Section(f"{body.name} ({id_})", (members, Grid(("rule", ""), rows)))


def _vote(talks: Talks, file: Bodies, vote: Vote, sources: Sources) -> Iterator[Part]:
    outcome = actual(file, vote, talks.day)
    result = vote.result
    if outcome is None or result is None:
        yield "No vote is recorded."
    else:
        yield f"Taken on {in_words(result.when)}: {outcome.words}{sources.marks(result.because)}"
    for plan in vote.plans:
        set_for = f"Set for {in_words(plan.when)}, announced {in_words(plan.announced)}"
        yield set_for + (f": {plan.note}" if plan.note else "") + sources.marks(plan.because)
    text = talks.texts.get(vote.text)
    if text is None or not vote.predictions:
        return
    for name, version in text.versions.items():
        found = expected(file, vote, version.clauses)
        yield f"Expected of {version.name} ({name}): {found.outcome.words}"
    yield _predictions(talks, file, vote, sources)
    if vote.version in text.versions or text.versions:
        name = next(iter(text.versions))
        clauses = text.versions[name].clauses
        changes = turns(file, vote, clauses, tuple(text.clauses))
        yield f"What would turn the vote expected of {text.versions[name].name}:"
        if not changes:
            yield "  no change of up to three clauses."
        yield from (f"  {turn.words}" for turn in changes)


def _predictions(talks: Talks, file: Bodies, vote: Vote, sources: Sources) -> Grid:
    """Only members with a prediction, and how they voted where that is known."""
    cast = ballots(file, vote) if actual(file, vote, talks.day) else {}
    rows = []
    for member, prediction in vote.predictions.items():
        cases = "\n".join(
            f"{case.vote}{f' if {case.if_}' if case.if_ else ''}{sources.marks(case.because)}"
            f"{f' ({case.note})' if case.note else ''}"
            for case in prediction.cases
        )
        rows.append((named(talks, (member,)), cases or "?", cast.get(member, "")))
    return Grid(("member", "expected vote, by the clauses of the text", "voted"), tuple(rows))


def decision_sheet(talks: Talks, conflicts: Mapping[str, Conflict]) -> Sheet:
    """Lay out each body's decision as a derived proposition, and compare it with the model's."""
    file = talks.bodies
    if file is None or not file.models:
        return Sheet(
            "The talks have no decision of a body as a proposition (models in bodies.toml)"
        )
    sections = []
    for id_, model in file.models.items():
        parts: list[Part] = [*decision_toml(file, model).splitlines()]
        if model.conflict in conflicts:
            parts.append(check_decision(file, model, conflicts[model.conflict]).words)
        else:
            parts.append(f"There is no model '{model.conflict}' here to compare it with.")
        if model.note:
            parts.append(model.note)
        heading = f"{id_}: {file.bodies[model.body].name} by the rule '{model.rule}'"
        sections.append(Section(heading, tuple(parts)))
    lead = ("A body's decision follows from its rule; paste the lines into the model.",)
    return Sheet("Decisions as derived propositions", lead, tuple(sections))


def decision_data(talks: Talks, conflicts: Mapping[str, Conflict]) -> dict[str, object]:
    """Return the same as data: per decision the statement and how the model compares."""
    found: dict[str, object] = {}
    for id_, model in talks.bodies.models.items() if talks.bodies else ():
        assert talks.bodies is not None
        known = conflicts.get(model.conflict)
        check = check_decision(talks.bodies, model, known) if known else None
        found[id_] = {
            "conflict": model.conflict,
            "proposition": model.proposition,
            "is": str(decision(talks.bodies, model)),
            "model_has": check.has if check else None,
            "agrees": check.agrees if check else None,
            "differs": [list(it) for it in check.differs] if check else [],
        }
    return {"decisions": found}
