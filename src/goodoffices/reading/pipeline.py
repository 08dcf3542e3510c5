"""Speakers of a report: names into a roster, then every source mention to an actor, in order."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reading.actors import Draft, Roster, fold
from goodoffices.reading.attribution import Attribution
from goodoffices.reading.bearers import SYNONYMS, Resolved
from goodoffices.reading.english import places, roles
from goodoffices.reading.gather import gather_names
from goodoffices.reading.gazetteer import Name
from goodoffices.reading.resolve import Resolver
from goodoffices.reading.syntax import Sentence


@dataclass
class Cast:
    """The actors of a report and who speaks each attribution."""

    roster: Roster
    resolver: Resolver
    speakers: dict[int, Resolved]
    attributions: Sequence[Attribution] = ()


_APPOSED = re.compile(
    r",\s+(?:the|an?|his|her|its)?\s*((?:[^,.;:“”\"\n]){3,70}?)(?=,|\.|;|\s+who\b|\s+said\b|\s+told\b|”|$)"
)


_OWN_CLAUSE = re.compile(r"\b(?:when|who|whose|which|where|after|before|that)\b")


def _apposed_roles(text: str, names: Sequence[Name], owner: dict[int, Draft]) -> None:
    """'Ramtane Belkacem, the AU's commissioner for peace,': a role said after the name."""
    for number, name in enumerate(names):
        draft = owner.get(name.start)
        match = _APPOSED.match(text, name.end) if draft is not None and draft.is_person else None
        if match is None or draft is None:
            continue
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
        short_name = match.group(1)
        if short_name.lower() in places.COUNTRIES:
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


_BRACKETED = re.compile(r"\s+\(([A-Z][A-Z0-9&-]{1,7})\)")


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
    for name in names:
        draft = roster.add(name, text[name.start : name.end])
        if draft is not None:
            owner[name.start] = draft
    _count_parties(text, names, roster)
    _other_names(text, names, roster, owner)
    _bracketed_names(text, names, roster, owner)
    _apposed_roles(text, names, owner)
    _party_mentions(text, names, roster)
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
        for number in by_sentence.get(id(sentence), []):
            attribution = attributions[number]
            if attribution.source is None:
                continue
            resolved = resolver.resolve(sentence, attribution.source)
            if resolved is None:
                continue
            speakers[number] = resolved
            token = sentence.tokens[attribution.source.head]
            resolver.note(token, resolved.actor, "pronoun" if token.tag == "PRP" else "nominal")
            if attribution.category == "reported_speech":
                heard.append(resolved.actor)
        if not sentence.headline:
            resolver.focus(sentence, heard)
    link_roles(resolver, speakers)
    _link_bodies(resolver, speakers)
    return Cast(roster, resolver, speakers, attributions)


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


