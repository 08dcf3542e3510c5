"""Who is named soon after a role: 'An official warned … Erik Holm said' speaks of one person."""

import re
from collections.abc import Sequence
from itertools import pairwise

from goodoffices.reading.actors.bearers import SYNONYMS, Resolved, other_portfolio
from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.offices import own_office
from goodoffices.reading.actors.resolve import Resolver
from goodoffices.reading.actors.roster import Draft
from goodoffices.reading.attributions.attribution import Attribution
from goodoffices.reading.english import places, roles


def link_roles(
    resolver: Resolver, speakers: dict[int, Resolved], attributions: Sequence[Attribution]
) -> None:
    """'Norlandia's foreign minister says … Erik Holm said': a role first, its name soon after."""
    order = [n for n in sorted(speakers) if not _told_inside(attributions, n)]
    for position, number in reversed(list(enumerate(order))):  # the nearest role first
        actor = speakers[number].actor
        if actor.rule != "nominal" or not actor.is_person or actor.plural:
            continue
        for step, later in enumerate(order[position + 1 : position + 3]):
            named = speakers[later].actor
            if _may_be(resolver, actor, named) or (not step and _same_office(actor, named)):
                become_one(resolver, actor, named, speakers)
                break
            met = (
                named.first < actor.first < _HEADLINE
            )  # not the one whom the headline's role awaits
            if named.is_person and named is not actor and named.rule != "nominal" and not met:
                break


def _told_inside(attributions: Sequence[Attribution], number: int) -> bool:
    """'An envoy says the king has confirmed that …': the king's words stand in the envoy's."""
    if number == 0 or not attributions[number].fragments or not attributions[number - 1].fragments:
        return False
    outer = attributions[number - 1].fragments[-1]
    return outer[0] < attributions[number].fragments[0][0] and (
        attributions[number].fragments[-1][1] <= outer[1]
    )


