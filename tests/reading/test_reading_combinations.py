"""Every way of bringing somebody in against every way of meeting them again, every cue in every frame.

Single texts test single rules; these products of short parts test that rules hold whatever stands beside
them. The sentences are plain: what goes wrong here goes wrong in any report.
"""

import itertools
from collections.abc import Iterator

import pytest

from goodoffices.reading import read_text
from tests.reading.labelled import speaker_of

PEOPLE = (
    ("Tomas Irelli", "he", "mayor"),
    ("Amina Okoro", "she", "union leader"),
    ("Lakhdar Ben Salem", "he", "army commander"),
    ("Ingrid Falk", "she", "human rights lawyer"),
    ("Karl Braun", "he", "energy minister"),
)
BRINGING_IN = (
    "{N}, {a} {r} in Quelle, said the bridge would reopen in May.",
    "{R} {N} said the bridge would reopen in May.",
    "The {r} of Quelle, {N}, said the bridge would reopen in May.",
    "“We will reopen it in May,” said {N}, who is the {r} of Quelle.",
    "“We will reopen it in May,” {N}, the {r}, told reporters.",
    "The bridge will reopen in May, according to {N}, the {r} of Quelle.",
    "{N}, the {r} of Quelle, visited the bridge on Monday.",
    "Reporters met {r} {N} on the bridge on Monday.",
)
MEETING_AGAIN = (
    "{P} said the work was late.",
    "{S} said the work was late.",
    "The {r} said the work was late.",
    "“The work is late,” the {r} said.",
    "“The work is late,” {p} added.",
    "According to the {r}, the work was late.",
    "The {h} said the work was late.",
    "The work was late, {S} told the radio.",
)
BETWEEN = ("", " Rain fell all day.", " The army closed the road on Friday.")

BODIES = (
    ("the Norlandian energy ministry", "Norlandian energy ministry", ("the ministry",)),
    ("the Harbour Workers Union", "Harbour Workers Union", ("the union",)),
    ("the aid group Lantern", "Lantern", ("the group", "the aid group", "Lantern")),
    (
        "the rebel Front for Unity",
        "Front for Unity",
        ("the rebel group", "the Front", "the rebels"),
    ),
    ("the African Union", "African Union", ("the AU", "the bloc", "the body")),
    ("the oil company Gasnor", "Gasnor", ("the company", "Gasnor", "the firm")),
    ("the electoral commission", "electoral commission", ("the commission",)),
    ("the opposition Democratic League", "Democratic League", ("the party", "the League")),
    ("Human Rights Watch", "Human Rights Watch", ("HRW", "the group", "the organization")),
    ("the Norlandian army", "Norlandian army", ("the army", "the military")),
    ("the Greek coast guard", "Greek coast guard", ("the coast guard",)),
    ("the World Bank", "World Bank", ("the bank", "the lender")),
    ("the Supreme Court", "Supreme Court", ("the court",)),
    ("the state news agency Norpress", "Norpress", ("the agency", "Norpress")),
)
BODY_BROUGHT_IN = (
    "{B} said the bridge would reopen in May.",
    "The bridge will reopen in May, {b} said.",
    "“We will reopen the bridge in May,” {b} said in a statement.",
    "A statement from {b} said the bridge would reopen in May.",
    "{B} met engineers on Monday.",
)
BODY_AGAIN = (
    "{X} said the work was late.",
    "“The work is late,” {x} said.",
    "According to {x}, the work was late.",
    "The work was late, {x} added.",
)
BODY_AS_IT = (
    "It said the work was late.",
    "“The work is late,” it said.",
    "It added that the work was late.",
)

SOURCES = (
    ("Tomas Irelli", "Tomas Irelli"),
    ("the foreign ministry", "foreign ministry"),
    ("Amina Okoro, a lawyer for the families,", "Amina Okoro"),
    ("rebel spokesman Karl Braun", "Karl Braun"),
    ("a senior diplomat", "senior diplomat"),
    ("the mayor of Quelle, Ingrid Falk,", "Ingrid Falk"),
    ("the Harbour Front", "Harbour Front"),
    ("Norway", "Norway"),
)
CUES = (
    "said", "told reporters", "warned", "insisted", "argued", "acknowledged", "confirmed", "claimed",
    "explained", "noted", "stressed", "announced", "predicted", "complained", "conceded", "pointed out",
    "said on Tuesday",
    "told the BBC on Monday", "said in a statement", "has said",
)  # fmt: skip
TWICE = "had been stopped twice"
SAYING = (
    ("{S} {c} that the convoy had been stopped twice.", (f"the convoy {TWICE}",)),
    ("{S} {c} the convoy had been stopped twice.", (f"the convoy {TWICE}",)),
    ("The convoy had been stopped twice, {s} {c}.", (f"The convoy {TWICE}",)),
    ("The convoy, {s} {c}, had been stopped twice.", ("The convoy", TWICE)),
    ("“The convoy had been stopped twice,” {s} {c}.", (f"The convoy {TWICE}",)),
    ("“It is closed,” {s} {c}. “Nobody knows why.”", ("It is closed", "Nobody knows why")),
    ("“The convoy,” {s} {c}, “had been stopped twice.”", ("The convoy", TWICE)),
    ("{S} {c}: “The convoy had been stopped twice.”", (f"The convoy {TWICE}",)),
    ("{S} {c} that the convoy had been “stopped again”.", ("the convoy had been “stopped again",)),
    (
        "{S} {c} that the convoy had been stopped twice, adding that nobody knew why.",
        (f"the convoy {TWICE}", "nobody knew why"),
    ),
    (
        "After a night of talks in Geneva, {s} {c} that the convoy had been stopped twice.",
        (f"the convoy {TWICE}",),
    ),
)

