"""Who bears a role: 'the envoy' is the person whose role that is, said so in the text, latest first."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field

from goodoffices.reading.actors.offices import own_office
from goodoffices.reading.actors.phrases import phrase_end
from goodoffices.reading.actors.roster import Draft, Roster
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import places, roles
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.names.gazetteer import Name

SYNONYMS = [
    frozenset({"government", "regime", "administration"}),
    frozenset({"president", "leader", "head of state"}),
    frozenset(
        {"envoy", "mediator", "diplomat", "representative", "facilitator", "ambassador", "emissary"}
    ),
    frozenset({"minister", "official", "diplomat"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "official"}),
    frozenset({"general", "commander", "officer"}),
    frozenset({"premier", "pm", "minister", "leader"}),
    frozenset({"secretary", "official", "diplomat"}),
    frozenset({"chief", "head", "leader", "director", "boss", "chairman", "commissioner"}),
    frozenset({"rebels", "insurgents", "guerrillas", "fighters", "militants", "separatists"}),
    frozenset({"coordinator", "official"}),
    frozenset({"negotiator", "envoy", "representative", "official"}),
    frozenset({"chancellor", "leader"}),
    frozenset({"king", "monarch", "ruler"}),
    frozenset({"pope", "pontiff"}),
    frozenset({"lawmaker", "senator", "legislator", "representative", "congressman"}),
    *(
        frozenset({"cleric", office})
        for office in "ayatollah mullah imam sheikh mufti rabbi priest bishop archbishop".split()
    ),
]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actor a mention stands for, by which rule, how sure."""

    actor: Draft
    rule: str
    score: float


@dataclass
class Focus:
    """What a sentence leaves in the reader's mind: who spoke, who was its subject, who was named."""

    number: int
    speakers: list[Draft] = field(default_factory=list)
    subjects: list[Draft] = field(default_factory=list)
    named: list[Draft] = field(default_factory=list)
    introduced: list[tuple[str, Sentence, int]] = field(default_factory=list)
    bodies: list[tuple[str, Sentence, int]] = field(default_factory=list)
    acting: Draft | None = None  # whose speech act, without words of theirs, it tells
    document: Draft | None = None  # whose statement or letter spoke
    letter: Draft | None = None  # who is told to have written one
    report: Draft | None = None  # which body's report spoke


