"""Speakers of a report: names into a roster, then every source mention to an actor, in order."""

import bisect
import re
from collections.abc import Sequence
from itertools import pairwise

from goodoffices.reading.actors.bearers import Resolved
from goodoffices.reading.actors.bodies_later import link_bodies, link_documents, link_reports
from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.gather import gather_names
from goodoffices.reading.actors.named_later import (
    link_acts,
    link_ahead,
    link_offices,
    link_plurals,
    link_remarks,
    link_roles,
    link_same_words,
)
from goodoffices.reading.actors.resolve import Resolver
from goodoffices.reading.actors.roster import Draft, Roster, fold
from goodoffices.reading.attributions.attribution import Attribution
from goodoffices.reading.english import places, roles
from goodoffices.reading.english.cues import ISSUED
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.names.gazetteer import Name

_APPOSED = re.compile(
    r",\s+(?:the|an?|his|her|its)?\s*((?:[^,.;:“”\"\n]){3,70}?)(?=,|\.|;|\s+who\b|\s+said\b|\s+told\b|”|$)"
)


_ARTICLE = re.compile(r",\s+(?:the|an?|his|her|its|their)\s")
_OWN_CLAUSE = re.compile(r"\b(?:when|who|whose|which|where|after|before|that)\b")


def _apposed_roles(text: str, names: Sequence[Name], owner: dict[int, Draft]) -> None:
    """'Ramtane Belkacem, the AU's commissioner for peace,': a role said after the name."""
    for number, name in enumerate(names):
        draft = owner.get(name.start)
        match = _APPOSED.match(text, name.end) if draft is not None and draft.is_person else None
        if match is None or draft is None:
            continue
        named_beside = text[max(0, name.start - 2) : name.start] == ", "
        if named_beside and not _ARTICLE.match(text, name.end):
            continue  # 'The mayor, Tomas Renko, accused the union leader'
        role = _OWN_CLAUSE.split(match.group(1))[0].strip().lower()
        words = re.findall(r"[\w-]+", role)
        if not set(words) & roles.ROLES or any(
            w in ("said", "told", "was", "is", "has", "had", "were") for w in words
        ):
            continue
        head = next((w for w in words if w in roles.ROLES), "")
        draft.roles.append(role)
        if head in roles.FEMALE_ROLES:
            draft.gender = "f"
        elif head in roles.MALE_ROLES:
            draft.gender = "m"
        for other in names[number + 1 : number + 4]:
            if other.start >= match.end():
                break
            if other.kind in ("adjective", "state", "capital"):
                draft.country = draft.country or other.key
            elif other.kind == "org":
                draft.bodies.append(other.key)


_KINDRED = re.compile(
    r"(?i)\b(?:brothers?|sisters?|siblings|twins|couple|spouses|cousins|mr and mrs)(?: \w+)?,? $"
)


def _shared_surnames(text: str, names: Sequence[Name], owner: dict[int, Draft]) -> None:
    """'Brothers Edmond and Arben Krasniqi': the surname is both's."""
    for first, second in pairwise(names):
        draft, other = owner.get(first.start), owner.get(second.start)
        if (
            draft is None
            or other is None
            or draft is other
            or text[first.end : second.start] != " and "
        ):
            continue
        if " " in draft.name or len(other.name.split()) != 2:
            continue
        if draft.is_person and _KINDRED.search(text[max(0, first.start - 20) : first.start]):
            other.type = "person"
            draft.aliases.append(draft.name)
            draft.name, draft.resolved = f"{draft.name} {other.name.split()[-1]}", True


_PRESIDENT = re.compile(
    r"['’]s?\s+(?:(?:then|former|ousted|acting|interim|new|foreign|defen[cs]e|interior|prime|deputy)\s+)*"
    r"(?:president|prime minister|minister|government|king|army|foreign ministry|parliament)\b"
)