def link_roles(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'Norlandia's foreign minister says … Erik Holm said': a role first, its name soon after."""
    order = sorted(speakers)
    for position, number in reversed(list(enumerate(order))):  # the nearest role first
        actor = speakers[number].actor
        if actor.rule != "nominal" or not actor.is_person or actor.plural:
            continue
        for step, later in enumerate(order[position + 1 : position + 3]):
            named = speakers[later].actor
            if _may_be(resolver, actor, named) or (not step and _same_office(actor, named)):
                _merge(resolver, actor, named, speakers)
                break
            if named.is_person and named is not actor and named.rule != "nominal":
                break


def _same_office(role: Draft, named: Draft) -> bool:
    """'A Pentagon spokesman said … “We stay,” said spokesman Kenneth Bacon': one spokesman, at once named."""
    known = {word for r in named.roles for word in r.split()}
    near = 0 < named.first - role.first <= _SOON
    named_person = named.is_person and named.rule != "nominal" and " " in named.name
    return near and named_person and not role.plural and set(role.roles) <= known != set()


def _link_bodies(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'An advocacy group has condemned … The Committee to Protect Journalists says': its name comes later."""
    named = sorted(
        {
            r.actor.first: r.actor
            for r in speakers.values()
            if r.actor.type == "group" and r.actor.rule == "name" and not r.actor.plural
        }.items()
    )
    for role in list(resolver.roster.drafts):
        if not _awaits_name(role):
            continue
        later = next((d for at, d in named if role.first < at <= role.first + _SOON), None)
        if later is not None:
            _merge(resolver, role, later, speakers)


_NAMED_LATER = frozenset(
    "group organisation organization watchdog agency union party body company firm bloc".split()
)


def _awaits_name(role: Draft) -> bool:
    """'An advocacy group' in the lead: a body whose name comes later."""
    unnamed = role.rule == "nominal" and not (role.is_person or role.definite or role.plural)
    return unnamed and role.lead and role.name.lower().split()[-1] in _NAMED_LATER


def body_later(people: Cast, role: Draft, at: int) -> Draft | None:
    """'An advocacy group condemned …': the body whose words follow soon."""
    if not _awaits_name(role):
        return None
    speaking = (people.speakers[n].actor for n in sorted(people.speakers))
    return next(
        (
            d
            for d in speaking
            if d.type == "group" and d.rule == "name" and at < d.first <= at + _SOON
        ),
        None,
    )


def lead_named(people: Cast, role: Draft, at: int) -> Draft | None:
    """'A top U.S. official has warned …' in the lead: the next person who speaks, where roles agree."""
    if role.rule != "nominal" or not role.is_person or role.plural or not role.lead:
        return None
    for number in sorted(people.speakers):
        named = people.speakers[number].actor
        if people.attributions[number].fragments[0][0] < at or not named.is_person:
            continue
        return named if _may_be(people.resolver, role, named) else None
    return None


def named_later(resolver: Resolver, role: Draft, at: int) -> Draft | None:
    """'Velmora's president refused … President Tomas Irelli said': who is named soon after."""
    if role.rule != "nominal" or not role.is_person or role.plural or not role.definite:
        return None
    offices = {word for r in role.roles for word in r.split()}
    if "pm" in offices:
        offices |= {"prime", "premier"}
    own = role.country
    for draft in resolver.roster.drafts:
        known = {word for r in draft.roles for word in r.split()}
        country = resolver._country_of(draft)
        if (
            draft.is_person
            and draft.rule != "nominal"
            and at < draft.first <= at + _SOON
            and (offices & known or (own is not None and own == country and _like(offices, known)))
            and (own is None or country is None or own == country)
        ):
            return draft
    return None


def _like(offices: set[str], known: set[str]) -> bool:
    """'ambassador' and 'envoy': two words for one office."""
    return any(offices & same and known & same for same in SYNONYMS)


_SOON = 700  # characters within which a name follows a role


def _may_be(resolver: Resolver, role: Draft, named: Draft) -> bool:
    if not named.is_person or named.rule == "nominal" or named is role or " " not in named.name:
        return False
    known = {word for r in named.roles for word in r.split()}
    near = role.lead and role.first < _OPENING and bool(set(role.roles) & _GENERIC)
    if not role.definite and not (
        role.lead
        and (near or not known or _shares_affiliation(role, named) or bool(set(role.roles) & known))
    ):
        return False
    if named.first < role.first or named.first - role.first > 700:
        return False
    own = resolver._country_of(named)
    if role.country and own and role.country != own:
        return False
    wanted = set(role.roles)
    if role.country and role.country == own and _like(wanted, known):
        return True
    generic = wanted & (_GENERIC | {"diplomat", "envoy"})
    return not known or bool(wanted & known) or bool(generic)


_OPENING = 400  # characters within which a report names a role whose bearer comes next
_GENERIC = frozenset(
    "official leader negotiator officer politician lawmaker author writer activist campaigner expert analyst "
    "lawyer judge doctor cardiologist surgeon physician psychiatrist friend ally aide adviser "
    "relative woman man teacher businessman actor singer".split()
)


def _shares_affiliation(role: Draft, named: Draft) -> bool:
    """'A top U.N. official' … 'U.N. Emergency Relief Coordinator Jan Egeland'."""
    if role.country and role.country == named.country:
        return True
    wanted = {w.lower() for w in re.findall(r"[A-Z][\w.]*", role.name)}
    known = {w.lower() for r in (*named.roles, *named.bodies) for w in re.findall(r"[\w.]+", r)}
    return bool(wanted & known)


def _merge(resolver: Resolver, role: Draft, named: Draft, speakers: dict[int, Resolved]) -> None:
    named.aliases.append(role.name)
    named.country = named.country or role.country
    named.roles.extend(r for r in role.roles if r not in named.roles)
    for span, form in role.mentions.items():
        named.mention(*span, form)
    for number, resolved in list(speakers.items()):
        if resolved.actor is role:
            speakers[number] = Resolved(named, "role-then-name", 0.75)
    resolver.roster.replace(role, named)
