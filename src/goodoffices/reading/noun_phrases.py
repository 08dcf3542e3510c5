"""Noun phrases as token ranges: where the source mention of an attribution starts and ends."""

from dataclasses import dataclass

from goodoffices.reading.cues import Cue
from goodoffices.reading.english import roles
from goodoffices.reading.syntax import Sentence, Token

NP_TAGS = (
    "NN",
    "JJ",
    "CD",
    "DT",
    "PRP",
    "POS",
    "VBN",
    "WP$",
    "HYPH",
    "$",
    "PDT",
    "FW",
    "RBS",
    "JJS",
)


@dataclass(frozen=True, slots=True)
class SourceRange:
    """Token range [low, high) of a source mention and the index of its head noun."""

    low: int
    high: int
    head: int


_PEOPLE = frozenset("people residents witnesses others those someone one man woman".split())


def can_speak(noun: Token) -> bool:
    """Whether a noun can be a speaker: people, bodies, roles, groups, pronouns; not places, not things."""
    return (
        noun.tag == "PRP"
        or noun.entity in ("PERSON", "ORG", "NORP")
        or (noun.is_name and (noun.entity == "" or noun.lower in ("north", "south")))
        or noun.lemma in roles.ROLES
        or (noun.lower in roles.GROUPS and noun.lower not in ("states", "countries", "nations"))
        or noun.lower in _PEOPLE
    )


_SIDES = frozenset("groups sides parties factions".split())


def is_thing(noun: Token) -> bool:
    """Whether a common noun names neither a person nor a body: 'the raids', 'the road'."""
    return unlisted(noun) and not (noun.tag == "NNS" and doers(noun.lower))


def unlisted(noun: Token) -> bool:
    """Whether no list knows a common noun as a person, a role, a body or a group."""
    return noun.tag in ("NN", "NNS") and not (
        can_speak(noun) or noun.lower in roles.GROUPS | _SIDES or noun.lemma in roles.ROLES
    )


def doers(word: str) -> bool:
    """Tell whether a plural is of people by its ending: 'dockers', 'creditors', 'fishermen'.

    >>> doers("creditors"), doers("borders")
    (True, False)
    """
    return word.endswith(_DOERS) and word not in _NOT_DOERS


_DOERS = ("ers", "ors", "ists", "ians", "men")
_NOT_DOERS = frozenset(
    """powers papers sensors glaciers servers encounters prayers takeovers reminders specimens tremors
    disorders letters matters orders numbers factors sectors waters borders rivers offers answers
    tankers centers quarters corners computers towers doors floors errors motors mirrors colors
    shoulders chapters posters stickers containers trailers layers covers disasters helicopters
    bombers fighters frontiers barriers boosters markers shelters filters reactors tractors
    corridors flowers showers feathers others newspapers characters registers trousers ceasefires
    dollars members cancers fevers headquarters timbers transfers tenders ladders carriers
    freighters trawlers steamers cruisers launchers mortars meters liters kilometers barometers
    indicators detectors generators vectors tumors rumors humors favors labors""".split()
)


def noun_phrase(sentence: Sentence, head: int, cue: Cue | None = None) -> SourceRange:
    """Return the whole noun phrase of ``head``: with appositions, not across the cue."""
    low, high = sentence.edges[head]
    high += 1
    if cue is not None:
        if head < cue.low:
            high = min(high, cue.low)
        elif head >= cue.high:
            low = max(low, cue.high)
    gerund = sentence.find(lambda t: t.tag == "VBG" and t.dep == "pcomp", head + 1, high)
    if gerund is not None and sentence.tokens[gerund - 1].lower == "of" and gerund > head + 1:
        high = gerund - 1  # 'accused by prosecutors of steering'
    low, high = sentence.trimmed(low, high)
    while (
        low < head
        and sentence.tokens[low].tag in ("CC", "RB")
        and sentence.tokens[low].lower
        in ("and", "but", "meanwhile", "however", "also", "or", "yet")
    ):
        low += 1
    return SourceRange(min(low, head), max(high, head + 1), head)


def phrase_before(sentence: Sentence, last: int, high: int) -> SourceRange:
    """Return the noun phrase that ends at ``last``: 'the envoy of the bloc for Ostrana' too."""
    low = head = last
    while True:
        while low > 0 and (
            sentence.tokens[low - 1].tag.startswith(NP_TAGS)
            and not sentence.tokens[low - 1].virtual
        ):
            low -= 1
        joined = low > 1 and sentence.tokens[low - 1].lower in ("of", "for")
        if low > 1 and sentence.tokens[low - 1].lower == "to":  # 'Ambassador to Havana'
            joined = sentence.tokens[low - 2].lemma in roles.ROLES
            joined = joined or sentence.tokens[low - 2].lower in roles.ROLES
        noun = sentence.tokens[low - 2] if joined else None
        if noun is None or not noun.is_noun or noun.virtual:
            return SourceRange(low, max(high, last + 1), head)
        low = head = noun.i