def _states_of_presidents(
    text: str, names: Sequence[Name], roster: Roster, owner: dict[int, Draft]
) -> None:
    """'Velmora's president': what has a president is a state, though no list knows it."""
    for name in names:
        draft = owner.get(name.start)
        if (
            draft is not None
            and draft.type == "group"
            and draft.rule == "name"
            and " " not in name.key
            and _PRESIDENT.match(text, name.end)
        ):
            draft.type, draft.country = "state", draft.name
            roster.file(f"state:{draft.name}", draft)
    for person in roster.drafts:
        for body in person.bodies:
            found = roster.filed(f"org:{fold(body)}")
            if person.is_person and found is not None and found.type == "state":
                person.country = person.country or found.name


_KNOWN_AS = re.compile(
    r",?\s+(?:\w+\s+)?(?:known|nicknamed)\s+(?:as\s+)?[“\"'‘]?([A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)"
)


def _other_names(text: str, names: Sequence[Name], roster: Roster, owner: dict[int, Draft]) -> None:
    """'General Hamdan Dagolo, commonly known as Hemeti': one person under two names."""
    for name in names:
        draft = owner.get(name.start)
        match = _KNOWN_AS.match(text, name.end) if draft is not None and draft.is_person else None
        if match is None or draft is None:
            continue
        other = match.group(1)
        for later in names:
            twin = owner.get(later.start)
            if twin is not None and twin is not draft and later.key == other:
                for span, form in twin.mentions.items():
                    draft.mention(*span, form)
                owner[later.start] = draft
                if twin in roster.drafts:
                    roster.drafts.remove(twin)
        draft.aliases.append(other)


def _bracketed_names(
    text: str, names: Sequence[Name], roster: Roster, owner: dict[int, Draft]
) -> None:
    """'Tupac Amaru Revolutionary Movement (MRTA)': one body under two names, whatever the letters."""
    for name in names:
        draft = owner.get(name.start)
        match = _BRACKETED.match(text, name.end)
        if draft is None or match is None or draft.type not in ("group", "media"):
            continue
        short_name = match.group(1) or match.group(2)
        low = short_name.lower()
        if low in places.COUNTRIES or low in roles.WIRE_AGENCIES or low in roles.MEMBERS:
            continue
        for later in names:
            twin = owner.get(later.start)
            if later.key == short_name and twin is not None and twin is not draft:
                if twin.is_person or twin.type == "state" or twin.name != short_name:
                    continue
                for span, form in twin.mentions.items():
                    draft.mention(*span, form)
                owner[later.start] = draft
                roster.forms[f"{draft.id}:{short_name}"] += 1
                if twin in roster.drafts:
                    roster.replace(twin, draft)
        if short_name not in (draft.name, *draft.aliases):
            draft.aliases.append(short_name)


_BRACKETED = re.compile(
    r"\s+\([“\"]?(?:the\s+)?([A-Z][A-Za-z0-9&-]{1,9})[”\"]?\)"
    r"|(?:,|\s+[-–—])\s+(?:(?:also|better|locally)\s+)?(?:or|known\s+as|called|abbreviated\s+as)\s+(?:the\s+)?"
    r"[“\"'‘]?([A-Z][A-Za-z0-9&-]{1,9})\b(?!\s+[A-Z])"
)


def _party_mentions(text: str, names: Sequence[Name], roster: Roster) -> None:
    """Every 'Syrian government' and 'Russian opposition' is a mention, speaker or not."""
    for name in names:
        match = _SIDE.match(text, name.end) if name.kind == "adjective" else None
        if match is None:
            continue
        words = f"{text[name.start : name.end]} {match.group(1).lower()}"
        kind = "opposition" if match.group(1).lower() == "opposition" else "government"
        draft = roster.by_key(f"nominal:{words.lower()}", words, kind, "nominal")
        draft.country = name.key
        draft.mention(name.start, match.end(), "name")


_SIDE = re.compile(
    r"\s+(government|opposition|regime)\b(?!\s+(?:spokes|official|minister|leader|negotiator|force|troop|and))",
    re.IGNORECASE,
)