class Bearers(ABC):
    """Rules for roles, and what all rules know: the text, the roster, what was read so far."""

    text: str
    roster: Roster
    owner: dict[int, Draft]
    history: list[Focus]
    met: dict[int, Draft]

    @abstractmethod
    def names_between(self, start: int, end: int) -> list[Name]:
        """Return the names that start inside a character range."""

    @abstractmethod
    def resolve(self, sentence: Sentence, source: SourceRange) -> "Resolved | None":
        """Return the actor a source mention stands for, or None."""

    @abstractmethod
    def _pronoun(self, sentence: Sentence, head: Token) -> "Resolved | None":
        """Return the actor a pronoun stands for, or None."""

    def _definite(self, sentence: Sentence, low: int, head: Token) -> bool:
        return not any(
            t.lower in _INDEFINITE and t.head == head.i for t in sentence.tokens[low : head.i]
        )

    def _country_in(self, sentence: Sentence, low: int, head: Token) -> str | None:
        stop = sentence.tokens[
            phrase_end(
                sentence, SourceRange(low, min(sentence.edges[head.i][1] + 1, head.i + 8), head.i)
            )
            - 1
        ]
        for name in self.names_between(sentence.tokens[low].start, max(head.end, stop.end)):
            if name.kind in ("state", "adjective", "capital"):
                return name.key
            found = self.owner.get(name.start)
            if found is not None and found.type == "state":
                return found.name
        return None

    def _bearer(
        self, sentence: Sentence, low: int, head: Token, country: str | None
    ) -> Draft | None:
        """The person whose role this is: said so in the text, latest mention first."""
        wanted = head.lower
        if wanted == "head" and sentence.words(head.i + 1, head.i + 3).lower() == "of state":
            wanted = "president"
        modifiers = {
            t.lower
            for t in sentence.tokens[low : head.i]
            if t.tag in ("NN", "NNP", "JJ", "VBN") and t.entity not in ("NORP", "GPE")
        }
        owned = (
            any(t.tag in ("POS", "PRP$") for t in sentence.tokens[low : head.i]) and country is None
        )
        bodies = {
            n.key
            for n in self.names_between(sentence.tokens[low].start, head.start)
            if n.kind == "org"
        }
        best: tuple[tuple[int, int, int], Draft] | None = None
        for draft in self.roster.drafts:
            last = draft.last_before(head.start)
            if not draft.is_person or last < 0 or _another(sentence, low, head, draft):
                continue
            words = own_office(draft.roles)
            exact = wanted in words or bool(
                bodies & set(draft.bodies) and wanted in _HEADS | {"official"}
            )
            known = self._country_of(draft)
            if wanted == "diplomat" and "top" in modifiers and words & {"secretary", "foreign"}:
                exact, known = True, known or country  # 'the top US diplomat'
            if not exact and (
                (modifiers - {"leader"} - words and country is None)
                or owned
                or not any(wanted in s and words & s for s in SYNONYMS)
            ):
                continue
            if country is not None and country != known and (known or wanted in _SENT_BY):
                continue
            if country is not None and known is None and not exact and draft.bodies:
                continue
            if other_portfolio(modifiers, words) or (owned and not exact):
                continue
            fit = (
                int(country is not None and known == country) + len(modifiers & words),
                int(exact),
                last,
            )
            if best is None or fit > best[0]:
                best = (fit, draft)
        if best is not None:
            return best[1]
        return self._recent_singleton(sentence, head)

    def _recent_singleton(self, sentence: Sentence, head: Token) -> Draft | None:
        """'the ousted leader' with no role on file: the last person in focus, for words that fit any."""
        if head.lower not in _MAY_BE_ANYBODY:
            return None
        second = sentence.tokens[max(0, head.i - 1)].lower in (
            "deputy",
            "vice",
            "assistant",
            "acting",
        )
        if second and head.lower != "leader":
            return None  # 'the deputy governor' is not just anybody
        owner = any(t.tag in ("POS", "PRP$") for t in sentence.tokens[max(0, head.i - 4) : head.i])
        if owner or self._served(head):
            return None
        for focus in reversed(self.history[-3:]):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                if draft.is_person and (not draft.roles or head.lower == "leader"):
                    return draft
        return None

    def _served(self, head: Token) -> bool:
        """'who heads the office of the president': somebody else's office, spoken of before."""
        spoken_of = rf"\b(?:of|for|to|by|with|under|from) the {re.escape(head.lower)}\b"
        return (
            re.search(spoken_of, self.text[max(0, head.start - 400) : head.start].lower())
            is not None
        )

    def _bearing(self, word: str) -> Draft | None:
        """'Elhelw', which the parser takes for a common noun: the person of that surname."""
        for draft in reversed(self.roster.drafts):
            if draft.is_person and " " in draft.name and draft.name.split()[-1] == word:
                return draft
        return None

    def _described(self, sentence: Sentence, low: int, head: Token) -> Draft | None:
        """'the Ghanaian', 'the 67-year-old', 'the 82-year-old politician': the person last in focus."""
        inside = sentence.tokens[low : head.i + 1]
        of_age = any(t.lower == "old" for t in inside) and any(t.lower == "year" for t in inside)
        land = places.ADJECTIVES.get(head.lower) if head.tag in ("NN", "NNP") else None
        one = land is not None and len(inside) == 2 and head.lower.endswith(("an", "i"))
        any_age = of_age or _told_by_life(sentence, inside, head)
        member = head.lower in roles.MEMBERS and (
            (len(inside) == 3 and (inside[1].tag == "NNP" or head.lower in _SIDES))
            or (len(inside) == 4 and head.lower in _SIDES)
        )
        if inside[0].lower != "the" or not (any_age or one or member):
            return None
        for focus in reversed(self.history[-3:]):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                known = self._country_of(draft) if draft.is_person else None
                if draft.is_person and (any_age or member or known in (None, land)):
                    return draft
        return None

    def _one_of_two(self, sentence: Sentence, head: Token) -> Resolved | None:
        """'The former said …, the latter …': the first or the second of the two named last."""
        if head.lower not in ("former", "latter") or sentence.words(head.i - 1, head.i) not in _THE:
            return None
        named: list[Draft] = []
        for name in self.names_between(max(0, head.start - _NEAR), head.start):
            draft = self.owner.get(name.start)
            if draft is not None and draft not in named:
                named.append(draft)
        if head.lower == "latter":
            return Resolved(named[-1], "latter", 0.7) if named else None
        alike = [d for d in named if d.is_person == named[-1].is_person]
        return Resolved(alike[-2], "former", 0.7) if len(alike) > 1 else None

    def _country_of(self, draft: Draft) -> str | None:
        if draft.country:
            return draft.country
        for role in draft.roles:
            for word in re.findall(r"[\w.]+", role):
                if word in places.ADJECTIVES:
                    return places.ADJECTIVES[word]
                if word in places.COUNTRIES:
                    return places.COUNTRIES[word]
        return None


