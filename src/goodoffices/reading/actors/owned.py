"""Bodies and sides by whose they are: "his country", "its members", "the Noor camp", "the leader's envoy"."""

import re
from abc import abstractmethod

from goodoffices.reading.actors.bearers import Resolved
from goodoffices.reading.actors.bodies import Bodies
from goodoffices.reading.actors.phrases import clean, phrase_end, short
from goodoffices.reading.actors.roster import Draft, adjective_of, fold
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.syntax import Sentence, Token


class Owned(Bodies):
    """Rules for what somebody or something owns, leads or belongs to."""

    @abstractmethod
    def _text(self, sentence: Sentence, low: int, high: int) -> str:
        """Return the stored text of a token range."""

    def _own_country(self, sentence: Sentence, head: Token) -> Resolved | None:
        """'her country', 'his side': the speaker's state where it is known, else the speaker."""
        owner = sentence.kid(head.i, "poss")
        if owner is None or owner.tag != "PRP$" or head.lower not in _OWN | _OWN_BODY | _MEMBERS:
            return None
        resolved = self._pronoun(sentence, owner)
        if resolved is None:
            return None
        actor = resolved.actor
        if head.lower in _MEMBERS:
            return Resolved(actor, "own-members", 0.65)
        if head.lower in _OWN_BODY:
            body = self._own_body(actor)
            return Resolved(body, "own-body", 0.7) if body is not None else None
        if head.lower in _OWN - {"country", "nation"}:
            return resolved
        if not actor.is_person:
            return None
        country = self._country_of(actor)
        return Resolved(self.roster.state(country), "own-country", 0.7) if country else None

    def _own_body(self, actor: Draft) -> Draft | None:
        """'his company': the body whose chairman he is."""
        for body in actor.bodies:
            found = self.roster.filed(f"org:{fold(body)}")
            if found is not None:
                return found
        return None

    def _body_inside(
        self, sentence: Sentence, source: SourceRange, low: int, head: Token
    ) -> Resolved | None:
        """'the refugee agency (UNHCR)', 'the Zelaya camp': the one named inside the phrase."""
        for name in self.names_between(sentence.tokens[low].start, head.start):
            draft = self.owner.get(name.start)
            if draft is None or self.text[name.end : name.end + 2] in ("'s", "’s", "' ", "’ "):
                continue
            if self.text[max(0, name.start - 1) : name.start] in ("-", "‑"):
                continue  # 'the anti-Hamas fighters'
            fits = (
                draft.type == "group"
                and head.lower in body_words.FOLLOWERS
                and (
                    " " in draft.name
                    or draft.name.isupper()
                    or head.lower in ("party", "movement", "rebels", "militants", "guerrillas")
                    or sentence.tokens[head.i - 1].lower in _FIGHTING
                )
            ) or (draft.is_person and head.lower in ("camp", "side", "team"))
            if fits and head.i - low <= 8:
                if head.lower not in draft.roles:
                    draft.roles.append(head.lower)
                if not draft.is_person:
                    self._spelt_out(sentence, low, head, draft)
                return Resolved(draft, "named-inside", 0.8)
        for name in self.names_between(
            head.end, min(head.end + 14, sentence.tokens[source.high - 1].end)
        ):
            draft = self.owner.get(name.start)
            bracketed = (
                self.text[name.start - 1 : name.start] == "("
                and self.text[name.end : name.end + 1] == ")"
            )
            if draft is not None and bracketed and not draft.is_person and draft.type != "state":
                self._spelt_out(sentence, low, head, draft)
                return Resolved(draft, "acronym", 0.85)
        return None

    def _spelt_out(self, sentence: Sentence, low: int, head: Token, body: Draft) -> None:
        """'the Israeli military (IDF)': the words before the bracket name the body as well."""
        words = clean(self._text(sentence, low, head.i + 1))
        named = any(w[:1].isupper() for w in words.split())
        if named and words not in (body.name, *body.aliases):
            body.aliases.append(words)
            self.roster.file(f"nominal:{words.lower()}", body)

    def _with_owner_name(self, sentence: Sentence, low: int, head: Token, words: str) -> str:
        """'The ousted leader's chief negotiator' -> 'Zelaya's chief negotiator'."""
        owner = sentence.kid(head.i, "poss")
        if owner is None:
            return words
        if owner.lower == "whose":
            return self._of_antecedent(owner, words)
        if owner.tag == "PRP$":
            resolved = self._pronoun(sentence, owner)
            if resolved is None:
                return words
            if words.lower() in _HIS_GOVERNMENT:
                country = self._country_of(resolved.actor) if resolved.actor.is_person else None
                if country is not None:
                    return f"{adjective_of(country)} government"
            return re.sub(
                r"^(?:his|her|its|their)\b",
                short(resolved.actor) + "'s",
                words,
                flags=re.IGNORECASE,
            )
        if owner.lemma in roles.ROLES or owner.lower in roles.ROLES:
            phrase = noun_phrase(sentence, owner.i)
            resolved = self.resolve(sentence, SourceRange(phrase.low, owner.i + 1, owner.i))
            if (
                resolved is not None
                and resolved.actor.is_person
                and resolved.actor.rule != "nominal"
            ):
                stop = phrase_end(sentence, SourceRange(low, head.i + 1, head.i))
                return f"{short(resolved.actor)}'s {self._text(sentence, owner.i + 2, stop)}"
        return words

    def _of_antecedent(self, whose: Token, words: str) -> str:
        """'Kosovo, whose majority seeks independence' -> 'Kosovo's majority'."""
        before = self.names_between(max(0, whose.start - 40), whose.start)
        if not before or self.text[before[-1].end : whose.start].strip(" ,") != "":
            return words
        return re.sub(r"^whose\b", f"{before[-1].key}'s", words, flags=re.IGNORECASE)


_HIS_GOVERNMENT = frozenset({"his government", "her government"})


_OWN = frozenset({"country", "nation", "side", "team", "delegation"})


_FIGHTING = frozenset("rebel militant guerrilla separatist insurgent islamist".split())
"""'the Hamas militant group', 'the UNITA rebel group': what kind of group it is stands behind its name."""


_MEMBERS = frozenset("members fighters troops forces soldiers men delegates workers".split())


_OWN_BODY = frozenset(
    "company firm agency organisation organization group movement party union federation bloc "
    "alliance council ministry department office forces army militia coalition".split()
)