def cast(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    spans: Sequence[tuple[int, int]],
) -> Cast:
    """Resolve the speakers of all attributions."""
    names = gather_names(text, sentences, spans)
    roster = Roster()
    owner: dict[int, Draft] = {}
    for name, short in pairwise(names):
        if name.kind == "org" and text[name.end : short.end + 1] == f" ({short.key})":
            roster.expansions.setdefault(short.key, name.key)
    for name in names:
        draft = roster.add(name, text[name.start : name.end])
        if draft is not None:
            owner[name.start] = draft
    _count_parties(text, names, roster)
    _other_names(text, names, roster, owner)
    _bracketed_names(text, names, roster, owner)
    _apposed_roles(text, names, owner)
    _party_mentions(text, names, roster)
    _shared_surnames(text, names, owner)
    roster.settle_names()
    _states_of_presidents(text, names, roster, owner)
    resolver = Resolver(text, roster, names, owner)
    speakers: dict[int, Resolved] = {}
    by_sentence: dict[int, list[int]] = {}
    for number, attribution in enumerate(attributions):
        by_sentence.setdefault(id(attribution.sentence), []).append(number)
    running_on = _running_on(attributions, sentences)
    for sentence in sentences:
        if sentence.within is not None:
            continue
        heard = [
            speakers[number].actor
            for number in running_on.get(id(sentence), ())
            if number in speakers
        ]
        document = report = None
        for number in by_sentence.get(id(sentence), []):
            attribution = attributions[number]
            if attribution.source is None:
                continue
            resolved = resolver.resolve(sentence, attribution.source)
            if resolved is None:
                continue
            speakers[number] = resolved
            token = sentence.tokens[attribution.source.head]
            if token.lemma in ISSUED or resolved.rule == "pronoun-document":
                document = resolved.actor
            if _reports(sentence, token, resolved, text):
                report = resolved.actor
            resolver.note(token, resolved.actor, "pronoun" if token.tag == "PRP" else "nominal")
            if attribution.category == "reported_speech":
                heard.append(resolved.actor)
        if not sentence.headline:
            document = document or resolver.issuer_told(sentence)
            resolver.focus(sentence, heard)
            resolver.history[-1].document = document
            resolver.history[-1].report = report
    link_remarks(resolver, speakers)
    link_same_words(resolver, speakers)
    link_roles(resolver, speakers, attributions)
    link_acts(resolver, speakers)
    link_offices(resolver, speakers)
    link_plurals(resolver, speakers)
    link_ahead(resolver, speakers, attributions)
    link_bodies(resolver, speakers)
    link_reports(resolver, speakers)
    link_documents(resolver, speakers, attributions)
    return Cast(roster, resolver, speakers, attributions)


def _reports(sentence: Sentence, head: Token, resolved: Resolved, text: str) -> bool:
    """'In a report released on Monday, the Halden Center says', 'a report by the Center says'."""
    actor = resolved.actor
    if actor.is_person or actor.rule == "document" or actor.type not in ("group", "igo"):
        return False
    return head.lemma == "report" or _IN_REPORT.match(text, sentence.start) is not None


_IN_REPORT = re.compile(r"In (?:a|an|its)(?: [\w-]+){0,3} report\b")


def _running_on(
    attributions: Sequence[Attribution], sentences: Sequence[Sentence]
) -> dict[int, list[int]]:
    """Sentences (by identity) in which quotations of an attribution in another sentence go on."""
    outer = [s for s in sentences if s.within is None]
    starts = [s.start for s in outer]
    result: dict[int, list[int]] = {}
    for number, attribution in enumerate(attributions):
        for quote in attribution.direct:
            at = bisect.bisect_right(starts, quote.start) - 1
            if at >= 0 and outer[at] is not attribution.sentence:
                result.setdefault(id(outer[at]), []).append(number)
    return result


_PARTY = re.compile(
    r"['’]?s?\s+(?:\w+\s+)?(?:government|opposition|regime|rebels|army|military|"
    r"parliament|civil war|war|conflict|crisis)\b"
)


def _count_parties(text: str, names: Sequence[Name], roster: Roster) -> None:
    """Whose government, opposition or war the report is about."""
    for name in names:
        if name.kind in ("adjective", "state") and _PARTY.match(text, name.end):
            roster.parties[name.key] += 1
