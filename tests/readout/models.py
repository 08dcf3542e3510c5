"""Models that the tests of the readouts render: the Council draft, the table, and made-up ones."""

from goodoffices.conflict import Conflict
from goodoffices.conflict.file import parse_conflict

COUNCIL = """\
format = 1
title = "The Council draft, February 2014"
date = 2014-02-11
status_quo = ["trigger", "vote", "veto"]
story = \"\"\"
The sponsors of a draft resolution on relief keep a clause on sanctions in the text.

Russia says that the draft will not be adopted.\"\"\"

[reading]
name = "main"
by = "A. Analyst"
written = 2026-11-20
note = "Written knowing the outcome; some statements are inferred."

[decision_makers.sponsors]
name = "Sponsors"
options.trigger = "keep the sanctions clause in the text"
options.vote = { text = "put the draft to a vote", kind = "procedure" }
preferences = [
  { wants = "adopted", because = ["blue"] },
  "adopted and trigger",
  { wants = "access", because = ["blue", "afp"], note = "the purpose of the draft" },
  "not (veto and not trigger)",
  "vote",
  "trigger",
]

[decision_makers.russia]
name = "Russia"
options.veto = "cast a veto"
preferences = [
  { wants = "not (adopted and trigger)", because = ["afp"] },
  "not (veto and not trigger)",
  "not trigger",
  "not veto",
  "access",
  "not vote",
]

[decision_makers.government]
name = "Government"
options.access = "open access"
preferences = ["not (adopted and trigger)", "access iff (adopted and trigger)", "not vote"]

[derived]
adopted = { is = "vote and not veto", text = "the draft is adopted" }

[[feasibility]]
never = "veto and not vote"
because = ["blue"]
note = "there is nothing to veto without a vote"

[evidence.blue]
citation = "What's in Blue, 6 February 2014"
said = 2014-02-06
known = 2014-02-07
url = "https://www.whatsinblue.org/"
quote = "a draft with a clause"

[evidence.afp]
citation = "Agence France-Presse, 11 February 2014"
said = 2014-02-11
"""

TABLE = """\
format = 1
title = "The table at Geneva, 10-15 February 2014"
date = "2014-02"
status_quo = []
story = "Two sides, a mediator and two patrons."

[reading]
name = "historical"
by = "A. Analyst"
written = 2026-11-20

[decision_makers.government]
name = "Syrian government"
options.parallel = "treat transition and violence in parallel"
options.tgb = "accept a transitional governing body with full powers"
preferences = ["not tgb", "accept_assad", "not russia_presses", "sequence if russia_presses",
  "terrorism_first", "russia_presses if parallel", "round", "us_presses"]

[decision_makers.opposition]
name = "Opposition Coalition"
options.terrorism_first = "accept terrorism first, to the end"
options.accept_assad = "accept Assad through the transition"
preferences = ["tgb", "not accept_assad", "parallel", "not terrorism_first", "round iff parallel",
  "russia_presses", "not us_presses"]

[decision_makers.mediator]
name = "Mediator"
role = "mediator"
options.round = { text = "convene a third round with a date", kind = "procedure" }
preferences = ["tgb", "round iff sequence", "sequence", "russia_presses", "us_presses"]

[decision_makers.russia]
name = "Russia"
role = "patron"
options.russia_presses = "press Damascus"
preferences = ["not tgb", "accept_assad", "not russia_presses", "round", "us_presses"]

[decision_makers.us]
name = "United States"
role = "patron"
options.us_presses = "press the Coalition"
preferences = ["tgb", "not accept_assad", "round", "russia_presses", "not us_presses"]

[derived]
sequence = { is = "parallel or terrorism_first", text = "an order of business is accepted" }

[[feasibility]]
never = "tgb and not sequence"

[[feasibility]]
mutually_exclusive = ["parallel", "terrorism_first"]

[rival_readings.alternative]
title = "Russia would not go first"
by = "B. Analyst"
preferences.russia = ["not tgb", "accept_assad", "round", "not russia_presses", "us_presses"]

[rival_readings.leading]
title = "Russia leads"
by = "C. Analyst"
preferences.russia = ["not tgb", "accept_assad", "russia_presses or terrorism_first", "round",
  "us_presses"]
"""

HOSTILE = "<script>alert('x')</script> & \"quoted\" </style> \u202eשלום عربي"


def council() -> Conflict:
    """Return the Council draft: 12 states."""
    return parse_conflict(COUNCIL, "council.toml")


def table() -> Conflict:
    """Return the table: 80 states, three readings of Russia."""
    return parse_conflict(TABLE, "table.toml")


def small() -> Conflict:
    """Return a conflict of eight states without evidence, story or constraint."""
    parts = "\n".join(
        f"[decision_makers.dm{i}]\nname = 'Party {i}'\noptions.{o} = 'do {o}'\n"
        f"preferences = ['{o} iff {p}', 'not {o}']"
        for i, (o, p) in enumerate(zip("abc", "bca", strict=True))
    )
    return parse_conflict(f"format = 1\ntitle = 'Eight states'\nstatus_quo = ['a']\n{parts}\n")


def wide(options: int = 10, dms: int = 4) -> Conflict:
    """Return a made-up conflict of 2^options less a fifth or so states, several hundred and more."""
    names = [f"o{k}" for k in range(options)]
    parts = []
    for i in range(dms):
        own = names[i::dms]
        other = names[(i + 1) % options :: dms]
        wants = [*(f"{a} iff {b}" for a, b in zip(own, other, strict=False)), f"not {own[0]}"]
        opts = "\n".join(f"options.{o} = 'take step {o}'" for o in own)
        parts.append(
            f"[decision_makers.dm{i}]\nname = 'Party {i}'\n{opts}\npreferences = {wants}\n"
        )
    never = "[[feasibility]]\nnever = 'o0 and o1 and (o2 or o3)'\n"
    head = "format = 1\ntitle = 'A wide conflict'\nstatus_quo = ['o0']\n"
    return parse_conflict(head + "\n".join(parts) + never)


def hostile() -> Conflict:
    """Return the Council draft with markup, quotes and right-to-left marks in every free text."""
    import json

    text = COUNCIL
    word = json.dumps(HOSTILE)
    for said in (
        '"The Council draft, February 2014"',
        '"A. Analyst"',
        '"Written knowing the outcome; some statements are inferred."',
        '"keep the sanctions clause in the text"',
        '"the purpose of the draft"',
        '"Sponsors"',
        '"the draft is adopted"',
        '"there is nothing to veto without a vote"',
        '"What\'s in Blue, 6 February 2014"',
        '"a draft with a clause"',
        '"open access"',
    ):
        assert said in text, said
        text = text.replace(said, word)
    text = text.replace('"""', "'''", 1).replace('"""', "'''", 1)
    return parse_conflict(
        text.replace("Russia says that", f"{HOSTILE.replace(chr(39), '')} says that")
    )
