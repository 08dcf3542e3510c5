"""Bodies met before: "the group", "the newspaper", "the kingdom" a second time."""

import re
from collections.abc import Sequence

from goodoffices.reading.actors.bearers import SYNONYMS, Bearers
from goodoffices.reading.actors.roster import Draft
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import given_names, known_bodies, places
from goodoffices.reading.english.regions import POLITY_NOUNS, REALMS, REGIONS
from goodoffices.reading.grammar.syntax import Sentence, Token


class Bodies(Bearers):
    """Rules that find a body again by the noun it is called by."""

    def _issued_last(self, kind: str) -> Draft | None:
        """Who may have issued 'the statement': the person just told of, who spoke last, a subject."""
        if kind == "letter":
            for focus in reversed(self.history):
                if focus.letter is not None:
                    return focus.letter
        recent = self.history[:-4:-1]
        told = next((f.document for f in recent[:1] if f.document is not None), None)
        if told is not None and kind == "statement":
            return told
        acted = recent[0].subjects[:1] if recent and not recent[0].speakers else []
        just = [d for d in acted if d.is_person and d.rule == "name"]
        spoke = [d for focus in recent for d in focus.speakers]
        subjects = [d for focus in recent for d in focus.subjects]
        return next(iter((*just, *spoke, *subjects)), None)

    def _reported_last(self) -> Draft | None:
        """'Kordan television reported … The report said': the medium that spoke just before."""
        spoke = next((d for focus in self.history[:-3:-1] for d in focus.speakers), None)
        if spoke is not None and (spoke.type == "media" or _AIRED.search(spoke.name)):
            return spoke
        return None

    def _both(self, sentence: Sentence, low: int, head: Token) -> Draft | None:
        """'both sides', 'the two leaders': the two named together before."""
        if head.lower not in _TWO or not {t.lower for t in sentence.tokens[low : head.i]} & {
            "both",
            "two",
        }:
            return None
        for focus in reversed(self.history[-4:]):
            for draft in (*focus.speakers, *focus.subjects):
                if draft.rule == "coordination" and draft.name.count(" and ") == 1:
                    return draft if "," not in draft.name else None
        return self._two_named(head)

    def _two_named(self, head: Token) -> Draft | None:
        """'O'Hare is a hub for American Airlines and United Airlines. Both airlines said': the only two."""
        kind = next((k for k, nouns in _TWO_OF.items() if head.lower in nouns), None)
        for focus in reversed(self.history[-2:]):
            two = list(dict.fromkeys(d.name for d in focus.named if d.type == kind))
            if len(two) == 2 and kind is not None:
                words = f"{two[0]} and {two[1]}"
                pair = self.roster.by_key(f"group:{words.lower()}", words, "group", "coordination")
                pair.plural = True
                return pair
        return None

    def _named_more_fully(self, words: str, head: Token) -> Draft | None:
        """'the North Korean mission' after 'the North Korean mission to the United Nations'."""
        parts = words.lower().split()
        unlike_others = (
            not set(parts) <= body_words.OF_STATE
        )  # another state may have a 'foreign ministry'
        spoke = [d for focus in self.history[-3:] for d in focus.speakers]
        like = [
            d for d in self.roster.drafts if len(parts) > 1 and d.name.lower().split()[1:] == parts
        ]
        for draft in self.roster.drafts:
            longer = draft.name.lower()
            own = longer.split()
            if (
                draft.rule in ("name", "nominal")
                and not draft.is_person
                and len(parts) == 2
                and (parts[0] in places.ADJECTIVES or parts[0] in ("un", "u.n.", "eu"))
                and len(own) > 2
                and parts == [own[0], own[-1]]
            ):
                return draft  # 'the Russian ministry', 'the UN agency'
            again = (
                own[1:] == parts and len(like) == 1 and (unlike_others or draft in spoke)
            )  # 'the Greek coast guard … the coast guard'
            if (
                draft.rule == "nominal"
                and draft.last_before(head.start) >= 0
                and (longer.startswith(words.lower() + " ") or again)
                and not draft.is_person
            ):
                return draft
        return None

    def _same_head(self, lemma: str, before: int) -> Draft | None:
        synonyms = next(
            (s for s in SYNONYMS if lemma in s and lemma != "official"), frozenset({lemma})
        )
        fitting: list[Draft] = []
        for draft in self.roster.drafts:
            if draft.is_person or draft.last_before(before) < 0:
                continue
            if draft.rule == "coordination":
                continue  # 'the government and rebels met … the rebels said'
            if draft.name.lower().startswith("one of "):
                continue  # 'one of the sources … the sources said': all of them
            tail = (
                [lemma]
                if lemma in draft.roles
                and (
                    lemma in body_words.FOLLOWERS or (draft.rule == "nominal" and not draft.plural)
                )
                else draft.name.lower().split()[-1:]
            )
            if draft.rule == "nominal":
                draft = self._named_beside(draft)
            elif lemma in _HEADED:
                tail = [*tail, *_before_of(draft.name)]
            fits = bool(tail) and (
                lemma in (tail[0], tail[-1])
                or (draft.rule == "name" and _ends_in(draft.aliases, lemma))
                or (lemma == "rebels" and draft.plural and "rebel" in draft.name.lower())
                or (lemma in _FIGHTERS and self._stands_behind(draft, lemma.removesuffix("s")))
                or (lemma in ("government", "regime", "administration") and tail[0] in synonyms)
            )
            if fits:
                fitting.append(draft)
        spoke = (d for focus in reversed(self.history[-3:]) for d in focus.speakers)
        last = next((d for d in spoke if d in fitting), None)
        return last or max(fitting, key=lambda d: _named_before(d, before), default=None)

    def _named_beside(self, draft: Draft) -> Draft:
        """'The state news agency Norpress said … the agency said': whom the noun stood before."""
        for _, end in draft.mentions:
            named = self.owner.get(end + 1)
            if named is not None and self.text[end : end + 1] == " " and named.type != "person":
                return named
        return draft

    def _stands_behind(self, draft: Draft, word: str) -> bool:
        """'the rebel Front for Unity said … the rebels said': the name had that word before it."""
        named = draft.type == "group" and draft.rule == "name"
        ahead = re.compile(
            rf"\b{re.escape(word)}(?:,(?: the)?)? $"
        )  # 'the main party, the X League'
        return named and any(
            ahead.search(self.text[max(0, start - len(word) - 7) : start])
            for start, _ in draft.mentions
        )

    def _last_body(self, lemma: str, described: frozenset[str] = frozenset()) -> Draft | None:
        """The body last in mind that may be called so; ``described`` are the words before the noun."""
        sorts = (described | {lemma}) & frozenset(body_words.SORTS)
        known = self._of_sort(sorts) if sorts else None
        if known is None and lemma in body_words.FIRMS:
            known = self._told_to_be(lemma)
        if known is not None:
            return known
        for focus in reversed(self.history[-4:]):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                states = sorts and draft.name.lower() in known_bodies.OF_STATES
                if self._called(draft, lemma) and not states:  # the U.N. is no 'militant group'
                    return draft
        if lemma in body_words.MEDIA - {"agency"}:  # 'the FT said … the newspaper said'
            spoke = (d for focus in reversed(self.history[-3:]) for d in focus.speakers)
            return next((d for d in spoke if self._is_firm(d) and not d.plural), None)
        return None

    def _paper_before(self) -> Draft | None:
        """'the daily Al-Manbar reported … The paper said': a newspaper spoke or was named before."""
        for focus in reversed(self.history):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                printed = any(self._stands_behind(draft, noun) for noun in body_words.PRINTED)
                if printed or (self._called(draft, "newspaper") and draft.rule == "name"):
                    return draft
        return None

    def _of_sort(self, sorts: frozenset[str]) -> Draft | None:
        """'the militant group' is Hamas though the army spoke since: a body called so, or of that sort."""
        of_sort = None
        for focus in reversed(self.history):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                if draft.plural or draft.type not in ("group", "media", "armed group"):
                    continue
                if any(self._stands_behind(draft, sort) for sort in sorts):
                    return draft
                names = " ".join((draft.name, *draft.aliases)).lower()
                if any(re.search(body_words.SORTS[sort], names) for sort in sorts):
                    of_sort = of_sort or draft
        return of_sort

    def _taken_for_person(self) -> Draft | None:
        """'Toyama Heavy said … The company': what looked like a person's name, and nothing else fits."""
        for focus in reversed(self.history[-3:]):
            for draft in (*focus.speakers, *focus.subjects):
                plain = draft.is_person and draft.rule == "name" and not draft.roles
                given = given_names.is_given(draft.name.lower().split()[0])
                if plain and draft.gender is None and not given and draft.name.count(" ") < 2:
                    draft.type = "group"
                    return draft
        return None

    def _told_to_be(self, lemma: str) -> Draft | None:
        """'the budget airline Avelo', 'Avelo, a Texas carrier': a name with the noun beside it."""
        noun = rf"(?:{'|'.join(next((s for s in _KINDRED if lemma in s), {lemma}))})"
        near = (
            draft
            for focus in self.history[: -_FAR - 1 : -1]
            for draft in (*focus.speakers, *focus.subjects, *focus.named)
        )
        for draft in {id(d): d for d in near}.values():
            if draft.type != "group" or draft.plural or draft.rule != "name":
                continue
            if any(re.search(rf"(?i)\b{noun}s?\b", n) for n in (draft.name, *draft.aliases)):
                return draft
            for start, end in draft.mentions:
                before, after = self.text[max(0, start - 40) : start], self.text[end : end + 90]
                if re.search(rf"\b{noun} $", before) or re.match(
                    rf", [^,.;]{{0,60}}\b{noun}\b", after
                ):
                    return draft
        return None

    def _named_just_before(self, sentence: Sentence, lemma: str, before: int) -> Draft | None:
        """'lied to the House Ethics Committee, the panel said': named in the same sentence."""
        for name in reversed(self.names_between(sentence.start, before)):
            draft = self.owner.get(name.start)
            if draft is not None and lemma in body_words.SHORT and self._called(draft, lemma):
                return draft
        return None

    def _called(self, draft: Draft, lemma: str) -> bool:
        """Whether a body may be called by a noun: a medium 'the newspaper', a company 'the firm'."""
        if draft.plural or draft.type not in ("group", "media"):
            return False
        if lemma in body_words.MEDIA - {"agency"}:
            return draft.type == "media" or _PAPER.search(draft.name) is not None
        if self._stands_behind(draft, lemma):
            return True
        if lemma == "party" and self._stands_behind(draft, "rebel"):
            return False
        if lemma in body_words.SHORT:
            return bool(re.search(rf"(?i)\b(?:{body_words.SHORT[lemma]})\b", draft.name))
        return (
            (lemma in body_words.FIRMS and self._is_firm(draft))
            or (lemma in _ANY_BODY and _may_be_any(draft.name.lower(), lemma))
            or (lemma in ("agency", "watchdog") and draft.rule == "name")
            or lemma in draft.name.lower()
            or (lemma == "union" and _UNION.search(draft.name) is not None)
        )

    def _state_in_mind(self, noun: str) -> Draft | None:
        """'the kingdom', 'the republic': the state spoken of, or the last speaker's."""
        named = [c for c in self.roster.countries if c in REALMS.get(noun, ())]
        if len(named) == 1:
            return self.roster.state(named[0])
        for focus in reversed(self.history[-3:]):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                if draft.type == "state":
                    return draft
                country = self._country_of(draft) if draft.is_person else None
                if country is not None:
                    return self.roster.state(country)
        return None

    def _by_region(self, sentence: Sentence, low: int, head: Token) -> Draft | None:
        """'the Baltic nation', 'the island': the state of that region the report speaks of most."""
        if head.lower not in POLITY_NOUNS:
            return None
        before = " ".join(t.lower for t in sentence.tokens[low : head.i + 1] if t.text != "-")
        found = [words for words in REGIONS if re.search(rf"\b{words}\b", before)]
        if not found:
            return None
        lying = {state for words in found for state in REGIONS[words]}
        named = [(n, c) for c, n in self.roster.countries.items() if c in lying]
        return self.roster.state(max(named)[1]) if named else None

    def _is_firm(self, draft: Draft) -> bool:
        """A body named here that no list knows as a body of states or a medium."""
        return (
            draft.type == "group"
            and draft.rule == "name"
            and draft.name.lower() not in places.ORGANISATIONS
            and draft.name.split()[-1].lower() not in _NO_FIRM
        )