def link_plurals(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'…, sources say' in a headline: the 'two sources close to the talks' of the first sentence."""
    order = [speakers[n].actor for n in sorted(speakers)]
    for first, second in pairwise(order):
        bare = first.rule == "nominal" and first.plural and " " not in first.name
        if not bare or first.first >= _HEADLINE or second.rule != "nominal" or second is first:
            continue
        if first.name.lower() in re.findall(r"[a-z]+", second.name.lower())[:4] and second.plural:
            become_one(resolver, first, second, speakers)
        return


def link_ahead(
    resolver: Resolver, speakers: dict[int, Resolved], attributions: Sequence[Attribution]
) -> None:
    """'The wells, she said, were poisoned. Fatuma Adan leads the town': a pronoun before its name."""
    for number, attribution in enumerate(attributions):
        source = attribution.source
        if number in speakers or source is None:
            continue
        head = attribution.sentence.tokens[source.head]
        gender = {"he": "m", "she": "f"}.get(head.lower)
        people = [d for d in resolver.roster.drafts if d.is_person and d.rule != "nominal"]
        if gender is None or head.start > _OPENS or any(d.first < head.start for d in people):
            continue
        ahead = sorted(
            (d.first, d.id, d) for d in people if head.start < d.first < head.start + SOON
        )
        near = ahead and ahead[0][0] - attribution.sentence.end < 160 and not ahead[0][2].roles
        if near and ahead[0][2].gender == gender and " " in ahead[0][2].name:
            speakers[number] = Resolved(ahead[0][2], "pronoun-ahead", 0.5)


def link_acts(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'The head of the bank says … In Ottawa, Ana Petrova urged restraint': the next who acts by words."""
    spoken = {r.actor.name for r in speakers.values()}
    for role in [r.actor for r in speakers.values()]:
        if (
            role.rule != "nominal"
            or not role.is_person
            or role.plural
            or role not in resolver.roster.drafts
        ):
            continue
        acting = (f.acting for f in resolver.history if f.acting is not None)
        named = next((d for d in acting if d.first > role.first), None)
        people = [d for d in resolver.roster.drafts if d.is_person and d.rule != "nominal"]
        only = named is not None and not any(role.first < d.first < named.first for d in people)
        if named is None or not only or named.name in spoken:
            continue
        if not (role.definite or role.lead):
            continue
        held = own_office(named.roles)
        fits = not held or bool(held & set(role.roles))
        if fits and _may_be(resolver, role, named):
            become_one(resolver, role, named, speakers)


def link_offices(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'The mayor of Quelle said … the mayor, Armin Noor, had found two boats': named, not quoted."""
    for role in [r.actor for r in speakers.values()]:
        unnamed = role.rule == "nominal" and role.is_person and not role.plural and role.definite
        if not unnamed or role not in resolver.roster.drafts:
            continue
        ahead = rf"\b[Tt]he (?:{'|'.join(map(re.escape, role.roles))}), $" if role.roles else "$."
        found = {
            d.id: d
            for d in resolver.roster.drafts
            if d.is_person
            and d.rule != "nominal"
            and " " in d.name
            and role.first < d.first < role.first + SOON
            and role.country in (None, resolver._country_of(d))
            and re.search(ahead, resolver.text[max(0, _named_at(d) - 60) : _named_at(d)])
        }
        if len(found) == 1:
            become_one(resolver, role, next(iter(found.values())), speakers)


def link_same_words(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'China's envoy to Britain warned … China's envoy to Britain Liu Min said': the same words, a name."""
    for role in [r.actor for r in speakers.values()]:
        unnamed = role.rule == "nominal" and role.is_person and not role.plural
        if not unnamed or role not in resolver.roster.drafts or len(role.name.split()) < 3:
            continue
        found = [
            d
            for d in resolver.roster.drafts
            if d.is_person
            and d.rule != "nominal"
            and " " in d.name
            and _words_before(resolver.text, _named_at(d), len(role.name)) == role.name.lower()
        ]
        if len(found) == 1:
            become_one(resolver, role, found[0], speakers)


def _words_before(text: str, at: int, length: int) -> str:
    return text[max(0, at - length - 2) : at].rstrip(" ,")[-length:].lower()


def _named_at(person: Draft) -> int:
    """Return where the name itself first stands."""
    return min((s for (s, _), form in person.mentions.items() if form == "name"), default=0)


_REMARKS = re.compile(
    r"(?:,[^.“”\"]{0,80},)?,?\s+(?:(?:on\s+)?[A-Z][a-z]+day\s+)?(?:(?:made|was\s+making)\s+(?:the|these|those|his|her)\s+"
    r"(?:comments?|remarks?|statements?|announcement|accusations?|allegations?|claims?|appeal|pledge|call)\b"
    r"|was\s+speaking\b|spoke\s+(?:to\s+reporters|at\s+a|in\s+an\s+interview|after\s+(?:talks|meeting)))"
)


def link_remarks(resolver: Resolver, speakers: dict[int, Resolved]) -> None:
    """'An official says they will help. Spokesman Ali Hosni made the comment Sunday': one person."""
    for number in sorted(speakers):
        role = speakers[number].actor
        led = role.lead or not role.definite
        if role.rule != "nominal" or not role.is_person or role.plural or not led:
            continue
        for name in resolver.names_between(role.first + 1, role.first + SOON):
            named = resolver.owner.get(name.start)
            if named is None or not named.is_person or named.rule == "nominal":
                continue
            if " " in named.name and _REMARKS.match(resolver.text, name.end):
                become_one(resolver, role, named, speakers)
                break


def _same_office(role: Draft, named: Draft) -> bool:
    """'A Pentagon spokesman said … “We stay,” said spokesman Kenneth Bacon': one spokesman, at once named."""
    known = own_office(named.roles)
    near = 0 < named.first - role.first <= SOON
    named_person = named.is_person and named.rule != "nominal" and " " in named.name
    return near and named_person and not role.plural and set(role.roles) <= known != set()


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
        known = own_office(draft.roles)
        country = resolver._country_of(draft)
        if (
            draft.is_person
            and draft.rule != "nominal"
            and at < draft.first <= at + SOON
            and (offices & known or (own is not None and own == country and _like(offices, known)))
            and (own is None or country is None or own == country)
            and not other_portfolio(set(role.name.lower().split()), known)
        ):
            return draft
    return None


def _like(offices: set[str], known: set[str]) -> bool:
    """'ambassador' and 'envoy': two words for one office."""
    return any(offices & same and known & same for same in SYNONYMS)


SOON = 700  # characters within which a name follows a role


def _may_be(resolver: Resolver, role: Draft, named: Draft) -> bool:
    if not named.is_person or named.rule == "nominal" or named is role or " " not in named.name:
        return False
    described = _described(resolver, named)
    known = own_office(named.roles) | described
    wanted = set(role.roles) | ({"prime", "premier"} if "pm" in role.roles else set())
    own = resolver._country_of(named)
    if role.country and own and role.country != own:
        return False
    if named.first < role.first:  # 'Kerry: we stay' … 'US Secretary of State says'
        office = set(role.name.lower().split()) - {"the", "a"}
        return role.lead and len(office) > 2 and office <= known | _NATIONALITIES
    near = role.lead and role.first < _OPENING and bool(wanted & _GENERIC)
    if not role.definite and not (
        role.lead
        and (near or not known or _shares_affiliation(role, named) or bool(wanted & known))
    ):
        return False
    if named.first - role.first > SOON:
        return False
    ends = min((end for _, end in named.mentions), default=0)
    if not known and ends and _OF_OWN.match(resolver.text, ends):
        return False  # 'said Mira Stoyan of the Open Square movement'
    if role.country and role.country == own and _like(wanted, known):
        return True
    if described and not described & wanted and not wanted & _BROAD:
        return False  # 'A judge ruled … fisherwoman Ana Petrova said'
    sent = {"diplomat", "envoy"} if not known or known & _SENT_OUT or role.country == own else set()
    generic = wanted & (_GENERIC | sent)
    leads = bool(wanted & _LEADING) and _shares_affiliation(role, named)
    ranked = bool(known) and known <= _RANKS and bool(_IN_ARMS.search(role.name.lower()))
    return not known or bool(wanted & known) or bool(generic) or leads or ranked


def _described(resolver: Resolver, named: Draft) -> set[str]:
    """'fisherwoman Ana Petrova': the word right before the name where it is first written."""
    before = resolver.text[max(0, named.first - 24) : named.first]
    match = re.search(r"(?:^|[\s“\"])([a-z]{4,}) $", before)
    word = match.group(1) if match is not None else ""
    return {word} if word.endswith(roles.DOER_ENDINGS) and word not in _NO_TRADES else set()


_SENT_OUT = frozenset(
    "diplomat envoy ambassador negotiator representative mediator emissary secretary minister coordinator "
    "commissioner adviser official".split()
)
_RANKS = frozenset(
    "admiral commodore general colonel brigadier major captain marshal lieutenant gen col adm".split()
)
_IN_ARMS = re.compile(
    r"\b(?:army|navy|naval|military|air force|armed forces|militia|guard|rebel|troops)\b"
    r".*\b(?:commander|chief|officer)\b|\bcommander of\b.*\b(?:troops|forces)\b"
)
"""'the navy commander warned … Commodore Malek said': an office in arms goes with a rank."""

_NATIONALITIES = frozenset({*places.ADJECTIVES, "us", "u.s.", "uk", "eu", "of", "state"})
_NO_TRADES = frozenset("after over under whether former earlier later other never however".split())
_OF_OWN = re.compile(
    r"\s+(?:of|from)\s+(?:the\s+)?[A-Z]|,\s+an?\s+(?!\w+\s+of\s+the\s+(?:talks|team)\b)"
)
_LEADING = frozenset("boss chief head".split())
_OPENS = 150  # characters within which a pronoun may stand before its name
_HEADLINE = 120  # characters within which a headline ends
_OPENING = 400  # characters within which a report names a role whose bearer comes next
_GENERIC = frozenset(
    "official leader negotiator officer politician lawmaker author writer activist campaigner expert analyst "
    "lawyer judge doctor cardiologist surgeon physician psychiatrist friend ally aide adviser "
    "relative woman man teacher businessman actor singer".split()
)


_BROAD = frozenset(
    "official leader officer politician lawmaker campaigner activist expert analyst relative friend ally "
    "aide adviser author writer woman man diplomat envoy".split()
)


def _shares_affiliation(role: Draft, named: Draft) -> bool:
    """'A top U.N. official' … 'U.N. Emergency Relief Coordinator Jan Egeland'."""
    if role.country and role.country == named.country:
        return True
    wanted = {w.lower() for w in re.findall(r"[A-Z][\w.]*", role.name)}
    known = {w.lower() for r in (*named.roles, *named.bodies) for w in re.findall(r"[\w.]+", r)}
    return bool(wanted & known)


def become_one(
    resolver: Resolver, role: Draft, named: Draft, speakers: dict[int, Resolved]
) -> None:
    """Make a role and the actor who bears it one, with all that was said by either."""
    named.aliases.append(role.name)
    named.country = named.country or role.country
    named.roles.extend(r for r in role.roles if r not in named.roles)
    for span, form in role.mentions.items():
        named.mention(*span, form)
    for number, resolved in list(speakers.items()):
        if resolved.actor is role:
            speakers[number] = Resolved(named, "role-then-name", 0.75)
    resolver.roster.replace(role, named)
