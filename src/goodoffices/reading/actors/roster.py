"""Actors of one report: every name goes to one actor, a surname to the person who bears it."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import given_names, places, roles
from goodoffices.reading.names.gazetteer import Name
from goodoffices.reading.names.spellings import alike, same_spelt_otherwise

_ADJECTIVE_OF: dict[str, str] = {}
for _word, _country in places.ADJECTIVES.items():
    _ADJECTIVE_OF.setdefault(_country, _word.title())

_TITLE_WORDS = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Prof)\.?\s+")


@dataclass
class Draft:
    """An actor while the report is being read; positions are code points of the stored text."""

    id: str
    name: str
    type: str
    country: str | None = None
    roles: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    mentions: dict[tuple[int, int], str] = field(default_factory=dict)
    affiliation: list[str] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    resolved: bool = True
    definite: bool = True
    lead: bool = False
    surname_at: int = -1
    bodies: list[str] = field(default_factory=list)
    backers: list["Draft"] = field(default_factory=list)
    rule: str = "name"

    def mention(self, start: int, end: int, form: str) -> None:
        """Note one more place where this actor is named."""
        self.mentions.setdefault((start, end), form)

    @property
    def is_person(self) -> bool:
        """Whether the actor is one human being."""
        return self.type == "person"

    def last_before(self, at: int) -> int:
        """Return the start of the last mention before ``at``, or -1."""
        return max((s for s, _ in self.mentions if s < at), default=-1)

    @property
    def first(self) -> int:
        """Start of the first mention."""
        return min((s for s, _ in self.mentions), default=0)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower-case a name and drop what transliterations differ in: apostrophes, hyphens, articles."""
    low = re.sub(r"[’'‘`.]", "", word.lower())
    return re.sub(r"^(?:al|el|an|ash|as)-(?=\w)", "", low)


def name_parts(name: str) -> list[str]:
    """Return the folded words of a name; an Arabic article belongs to the word after it."""
    parts = [fold(part) for part in name.split() if fold(part)]
    return [p for i, p in enumerate(parts) if p not in ("al", "el") or not 0 < i < len(parts) - 1]


def adjective_of(country: str) -> str:
    """Return the adjective of a country, for names such as 'Syrian opposition'."""
    return _ADJECTIVE_OF.get(country, country)