TOLERATED = {"The convoy, {s} {c}, had been stopped twice.": 8}
"""The small model parses these of 160 as one noun phrase: known to be wrong, and no more of them."""

HOLDERS = (
    ("Norway", "Norway"),
    ("the Norlandian government", "Norlandian government"),
    ("Foreign Minister Karl Braun", "Karl Braun"),
    ("the Harbour Front", "Harbour Front"),
    ("Amina Okoro", "Amina Okoro"),
)
TAKING = (
    ("reject", "rejected", "rejecting", "the plan"),
    ("accept", "accepted", "accepting", "the offer"),
    ("disapprove", "condemned", "condemning", "the attack"),
    ("support", "welcomed", "welcoming", "the decision"),
    ("demand", "demanded", "demanding", "a ceasefire"),
    ("propose", "proposed", "proposing", "a ceasefire"),
    ("disapprove", "denounced", "denouncing", "the attack"),
    ("reject", "vetoed", "vetoing", "the resolution"),
    ("support", "endorsed", "endorsing", "the plan"),
)
CONSTRUCTIONS = (
    "{O} was {v} by {h} on Monday.",
    "{H} has repeatedly {v} {o}.",
    "{H}, which {v} {o}, sent a delegation to Geneva.",
    "In a statement {g} {o}, {h} said the talks would go on.",
    "{H} issued a statement {g} {o}.",
    "{H} met the envoy on Monday and {v} {o}.",
    "{H} left the talks on Friday, {g} {o}.",
    "In a letter to the council, {h} strongly {v} {o}.",
    "The talks ended in Geneva on Sunday after {h} {v} {o}.",
    "{H}, which had flown in from Brussels a few hours earlier, {v} {o}.",
    "The talks went on, but {h}, long a critic of the accord, {v} {o}.",
)


def _up(words: str) -> str:
    return words[:1].upper() + words[1:]


def _plain(words: str) -> str:
    return words.strip("“”.,")


def _people() -> Iterator[tuple[str, str, str]]:
    for number, (one, again, between) in enumerate(
        itertools.product(BRINGING_IN, MEETING_AGAIN, BETWEEN)
    ):
        name, pronoun, role = PEOPLE[number % len(PEOPLE)]
        parts = {
            "N": name,
            "S": " ".join(name.split()[1:]),
            "r": role,
            "R": _up(role),
            "a": "an" if role[0] in "aeiou" and role != "union leader" else "a",
            "p": pronoun,
            "P": _up(pronoun),
            "h": role.split()[-1],
        }
        yield (one + between + " " + again).format(**parts), name, one


def test_a_person_is_met_again() -> None:
    wrong = [
        (text, spoke) for text, name, _ in _people() if (spoke := speaker_of(text, "work")) != name
    ]
    assert not wrong, (len(wrong), wrong[:5])


def test_who_brings_himself_in_speaks() -> None:
    texts = {text.split(" Rain")[0]: (name, one) for text, name, one in _people()}
    wrong = [
        (text, spoke)
        for text, (name, one) in texts.items()
        if "reopen" in one and (spoke := speaker_of(text, "reopen")) != name
    ]
    assert not wrong, (len(wrong), wrong[:5])


def test_a_body_is_met_again() -> None:
    wrong = []
    for (body, name, called), one in itertools.product(BODIES, BODY_BROUGHT_IN):
        first = one.format(b=body, B=_up(body))
        again = [a.format(x=x, X=_up(x)) for a in BODY_AGAIN for x in called]
        for second in (*again, *BODY_AS_IT):
            spoke = speaker_of(f"{first} {second}", "work")
            if (spoke or "").lower() != name.lower():
                wrong.append((first, second, spoke))
    assert not wrong, (len(wrong), wrong[:5])


@pytest.mark.parametrize(("saying", "words"), SAYING, ids=[s for s, _ in SAYING])
def test_a_statement_is_found_whoever_makes_it_with_whatever_cue(
    saying: str, words: tuple[str, ...]
) -> None:
    wrong = []
    for (source, name), cue in itertools.product(SOURCES, CUES):
        text = saying.format(S=_up(source), s=source, c=cue)
        record = read_text(text, published="2014-02-11")
        said = [s for s in record.statements if s.category == "reported_speech"]
        found = [_plain(f.exact) for s in said for f in s.fragments]
        speakers = {(s.speaker_name or "").lower() for s in said}
        if sorted(found) != sorted(map(_plain, words)) or speakers != {name.lower()}:
            wrong.append((text, found, speakers))
    assert len(wrong) <= TOLERATED.get(saying, 0), (len(wrong), wrong[:5])


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_a_stance_is_found_whoever_takes_it_in_whatever_construction(construction: str) -> None:
    wrong = []
    for (holder, name), (stance, verb, gerund, thing) in itertools.product(HOLDERS, TAKING):
        text = construction.format(H=_up(holder), h=holder, v=verb, g=gerund, o=thing, O=_up(thing))
        if name in ("Karl Braun", "Amina Okoro"):
            text = text.replace(", which", ", who")
        record = read_text(text, published="2014-02-11")
        taken = [(p.stance, (p.holder_name or "").lower()) for p in record.positions]
        if taken != [(stance, name.lower())]:
            wrong.append((text, taken))
    assert not wrong, (len(wrong), wrong[:5])
