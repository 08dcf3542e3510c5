"""Which body is named soon after it was described: 'An advocacy group condemned … Free Rivers says'."""

import re
from collections.abc import Sequence

from goodoffices.reading.actors.bearers import Resolved
from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.named_later import SOON, become_one
from goodoffices.reading.actors.resolve import Resolver
from goodoffices.reading.actors.roster import Draft
from goodoffices.reading.attributions.attribution import Attribution
from goodoffices.reading.english.cues import ISSUED


def link_bodies(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'An advocacy group has condemned … The Committee to Protect Journalists says': its name comes later."""
    named = sorted(
        {
            actor.first: actor
            for actor in (*(r.actor for r in speakers.values()), *_with_bearers(resolver))
            if actor.type in ("group", "igo") and actor.rule == "name" and not actor.plural
        }.items()
    )
    for role in list(resolver.roster.drafts):
        if not _awaits_name(role):
            continue
        later = next((d for at, d in named if role.first < at <= role.first + SOON), None)
        later = later if later is not None and _kin(role, later) else None
        if later is not None:
            become_one(resolver, role, later, speakers)


def _with_bearers(resolver: Resolver) -> list[Draft]:
    """'a Human Rights Watch spokesman', 'The Atomic Energy Agency official': bodies that speak by others."""
    named = {d.name: d for d in resolver.roster.drafts if " " in d.name}
    bearers = [
        d.name.split() for d in resolver.roster.drafts if d.is_person and d.rule == "nominal"
    ]
    openings = (" ".join(words[:n]) for words in bearers for n in range(2, len(words)))
    return [named[opening] for opening in openings if opening in named]


def link_reports(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'A published report says … The Daily Herald says': the paper that published it is named next."""
    for number in sorted(speakers)[:2]:
        report = speakers[number].actor
        told = report.rule in ("document", "nominal") and _PUBLISHED.fullmatch(report.name)
        if not told:
            continue
        media = [d for d in resolver.roster.drafts if d.type == "media" and d.rule == "name"]
        later = [d for d in media if report.first < d.first <= report.first + _NEAR]
        if later:
            become_one(resolver, report, min(later, key=lambda d: d.first), speakers)


_PUBLISHED = re.compile(
    r"(?:published|newspaper|press|news) report(?: in [A-Z][\w ]*)?"
    r"|(?:\S+ )*(?:newspaper|daily|broadcaster)"
)
_NEAR = 350  # characters within which a medium that goes unnamed first is named


def link_documents(
    resolver: Resolver, speakers: dict[int, Resolved], attributions: Sequence[Attribution]
) -> None:
    """'A statement said … The statement, signed by Ana Petrova, said': its issuer comes later."""
    order = sorted(speakers)
    unsigned: dict[str, tuple[int, Draft]] = {}  # by the word, where it first speaks
    for number in order:
        actor, source = speakers[number].actor, attributions[number].source
        if actor.rule == "document" and source is not None and " " not in actor.name:
            word = attributions[number].sentence.tokens[source.head].lemma
            unsigned.setdefault(word, (number, actor))
    for word, (first, document) in unsigned.items():
        later = (
            speakers[n].actor for n in order if n > first and _speaks_by(attributions[n], word)
        )
        issuer = next((actor for actor in later if actor.rule != "document"), None)
        if word in ISSUED and issuer is not None:
            become_one(resolver, document, issuer, speakers)


def _speaks_by(attribution: Attribution, word: str) -> bool:
    """Whether who speaks here stands beside 'the statement': 'the statement signed by …'."""
    source, tokens = attribution.source, attribution.sentence.tokens
    if source is None:
        return False
    before = tokens[max(0, source.head - 8) : source.head + 1]
    return any(t.lemma == word and tokens[t.i - 1].lower == "the" for t in before if t.i)


_NAMED_LATER = frozenset(
    "group organisation organization watchdog monitor agency union party body company firm bloc think-tank "
    "thinktank charity arm".split()
)


def _awaits_name(role: Draft) -> bool:
    """'An advocacy group' in the lead: a body whose name comes later."""
    person = role.is_person and not role.name.lower().endswith("rights monitor")
    whose = "'s " in role.name or "’s " in role.name  # 'Norlandia's election body'
    told = whose or _TOLD.match(role.name) is not None
    definite = role.definite and not told
    unnamed = role.rule == "nominal" and not (person or definite or role.plural)
    return unnamed and role.lead and _kind(role) in _NAMED_LATER


_TOLD = re.compile(
    r"(?:\S+ ){0,2}(?:(?P<rank>largest|biggest|oldest)|(?P<task>nuclear|refugee|investigative|rights))\s",
    re.IGNORECASE,
)
"""'the largest civil rights organization', 'the U.N. nuclear agency': described, not met before."""

_TASKS = {
    "nuclear": r"nuclear|atomic",
    "refugee": r"refugee",
    "investigative": r"accountab|audit|investigat",
    "rights": r"rights",
}
"""What the name of a body with such a task says of it."""
_RANKED = frozenset("organization organisation group charity".split())


def _kind(role: Draft) -> str:
    """'agency' of 'aid agency with ties to the rebels'."""
    return re.split(r" (?:with|of|for|from|based|that|which) ", role.name.lower())[0].split()[-1]


def _kin(role: Draft, named: Draft) -> bool:
    """Whether a body may be the one described: any where only its kind was told, else one of that kind."""
    kind = _kind(role)
    if role.name.lower().endswith(kind) and not role.definite:
        return True
    names = " ".join((named.name, *named.aliases)).lower()
    told = _TOLD.match(role.name) if role.definite else None
    if told is not None and told["task"]:
        return re.search(_TASKS[told["task"].lower()], names) is not None
    if told is not None and (kind not in _RANKED or named.type == "igo"):
        return False  # 'the largest party' is not the next one named
    return re.search(_KIN.get(kind, kind), names) is not None


_SOCIETY = (
    r"organi[sz]ation|association|network|watch|coalition|council|society|union|league|federation"
)
_KIN = {
    "agency": r"agency|organi[sz]ation|service|authority|commission",
    "arm": r"\boffice|agency|service|bureau|commission|authority",
    "body": r"\bboard|commission|council|authority|agency",
    "group": r"group|organi[sz]ation|association|campaign|network|watch|front|movement",
    "charity": r"charity|organi[sz]ation|fund|trust|relief",
    "organization": _SOCIETY,
    "organisation": _SOCIETY,
}


def body_later(people: Cast, role: Draft, at: int) -> Draft | None:
    """'An advocacy group condemned …': the body whose words follow soon."""
    if not _awaits_name(role):
        return None
    speaking = (people.speakers[n].actor for n in sorted(people.speakers))
    return next(
        (
            d
            for d in speaking
            if d.type == "group"
            and d.rule == "name"
            and at < d.first <= at + SOON
            and _kin(role, d)
        ),
        None,
    )