class Roster:
    """All actors met so far, found again by name, surname, acronym or role."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_key: dict[str, Draft] = {}
        self.countries: Counter[str] = Counter()
        self.parties: Counter[str] = Counter()
        self.forms: Counter[str] = Counter()
        self.expansions: dict[str, str] = {}
        self._made = 0

    def new(self, name: str, kind: str, rule: str = "name") -> Draft:
        """Add an actor under the next free id."""
        self._made += 1  # not the number of drafts: of two that turn out one, one is taken out
        draft = Draft(f"a{self._made}", name, kind, rule=rule)
        self.drafts.append(draft)
        return draft

    def by_key(self, key: str, name: str, kind: str, rule: str = "name") -> Draft:
        """Return the actor filed under ``key``, added where it is new."""
        draft = self._by_key.get(key)
        if draft is None:
            draft = self._by_key[key] = self.new(name, kind, rule)
        return draft

    def filed(self, key: str) -> Draft | None:
        """Return the actor filed under ``key``, if there is one."""
        return self._by_key.get(key)

    def file(self, key: str, draft: Draft) -> None:
        """File an actor under one more key."""
        self._by_key.setdefault(key, draft)

    def replace(self, draft: Draft, other: Draft) -> None:
        """Take an actor out who turned out to be another; who asks for it under its keys gets the other."""
        self.drafts.remove(draft)
        for key, filed in self._by_key.items():
            if filed is draft:
                self._by_key[key] = other

    def add(self, name: Name, form: str = "") -> Draft | None:
        """Take a name of the text into the roster and return its actor (None for places).

        ``form`` is the name as the text writes it, where a list knows it under another.
        """
        if name.kind in ("state", "adjective", "capital"):
            self.countries[name.key] += 1
        if name.kind == "state":
            draft = self.state(name.key)
        elif name.kind in ("org", "media"):
            draft = self.organisation(name)
        elif name.kind == "person":
            draft = self.person(name)
        else:
            return None
        draft.mention(name.start, name.end, "name")
        plain = re.sub(r"^(?:the|The)\s+", "", re.sub(r"\s+", " ", form or name.key))
        written = _wire_name(plain)
        bare = plain if form else written
        for known in dict.fromkeys((written, bare)):
            if name.kind in ("org", "media") and known not in (draft.name, *draft.aliases):
                draft.aliases.append(known)
        self.forms[f"{draft.id}:{written}"] += 1
        return draft

    def settle_names(self) -> None:
        """Call a body by the name the text uses most: 'LRA' where it is spelt out once."""
        for draft in self.drafts:
            if draft.is_person or draft.type == "state" or not draft.aliases:
                continue
            names = [draft.name, *draft.aliases]
            small = {
                n.lower() for n in names if not n.isupper()
            }  # 'KORDAN' where 'Kordan' is written
            best = max(
                names,
                key=lambda n: (
                    not (n.isupper() and n.lower() in small),
                    max(self.forms[f"{draft.id}:{m}"] for m in names if f" {n}".endswith(f" {m}")),
                    len(n),
                ),
            )
            draft.aliases = [n for n in dict.fromkeys(names) if n != best]
            draft.name = best

    def state(self, country: str) -> Draft:
        """Return the actor of a country."""
        draft = self.by_key(f"state:{country}", country, "state")
        draft.country = country
        return draft

    def organisation(self, name: Name) -> Draft:
        """Return the organisation of this name or acronym."""
        words = re.sub(r"^(?:the|The)\s+", "", name.key)
        words = _wire_name(words)
        key = f"org:{fold(_office_first(words))}"
        known = self.filed(key)
        if known is not None:
            if words not in (known.name, *known.aliases) and _office_first(words) != words:
                known.aliases.append(known.name)
                known.name = words  # 'Foreign Ministry' … 'Ministry of Foreign Affairs'
            return known
        twin = (
            self._of_state(words)
            or self._acronym_twin(words)
            or self.longer_name(words)
            or self._shorter_name(words)
        )
        if twin is not None:
            self.file(key, twin)
            if len(words) > len(twin.name):
                twin.aliases.append(twin.name)
                twin.name = words
            else:
                twin.aliases.append(words)
            return twin
        kind = "media" if name.kind == "media" else "group"
        return self.by_key(key, words, kind)

    def _of_state(self, words: str) -> Draft | None:
        """'the Foreign Ministry' after 'the Russian Foreign Ministry': the one named last."""
        low = words.lower()
        if " " not in words or not set(low.split()) <= body_words.OF_STATE:
            return None
        same = [d for d in self.drafts if d.rule == "name" and d.name.lower().endswith(f" {low}")]
        return max(same, key=lambda d: max(d.mentions, default=(0, 0)), default=None)

    def _acronym_twin(self, words: str) -> Draft | None:
        flat = words.replace(".", "")
        spelt = self.filed(f"org:{fold(_office_first(self.expansions.get(flat, '')))}")
        if spelt is not None:
            return spelt
        for draft in reversed(self.drafts):
            if draft.is_person or draft.type == "state":
                continue
            for other in (draft.name, *draft.aliases):
                if flat.isupper() and len(flat) >= 2 and initials(other) == flat:
                    return draft
                bare = other.replace(".", "")
                if (
                    bare.isupper()
                    and len(bare) >= 2
                    and " " not in bare
                    and initials(words) == bare
                ):
                    return draft
        return None

    def longer_name(self, words: str) -> Draft | None:
        """'Kopala' after 'Kopala Copper', 'the Ministry' after 'Ministry of Justice': one word of it."""
        if " " in words or len(words) < 4 or words.isupper():
            return None
        kind = words.lower() in body_words.CALLED_BY_HEAD
        same = [
            d
            for d in self.drafts
            if not d.is_person
            and d.type == "group"
            and d.rule == "name"
            and (parts := d.name.split())[1:]
            and (
                words.lower() in (parts[0].lower(), parts[-1].lower())
                if kind
                else (parts[0] == words and len(parts) < 4)
                or (parts[-1] == words and parts[0].lower() in _EDITIONS)
            )
        ]
        return same[0] if len(same) == 1 else None

    def _shorter_name(self, words: str) -> Draft | None:
        """'Avelo Airlines' after 'the budget airline Avelo': its first word, and what kind of body it is."""
        parts = words.split()
        if len(parts) not in (2, 3) or parts[-1].lower() not in body_words.NAME_HEADS:
            return None
        known = self.filed(f"org:{fold(parts[0])}")
        plain = known is not None and known.type == "group" and known.rule == "name"
        return known if plain and len(parts[0]) > 3 and not parts[0].isupper() else None

    def person(self, name: Name) -> Draft:
        """Return the person of this name: the same full name, or the bearer of the surname."""
        words = _TITLE_WORDS.sub("", name.key)
        parts = name_parts(words)
        draft = self._same_person(parts, name)
        if draft is None:
            draft = self.new(words, "person")
            draft.resolved = len(parts) > 1 or bool(name.title)
        elif len(parts) > len(name_parts(draft.name)):
            draft.aliases.append(draft.name)
            draft.name, draft.resolved = words, True
        if parts[-1:] == name_parts(draft.name)[-1:] and len(name_parts(draft.name)) > 1:
            draft.surname_at = name.start
        if draft.name.isupper() and len(draft.name) > 1 and words.lower() == draft.name.lower():
            draft.name = words  # 'KORDAN' in the headline, 'Kordan' below
        if name.title:
            self._take_title(draft, name.title)
        if name.nation and draft.country is None:
            draft.country = name.nation
        if name.body:
            draft.bodies.append(name.body)
            draft.bodies.extend(initials(name.body).split())
        if draft.gender is None and parts:
            first = given_names.without_accents(
                words.split()[0].lower().split("-")[0]
            )  # 'Jean-Claude'
            if len(parts) > 1 and not given_names.SURNAME_FIRST.fullmatch(words):
                draft.gender = (
                    "f"
                    if first in given_names.FEMALE_NAMES
                    else "m"
                    if first in given_names.MALE_NAMES
                    else None
                )
        return draft

    def _take_title(self, draft: Draft, title: str) -> None:
        low = roles.written_out(title)
        words = {w.strip(".") for w in low.split()}
        if words & roles.FEMALE_ROLES:
            draft.gender = "f"
        elif words & roles.MALE_ROLES:
            draft.gender = "m"
        if low.strip(".") not in ("mr", "mrs", "ms", "miss", "dr") and low not in draft.roles:
            draft.roles.append(low)
            draft.resolved = True

    def _same_person(self, parts: list[str], name: Name) -> Draft | None:
        if not parts:
            return None
        persons = [d for d in self.drafts if d.is_person]
        same = [d for d in persons if name_parts(d.name) == parts]
        if not same and len(parts) > 1:
            same = [d for d in persons if _compatible(name_parts(d.name), parts)]
        if not same and len(parts) == 2 and parts[0] in ("al", "el"):
            written = rf"(?i)\b(?:al|el)-{re.escape(parts[1])}\b"  # 'al-Kubaisi' … 'Al Kubaisi'
            same = [d for d in persons if re.search(written, d.name)]
        if not same and len(parts) > 1:
            same = [d for d in persons if same_spelt_otherwise(name_parts(d.name), parts)]
        if not same and len(parts) > 1:  # 'PM Anwar' … 'Anwar Ibrahim'
            same = [d for d in persons if name_parts(d.name) == parts[:1]]
        if not same and len(parts) == 1:
            same = [d for d in persons if name_parts(d.name)[-1:] == parts]
            same = same or [d for d in persons if parts[0] in name_parts(d.name)]
            same = same or [d for d in persons if alike((name_parts(d.name) or [""])[-1], parts[0])]
        if len(same) > 1:
            same = _by_title(same, name.title) or same
        by_surname = len(parts) == 1 and any(d.surname_at >= 0 for d in same)
        if by_surname:  # 'Elian … Gonzalez said': who was last called so, not who was last named
            return max(same, key=lambda d: (d.surname_at, d.last_before(name.start)))
        return max(same, key=lambda d: d.last_before(name.start)) if same else None

    def dominant_country(self) -> str | None:
        """Return the country whose government, opposition or people the text names most often.

        None where two are level.
        """
        top = self.parties.most_common(2) or self.countries.most_common(2)
        if not top or (len(top) == 2 and top[0][1] == top[1][1]):
            return None
        if not self.parties and top[0][1] < _OFTEN:
            return None
        return top[0][0]


_OFTEN = 3  # mentions that make a country the one a report is about


_EDITIONS = frozenset("daily sunday weekly evening morning".split())
"""Before a paper's name: 'the Daily Courier' is 'the Courier'."""


