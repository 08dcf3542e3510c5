"""What a noun can be: somebody who speaks, people by their ending, or a thing."""

from goodoffices.reading.english import roles
from goodoffices.reading.grammar.syntax import Token

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
