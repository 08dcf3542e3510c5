"""Names from everywhere, and two who take turns: who is meant again must not depend on who spoke between.

Products of short parts, as in ``test_reading_combinations``; here names without a title the model takes for
anything, and every person and body with a rival beside it.
"""

import itertools
from collections.abc import Iterator

import pytest

from goodoffices.reading import read_text
from tests.reading.labelled import speaker_of

NAMES = """
    Imre Mikhailenko|Kestas Whitlock|Cornelia Schmalz-Jacobsen|Terje Roed-Larsen|Sefa Nikau|
    Azamat Toktogulov|Bolormaa Gantulga|Nomvula Khoza|Tunde Adewale|Aino Rautala|Aung Kyaw Moe|
    Tshering Dorji|Somsak Chaiyaporn|Budi Santoso|Mele Fonua|Hone Parata|Yossi Ben-Ari|
    Nikos Papadakis|Zeynep Aslan|Zurab Tskhvediani|Hayk Petrosyan|Farrukh Saidov|Bekzod Rashidov|
    Oleksandr Shevchuk|Andrzej Kowalczyk|Zdenka Hruba|Eszter Kovacs|Ileana Marinescu|Ardit Hoxha|
    Chiara Bellandi|Ignacio Salcedo|Ifeoma Nwachukwu|Wanjiru Kamau|Hezron Kiplagat|Tirunesh Bekele|
    Garad Farah|Themba Ngcobo|Innocent Mugisha|Odette Ngaissona|Sigrun Jonsdottir|Siobhan O'Malley|
    Rhys Llewellyn|Anselm Baptiste|Yalitza Quispe|Xiomara Paz|Lakshmi Narayanan|Dilhan Perera|
    Bidzina Lomidze
"""
NAMED = (
    "{N} said on Tuesday that the bridge was closed. {S} added that the work was late.",
    "The bridge is closed, {N} told reporters. “The work is late,” {S} said.",
    "“The bridge is closed,” said {N}. Rain fell all day. {S} told the BBC the work was late.",
    "According to {N}, the bridge is closed. The work was late, {S} said.",
    "{N}, 54, said the bridge was closed. {S} said the work was late.",
    "{N}, who runs a shop there, said the bridge was closed. {S} said the work was late.",
)

NO_PERSONS = """
    Boko Haram|Abu Sayyaf|Shin Bet|Sinn Fein|Fine Gael|Plaid Cymru|Rio Tinto|Goldman Sachs|
    Royal Mail|Deutsche Telekom|Le Monde|Der Spiegel|La Repubblica|Scotland Yard|Wall Street|
    Global Witness|Statistics Norway|Air France|Northern Rail|Al Shabaab
"""

PEOPLE = (
    ("Tomas Irelli", "he", "mayor"),
    ("Amina Okoro", "she", "union leader"),
    ("Karl Braun", "he", "energy minister"),
    ("Ingrid Falk", "she", "human rights lawyer"),
    ("Lakhdar Ben Salem", "he", "army commander"),
)
FIRST = (
    "{RA} {A} said the bridge was closed.",
    "“The bridge is closed,” said {A}, the {ra}.",
    "{A}, the {ra}, met {rb} {B} on Monday.",
    "The {ra} of Quelle, {A}, accused {rb} {B} of closing the bridge.",
)
THEN = (
    "{RB} {B} said it was open.",
    "{B}, the {rb}, disagreed.",
    "But {rb} {B} told reporters it was open.",
    "“It is open,” said {B}, the {rb}.",
)
AGAIN = (
    "{s} said the work was late.",
    "The {r} said the work was late.",
    "“The work is late,” the {r} said.",
    "{P} said the work was late.",
    "According to {s}, the work was late.",
    "“The work is late,” {p} said.",
    "{o}'s remarks came as the {r} said the work was late.",
)