def _may_be_any(name: str, lemma: str) -> bool:
    """'the group' is no ministry; 'the charity' may be the Salvation Army."""
    return lemma == "charity" or not re.search(body_words.STATELY, name)


def _before_of(name: str) -> list[str]:
    """'bureau' of 'Bureau of Fisheries': what a body is called by the second time."""
    words = name.lower().split()
    return words[words.index("of") - 1 : words.index("of")] if "of" in words[1:] else []


_HEADED = frozenset("bureau ministry department office agency institute directorate board".split())


def _ends_in(names: Sequence[str], word: str) -> bool:
    """'the council' after 'NTC', once spelt 'National Transitional Council'."""
    return any(name.lower().split()[-1:] == [word] for name in names)


def _named_before(draft: Draft, at: int) -> int:
    """Start of the last mention before ``at`` by name or noun: an 'it' in between brings nobody nearer."""
    named = (s for (s, _), form in draft.mentions.items() if s < at and form != "pronoun")
    return max(named, default=-1)


_AIRED = re.compile(r"(?i)\b(?:television|tv|radio|newspaper)$")
_ANY_BODY = frozenset("group organisation organization body bloc charity".split())
_FIGHTERS = frozenset("rebels militants guerrillas insurgents separatists".split())
_TWO_OF = {
    "state": frozenset("sides countries governments neighbours neighbors nations states".split()),
    "person": frozenset("men women leaders presidents ministers senators lawmakers rivals".split()),
    "group": frozenset("companies airlines firms banks unions groups parties".split()),
}
"""What two named together are called, by what they are."""
_TWO = frozenset("movements factions organisations organizations".split()).union(*_TWO_OF.values())
_FAR = 40  # sentences back in which a company was told to be one
_KINDRED = (
    frozenset({"airline", "carrier", "airways"}),
    frozenset({"bank", "lender"}),
    frozenset({"automaker", "carmaker"}),
    frozenset({"firm", "maker", "manufacturer", "giant", "producer", "developer"}),
)
_PAPER = re.compile(
    r"\b(?:Times|Post|Globe|Journal|Herald|Tribune|Star|Mail|Telegraph|Guardian|Chronicle|Gazette|Daily|"
    r"Observer|Standard|Mirror|Express|Independent|Zeitung|News|Today|Monitor|Nation|Inquirer|Press|Examiner)\b"
)
_UNION = re.compile(r"(?i)\b(?:brotherhood|federation|association|guild|workers|teamsters)\b")
_NO_FIRM = frozenset(
    "island islands "
    "ministry party union federation council court parliament army front movement agency commission "
    "department service association government police office enforcement bureau administration authority "
    "board committee house centre center security university school hospital workers teamsters brotherhood "
    "guild unions employees teachers miners".split()
)
