"""Who is named beside a noun: "the head of the agency, Gholam Renko,", "the biggest party, the Greens,"."""

import re
from dataclasses import replace

from goodoffices.reading.actors.bearers import Resolved
from goodoffices.reading.actors.beside import (
    before_honours,
    in_apposition,
    in_person,
    person_like,
    placed_after,
    set_off_name,
    token_from,
)
from goodoffices.reading.actors.phrases import clean
from goodoffices.reading.actors.pronouns import Pronouns
from goodoffices.reading.actors.roster import Draft, fold
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import given_names, roles
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.names.gazetteer import Name

_ONE_OF = frozenset("one last first other latter second third".split())


class Appositions(Pronouns):
    """Rules for a name set beside the noun that speaks."""

    def _apposed_person(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """'The head of the agency, Gholamreza Aghazadeh,': the name in apposition."""
        head = sentence.tokens[source.head]
        role = head.lemma in roles.ROLES or head.lower in roles.ROLES or head.lower in _ONE_OF
        role = role or (
            head.tag == "NN"
            and head.lower.endswith(roles.DOER_ENDINGS)
            and in_person(sentence, head)
        )
        if not role and (head.tag not in ("NN", "NNP", "CD") or head.lower in roles.GROUPS):
            return None
        start, end = head.end, max(sentence.tokens[source.high - 1].end, head.end + 2)
        for name in self.names_between(start, end):
            title_start = name.title_start if name.title_start > head.end else name.start
            index = token_from(sentence, title_start)
            before = before_honours(sentence, index)
            ends = name.end >= sentence.tokens[source.high - 1].end
            if before is None or not (
                before.tag == ","
                or before.i == head.i
                or before.lower in ("-", "named", "as", "called")
                or (role and ends and before.tag == "-RRB-")
                or (role and before.dep in ("conj", "cc") and before.head == head.i)
                or (role and ends and before.is_name and name.kind == "person")
                or (role and ends and name.kind == "person" and placed_after(before))
                or (role and ends and before.is_noun and in_apposition(sentence, head, before))
                or (role and name.kind == "person" and _aged(self.text, name))
            ):
                continue
            if not role and name.kind != "person":
                continue
            next_to = before.i - 1 - head.i <= (sentence.next_word(head.i).endswith("self"))
            draft = self._person_at(name, beside=role and before.tag == "," and ends and next_to)
            if draft is None or not draft.is_person:
                continue
            possessive = self.text[name.end : name.end + 2] in ("'s", "’s")
            if not possessive:
                owned = sentence.find(lambda t: t.tag == "POS", source.low, head.i)
                low = (
                    source.low if owned is None else owned + 1
                )  # 'the striker's agent' is no striker
                office = clean(self._text(sentence, low, head.i + 1)).lower()
                if office not in draft.roles:
                    draft.roles.append(office)
                self._note_employer(sentence, head, draft)
                draft.country = draft.country or self._country_in(sentence, source.low, head)
                self._note_gender(draft, head)
                return Resolved(draft, "role-apposition", 0.92)
        return None

    def _apposed_body(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """'the biggest Protestant party, the Ulster Unionists,': the body named in apposition."""
        head = sentence.tokens[source.head]
        office = head.lemma in roles.ROLES
        if head.tag not in ("NN", "NNP"):
            return None
        land = sentence.kid(head.i, "appos")
        if not office and land is not None and land.entity == "GPE" and land.i == source.high - 1:
            state = self.at(land)  # 'the biggest consumer, China,'
            if state is not None and state.type == "state":
                return Resolved(state, "state-apposition", 0.85)
        for kid in sentence.kids(head.i, "appos"):
            known = self._body_from(sentence, kid)
            if known is not None and kid.i < source.high:
                return Resolved(known, "body-apposition", 0.85)
            if not kid.is_name or kid.i >= source.high:
                continue
            between = sentence.tokens[head.i + 1 : kid.i]
            beside = kid.entity == "ORG" and all(t.is_name for t in between)
            apart = set_off_name(sentence, head, kid)  # 'the developer, Corvane Group,'
            if (office or (head.lower not in body_words.APPOSED and not beside)) and not apart:
                continue  # 'the energy giant Gasnor'
            first = sentence.tokens[sentence.edges[kid.i][0]].start
            for name in reversed(self.names_between(first, kid.end)):
                draft = self.owner.get(name.start)
                if draft is not None and not draft.is_person:
                    return Resolved(draft, "body-apposition", 0.85)
            low = kid.i
            while low > head.i and sentence.tokens[low - 1].is_name:
                low -= 1
            words = self._text(sentence, low, kid.i + 1)
            if " " in words:
                draft = self.roster.by_key(f"org:{fold(words)}", words, "group")
                return Resolved(draft, "body-apposition", 0.7)
        return None

    def _body_from(self, sentence: Sentence, kid: Token) -> Draft | None:
        """'the aid group, Doctors Without Borders (MSF),': a body whose name begins with a plain word."""
        if kid.is_name or not kid.text[:1].isupper():
            return None
        for name in self.names_between(kid.start, sentence.tokens[sentence.edges[kid.i][1]].end):
            draft = self.owner.get(name.start)
            if name.start == kid.start and draft is not None and not draft.is_person:
                return draft
        return None

    def _person_at(self, name: Name, beside: bool = False) -> Draft | None:
        """Return who bears a name; beside a role an unclassed name is a person's.

        ``beside`` tells that commas set it off right behind the role.
        """
        draft = self.owner.get(name.start)
        unclassed = name.kind in ("unknown", "people") and " " in name.key
        placed = name.kind == "place" and " " in name.key  # 'its director, Nino Kalandia,'
        unclassed = unclassed or (placed and (beside or given_names.is_given(name.key.split()[0])))
        if unclassed or person_like(name):
            draft = self.roster.person(replace(name, kind="person"))
            self.owner[name.start] = draft
            draft.mention(name.start, name.end, "name")
        return draft


def _aged(text: str, name: Name) -> bool:
    """'The man who did it, retired plumber Desmond Noor, 74, said': the age tells that it is he."""
    return re.match(r", \d\d,", text[name.end : name.end + 5]) is not None