def _told_by_life(sentence: Sentence, inside: Sequence[Token], head: Token) -> bool:
    """'the mother of three', 'the two-time minister', 'the ex-policeman': said of a person known."""
    words = [t.lower for t in inside]
    children = sentence.tokens[head.i + 2 : head.i + 3]
    parent = head.lower in _PARENTS and sentence.next_word(head.i) == "of"
    times = words[-3:-1] == ["-", "time"] and len(words) in (4, 5)
    return (parent and bool(children) and children[0].tag == "CD") or times or words[1:3] == _EX


_PARENTS = frozenset("mother father grandmother grandfather".split())
_EX = ["ex", "-"]
_THE = ("the", "The")
_NEAR = 300  # characters back in which the two last named stand
_SIDES = frozenset("conservative liberal socialist communist islamist".split())
_SENT_BY = frozenset("representative delegate ambassador".split())
_INDEFINITE = frozenset(
    "a an one another two some several many no neither either each every any both".split()
)
_MAY_BE_ANYBODY = frozenset(
    "leader man woman politician diplomat envoy veteran official president general minister mediator chief "
    "secretary chancellor premier senator congressman lawmaker governor mayor author writer activist "
    "campaigner expert analyst lawyer judge professor candidate director chairman commissioner "
    "spokesman spokeswoman founder strategist convener convenor congressman congresswoman councillor "
    "billionaire tycoon businessman businesswoman academic economist banker scholar scientist "
    "researcher historian cleric priest bishop pastor doctor farmer fisherman driver teacher student "
    "actor singer player striker footballer coach captain colonel commander investigator consultant "
    "dissident contender challenger incumbent nominee engineer pilot survivor pensioner columnist "
    "editor".split()
)
"""Roles a person named without one may turn out to have."""
_HEADS = frozenset("chief head leader boss".split())


_PORTFOLIOS = frozenset(
    """foreign defence defense interior finance agriculture energy justice trade health
education transport prime information culture water environment oil economy vice deputy chief rebel
opposition press""".split()
)


def other_portfolio(modifiers: set[str], known: set[str]) -> bool:
    """The agriculture minister is not the defence minister."""
    wanted, has = modifiers & _PORTFOLIOS, known & _PORTFOLIOS
    return bool(wanted and has and not wanted & has)


_ORDINALS = frozenset("first second third fourth other".split())


def _another(sentence: Sentence, low: int, head: Token, met: Draft) -> bool:
    """'The second source' is not 'a first source', nor 'a source'."""
    own = {t.lower for t in sentence.tokens[low : head.i]} & _ORDINALS
    return bool(own) and met.rule == "nominal" and own != set(met.name.lower().split()) & _ORDINALS
