"""Bodies met before: "the group", "the newspaper", "the kingdom" a second time."""

import re

from goodoffices.reading.actors import Draft
from goodoffices.reading.bearers import SYNONYMS, Bearers
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import places
from goodoffices.reading.english.regions import POLITY_NOUNS, REGIONS
from goodoffices.reading.syntax import Sentence, Token


class Bodies(Bearers):
    """Rules that find a body again by the noun it is called by."""

    def _named_more_fully(self, words: str, head: Token) -> Draft | None:
        """'the North Korean mission' after 'the North Korean mission to the United Nations'."""
        for draft in self.roster.drafts:
            longer = draft.name.lower()
            if (
                draft.rule == "nominal"
                and draft.last_before(head.start) >= 0
                and longer.startswith(words.lower() + " ")
                and not draft.is_person
            ):
                return draft
        return None

    def _same_head(self, lemma: str, before: int) -> Draft | None:
        synonyms = next(
            (s for s in SYNONYMS if lemma in s and lemma != "official"), frozenset({lemma})
        )
        best: Draft | None = None
        for draft in self.roster.drafts:
            if draft.is_person or draft.last_before(before) < 0:
                continue
            tail = (
                [lemma]
                if lemma in draft.roles and lemma in body_words.FOLLOWERS
                else draft.name.lower().split()[-1:]
            )
            fits = bool(tail) and (
                tail[0] == lemma
                or (lemma == "rebels" and draft.plural and "rebel" in draft.name.lower())
                or (lemma in ("government", "regime", "administration") and tail[0] in synonyms)
            )
            if fits and (best is None or draft.last_before(before) > best.last_before(before)):
                best = draft
        return best

    def _last_body(self, lemma: str) -> Draft | None:
        medium = lemma in body_words.MEDIA - {"agency"}
        for focus in reversed(self.history[-4:]):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                if draft.plural or draft.type not in ("group", "media"):
                    continue
                if medium:
                    if draft.type == "media":
                        return draft
                elif (
                    (lemma in _FIRMS and self._is_firm(draft))
                    or lemma in ("group", "organisation", "organization", "body", "bloc")
                    or (lemma in ("agency", "watchdog") and draft.rule == "name")
                    or lemma in draft.name.lower()
                    or (lemma == "union" and _UNION.search(draft.name) is not None)
                ):
                    return draft
        return None

    def _state_in_mind(self) -> Draft | None:
        """'the kingdom', 'the republic': the state spoken of, or the last speaker's."""
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


_UNION = re.compile(r"(?i)\b(?:brotherhood|federation|association|guild|workers|teamsters)\b")
_FIRMS = frozenset("company firm".split())
_NO_FIRM = frozenset(
    "ministry party union federation council court parliament army front movement agency commission "
    "department service association government police office".split()
)