BODIES = (
    ("the Norlandian energy ministry", "Norlandian energy ministry", ("the energy ministry",)),
    ("the Harbour Workers Union", "Harbour Workers Union", ("the union",)),
    ("the aid group Lantern", "Lantern", ("the aid group", "Lantern")),
    (
        "the rebel Front for Unity",
        "Front for Unity",
        ("the rebel group", "the Front", "the rebels"),
    ),
    ("the oil company Gasnor", "Gasnor", ("the company", "Gasnor")),
    ("the electoral commission", "electoral commission", ("the commission",)),
    ("the opposition Democratic League", "Democratic League", ("the party", "the League")),
    ("Human Rights Watch", "Human Rights Watch", ("HRW", "the rights group")),
    ("Norway", "Norway", ("Oslo",)),
    ("the Greek coast guard", "Greek coast guard", ("the coast guard",)),
    ("the Supreme Court", "Supreme Court", ("the court",)),
    ("Hamas", "Hamas", ("the militant group", "the movement")),
    ("the Daily Courier newspaper", "Daily Courier", ("the newspaper", "the paper", "the Courier")),
    ("the UN refugee agency", "UN refugee agency", ("the agency", "the UN agency")),
)
BODY_FIRST = (
    "{A} said the bridge was closed.",
    "The bridge is closed, {a} said in a statement.",
    "{A} accused {b} of closing the bridge.",
)
BODY_THEN = (
    "{B} said it was open.",
    "{B} denied the charge.",
    "But {b} told reporters it was open.",
)
BODY_AGAIN = ("{X} said the work was late.", "According to {x}, the work was late.")


def _names(listed: str) -> list[str]:
    return [" ".join(name.split()) for name in listed.split("|") if name.strip()]


def _up(words: str) -> str:
    return words[:1].upper() + words[1:]


@pytest.mark.parametrize("frame", NAMED)
def test_a_name_without_a_title_is_a_person_and_his_surname_too(frame: str) -> None:
    wrong = []
    for name in _names(NAMES):
        record = read_text(frame.format(N=name, S=name.split()[-1]), published="2014-02-11")
        kinds = {a.id: a.type for a in record.actors}
        spoke = {(s.speaker_name, kinds.get(s.speaker or "")) for s in record.statements}
        if spoke != {(name, "person")}:
            wrong.append((name, spoke))
    assert not wrong, (len(wrong), wrong[:5])


def test_bodies_with_names_like_persons_are_none() -> None:
    text = "{N} said on Tuesday that the talks had failed. In the town {N} told reporters the deal was off."
    wrong = [
        (name, actor.name)
        for name in _names(NO_PERSONS)
        for actor in read_text(text.format(N=name), published="2014-02-11").actors
        if actor.type == "person"
    ]
    assert not wrong, wrong


def _people() -> Iterator[tuple[str, str]]:
    pairs = itertools.cycle((i, (i + 1) % len(PEOPLE)) for i in range(len(PEOPLE) - 1))
    for first, then, again in itertools.product(FIRST, THEN, AGAIN):
        one, other = (PEOPLE[i] for i in next(pairs))
        for who, rival in ((one, other), (other, one)):
            yield (
                " ".join((first, then, again)).format(
                    A=one[0],
                    B=other[0],
                    RA=_up(one[2]),
                    ra=one[2],
                    RB=_up(other[2]),
                    rb=other[2],
                    s=" ".join(who[0].split()[1:]),
                    o=" ".join(rival[0].split()[1:]),
                    r=who[2],
                    p=who[1],
                    P=_up(who[1]),
                ),
                who[0],
            )


def test_a_person_is_told_from_a_rival() -> None:
    wrong = [
        (text, spoke) for text, name in _people() if (spoke := speaker_of(text, "work")) != name
    ]
    assert not wrong, (len(wrong), wrong[:5])


@pytest.mark.parametrize("number", range(len(BODIES)), ids=[b[1] for b in BODIES])
def test_a_body_is_told_from_a_rival(number: int) -> None:
    wrong = []
    frames = list(itertools.product(BODY_FIRST, BODY_THEN, BODY_AGAIN))
    for step, other in enumerate(BODIES[:number] + BODIES[number + 1 :]):
        for k in range(step % 6, len(frames), 6):
            first, then, again = frames[k]
            one, two = (BODIES[number], other) if k % 2 else (other, BODIES[number])
            parts = {"a": one[0], "A": _up(one[0]), "b": two[0], "B": _up(two[0])}
            for called in BODIES[number][2]:
                if called.split()[-1] in other[1].lower().split():
                    continue  # 'the agency' is two agencies'
                text = " ".join((first, then, again)).format(X=_up(called), x=called, **parts)
                spoke = speaker_of(text, "work")
                if (spoke or "").lower() != BODIES[number][1].lower():
                    wrong.append((text, spoke))
    assert not wrong, (len(wrong), wrong[:5])