def _office_first(words: str) -> str:
    """'Ministry of Foreign Affairs' is the foreign ministry, 'Department of Education' the education one."""
    match = re.fullmatch(r"(?i)(ministry|department) of (?:the )?(\w+)(?: affairs)?", words)
    return f"{match.group(2)} {match.group(1)}" if match is not None else words


def _wire_name(words: str) -> str:
    """'Yonhap news agency' is Yonhap."""
    low = words.lower()
    for key, name in roles.WIRE_AGENCIES.items():
        if re.fullmatch(rf"{re.escape(key)}(?:\s+(?:news\s+)?agency)?", low):
            return name
    return words


def _by_title(same: list[Draft], title: str) -> list[Draft]:
    words = {w.strip(".") for w in roles.written_out(title).split()}
    if not words:
        return []
    if words & {"mrs", "ms", "miss"}:
        return [d for d in same if d.gender == "f"]
    if "mr" in words:
        men = [d for d in same if d.gender == "m"]
        return men or [d for d in same if d.gender != "f"]
    return [
        d for d in same if any({w.strip(".") for w in role.split()} & words for role in d.roles)
    ]


def _compatible(known: list[str], parts: list[str]) -> bool:
    """'Kofi A. Annan' and 'Kofi Annan'; 'van der Berg' and 'Staffan van der Berg'."""
    if known[-1:] != parts[-1:]:
        return len(known) == len(parts) and known[:-1] == parts[:-1] and alike(known[-1], parts[-1])
    if len(known) == 1:
        return True
    shorter, longer = sorted((known, parts), key=len)
    if shorter == longer[-len(shorter) :]:
        return True
    return shorter[0] == longer[0]


def initials(name: str) -> str:
    """Return the initials of the capitalised words of a name.

    >>> initials("Lord's Resistance Army")
    'LRA'
    """
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper())
