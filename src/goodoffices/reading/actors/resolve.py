"""Who a noun phrase means: names, titles, roles, pronouns, capitals for states, groups."""

import bisect

from goodoffices.reading.actors.appositions import Appositions
from goodoffices.reading.actors.bearers import Focus, Resolved
from goodoffices.reading.actors.beside import (
    before_aside,
    dated,
    indefinite,
    names_itself,
    one_name,
    roles_of_one,
)
from goodoffices.reading.actors.phrases import clean
from goodoffices.reading.actors.pronouns import HE, IT, SHE, THEY
from goodoffices.reading.actors.roster import Draft, Roster
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import calendar, places, roles
from goodoffices.reading.english import cues as cue_words
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.names.gazetteer import Name
from goodoffices.reading.names.kinds import is_front

_SPEECH_ACTS = frozenset(
    "urge condemn welcome call demand deny denounce accuse reject praise criticize criticise appeal".split()
)
_SENDING = frozenset("send write sign release publish".split())


class Resolver(Appositions):
    """Resolves the mentions of one report in text order."""

    def __init__(
        self, text: str, roster: Roster, names: list[Name], owner: dict[int, Draft]
    ) -> None:
        self.text, self.roster = text, roster
        self.names = sorted(names, key=lambda n: n.start)
        self._starts = [n.start for n in self.names]
        self.owner = owner
        self.history: list[Focus] = []
        self.met: dict[int, Draft] = {}

    # -- what the text says ------------------------------------------------------------------

    def names_between(self, start: int, end: int) -> list[Name]:
        """Return the names that start inside a character range."""
        low = bisect.bisect_left(self._starts, start)
        high = bisect.bisect_left(self._starts, end)
        return self.names[low:high]

    def resolve(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """Return the actor a source mention stands for, or None."""
        head = sentence.tokens[source.head]
        if head.tag in ("PRP", "PRP$") or head.lower in THEY | {"he", "she", "it"}:
            meant = self._pronoun(sentence, head)
            body = self._taken_for_person() if meant is None and head.lower == "it" else None
            return Resolved(body, "pronoun-body", 0.5) if body is not None else meant
        if head.lower in ("who", "which", "that", "this", "what", "there") and not head.is_name:
            return None
        if head.tag == "JJ" and head.lower in places.ADJECTIVES:  # 'a German proposal'
            return Resolved(self.roster.state(places.ADJECTIVES[head.lower]), "name-adjective", 0.7)
        group = (
            self._for_instance(sentence, source)
            or self._coordination(sentence, source)
            or self._named_together(sentence, source)
            or self._one_of_two(sentence, head)
        )
        if group is not None:
            return group
        return (
            self._head_name(sentence, source)
            or self._document(sentence, source)
            or self._apposed_person(sentence, source)
            or self._apposed_body(sentence, source)
            or self._nominal(sentence, source)
        )

    def focus(self, sentence: Sentence, speakers: list[Draft]) -> None:
        """Remember a sentence that has been read."""
        focus = Focus(sentence.number, speakers=list(speakers))
        for token in sentence.tokens:
            if token.dep in ("nsubj", "nsubjpass") and not token.virtual:
                found = self._known_at(sentence, token)
                if found is not None:
                    verb = sentence.tokens[token.head]
                    if verb.dep == "ROOT":
                        focus.subjects.insert(0, found)
                        if verb.lemma in _SPEECH_ACTS and verb.tag in ("VBD", "VBZ"):
                            focus.acting = found
                    else:
                        focus.subjects.append(found)
                if token.is_name and sentence.kid(token.i, "conj") is not None:
                    group = self._coordination(sentence, noun_phrase(sentence, token.i))
                    if group is not None:
                        focus.subjects.append(group.actor)
        for name in self.names_between(sentence.start, sentence.end):
            draft = self.owner.get(name.start)
            if draft is not None:
                focus.named.append(draft)
        focus.introduced = [
            (t.lemma, sentence, t.i)
            for t in sentence.tokens
            if t.tag == "NN"
            and t.lemma in roles.ROLES
            and indefinite(sentence, t)
            and not names_itself(sentence, t)
        ]
        focus.bodies = [
            (t.lower, sentence, t.i)
            for t in sentence.tokens
            if t.tag in ("NN", "NNS")
            and not t.virtual
            and t.lower in roles.GROUPS | body_words.MET_AGAIN
            and sentence.kid(t.i, "compound", "amod", "poss") is not None
        ]
        focus.letter = self._letter_writer(sentence)
        lost = self._lost_subject(sentence)
        if lost is not None:
            focus.subjects.insert(0, lost)
        self.history.append(focus)

    def issuer_told(self, sentence: Sentence) -> Draft | None:
        """'A statement from the ministry called the vote a farce': whose it is, though it says no words."""
        for token in sentence.tokens:
            if token.dep != "nsubj" or token.lemma != "statement":
                continue
            source = noun_phrase(sentence, token.i)
            found = self.resolve(sentence, source) if token.tag == "NN" else None
            if found is not None and found.rule not in ("document", "document-issuer"):
                return found.actor
        return None

    def _letter_writer(self, sentence: Sentence) -> Draft | None:
        """'47 attorneys general wrote to the minister', 'senators sent a letter': whose letter it is."""
        for verb in sentence.tokens:
            if not verb.is_verb or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
                continue
            sent = sentence.kid(verb.i, "dobj")
            to = sentence.next_word(verb.i) == "to" or sentence.kid(verb.i, "dative") is not None
            if not (
                (verb.lemma == "write" and to and sent is None)
                or (verb.lemma in _SENDING and sent is not None and sent.lemma == "letter")
            ):
                continue
            subject = sentence.subject(verb.i)
            if subject is not None and not subject.virtual and subject.tag != "WP":
                return self._known_at(sentence, subject) or self._antecedent_only(
                    sentence, noun_phrase(sentence, subject.i)
                )
        return None

    def at(self, token: Token) -> Draft | None:
        """Return the actor already known to be meant at a token."""
        met = self.met.get(token.start)
        if met is not None:
            return met
        for name in self.names_between(max(0, token.start - 80), token.end):
            if name.start <= token.start < name.end:
                draft = self.owner.get(name.start)
                if draft is not None:
                    return draft
                if name.kind in ("state", "capital"):
                    return self.roster.state(name.key)
        return None

    def note(self, token: Token, draft: Draft, form: str) -> None:
        """Remember that a token means an actor."""
        draft.mention(token.start, token.end, form)
        self.met[token.start] = draft

    def _known_at(self, sentence: Sentence, token: Token) -> Draft | None:
        known = self.at(token)
        if known is not None:
            return known
        if token.tag == "PRP" and token.lower in HE | SHE | IT | THEY:
            resolved = self._pronoun(sentence, token)
            if resolved is not None:
                self.note(token, resolved.actor, "pronoun")
            return resolved.actor if resolved else None
        body = token.tag == "NN" and token.lower in body_words.KINDS
        if (
            (token.is_noun and token.lemma in roles.ROLES | roles.GROUPS)
            or token.lower in roles.GROUPS
            or body
        ):
            told = sentence.kid(token.head, "attr") if token.lemma in roles.ROLES else None
            named = self.at(told) if told is not None and told.is_name else None
            if named is not None and named.is_person:
                return named  # 'The first witness was Omar Falk'
            phrase = noun_phrase(sentence, token.i)
            return self._set_off_by(sentence, token) or self._antecedent_only(sentence, phrase)
        return None

    def _set_off_by(self, sentence: Sentence, noun: Token) -> Draft | None:
        """'by Russia, the government's main ally, as': what stands between commas behind a name is its."""
        low = sentence.edges[noun.i][0]
        apart = low > 1 and sentence.tokens[low - 1].tag == "," == sentence.tag_at(noun.i + 1)
        owned = apart and sentence.kid(noun.i, "poss") is not None
        return (
            self.at(sentence.tokens[low - 2])
            if owned and sentence.tokens[low - 2].is_name
            else None
        )

    def _antecedent_only(self, sentence: Sentence, phrase: SourceRange) -> Draft | None:
        resolved = self.resolve(sentence, phrase)
        if resolved is None:
            return None
        token = sentence.tokens[phrase.head]
        self.note(token, resolved.actor, "nominal")
        return resolved.actor

    # -- names -------------------------------------------------------------------------------

    def _named_together(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """'ministers Ana Brito and Jens Lund said': the two named right behind what they are."""
        head = sentence.tokens[source.head]
        first = sentence.kid(head.i, "appos") if head.tag == "NNS" else None
        if first is None or not first.is_name or sentence.kid(first.i, "conj") is None:
            return None
        low, high = sentence.edges[first.i]
        if low != head.i + 1 or not sentence.tokens[low].is_name:
            return None
        return self._coordination(sentence, SourceRange(low, high + 1, first.i), together=True)

    def _for_instance(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """'Countries like France and Germany have refused', 'countries such as': those named."""
        head = sentence.tokens[source.head]
        like = sentence.tokens[head.i + 1] if head.i + 1 < len(sentence) else head
        opener = "like"
        if like.lower == "such" and like.i + 1 < len(sentence):
            like, opener = sentence.tokens[like.i + 1], "as"
        named = sentence.kid(like.i, "pobj") if like.lower == opener else None
        if head.lower not in _EXEMPLIFIED or named is None or not named.is_name:
            return None
        return self._coordination(sentence, noun_phrase(sentence, named.i))

    def _coordination(
        self, sentence: Sentence, source: SourceRange, together: bool = False
    ) -> Resolved | None:
        """'Britain, France and Germany said': the group as it is written."""
        head = sentence.tokens[source.head]
        joined = [k for k in sentence.kids(head.i, "conj") if k.i < source.high and not k.is_verb]
        if not joined or not any(
            k.tag == "CC" and k.lower in ("and", "nor")
            for i in (head.i, *(j.i for j in joined))
            for k in sentence.kids(i, "cc")
        ):
            return None
        met = self.met.get(head.start)
        if met is not None and met.rule == "coordination":
            return Resolved(met, "coordination", 0.85)
        last = joined[-1]
        while True:
            further = [k for k in sentence.kids(last.i, "conj") if k.i < source.high]
            if not further:
                break
            last = further[-1]
        if head.dep == "appos" and not together:
            return None
        inside = self.names_between(sentence.start, sentence.tokens[last.i].end)
        if one_name(self.text, inside, sentence, head, last):
            return None
        if roles_of_one(sentence, source, last):
            one = self.at(sentence.tokens[source.high - 1])
            return (
                Resolved(one, "roles-of-one", 0.85) if one is not None and one.is_person else None
            )
        low = sentence.edges[head.i][0]
        high = min(before_aside(sentence, last), source.high)
        words = clean(self._text(sentence, max(low, source.low), high))
        if words.lower().startswith("neither "):
            words = clean(words[len("neither ") :]).replace(" nor ", " and ")
        written, members = words, [self._member(sentence, t) for t in (head, *joined)]
        if members[0] is not None and all(m is members[0] for m in members):
            return Resolved(members[0], "one-name", 0.85)  # 'Bureau of Fisheries and Resources'
        if last is joined[-1] and all(m is not None and m.rule == "name" for m in members):
            names = [m.name for m in members if m is not None]
            words = f"{', '.join(names[:-1])} and {names[-1]}"
        draft = self.roster.by_key(f"group:{words.lower()}", words, "group", "coordination")
        draft.plural = True
        full = [max((m.name, *m.aliases), key=len) for m in members if m is not None]
        spelt = f"{', '.join(full[:-1])} and {full[-1]}" if len(full) == len(members) else words
        for alias in (spelt, written):  # 'UAW and AMC': both names in full, and as they stand
            if alias not in (draft.name, *draft.aliases):
                draft.aliases.append(alias)
        return Resolved(draft, "coordination", 0.85)

    def _member(self, sentence: Sentence, token: Token) -> Draft | None:
        """One of several joined: by name, or by the name right after 'his counterpart'."""
        known = self.at(token)
        if known is not None or token.lemma not in roles.ROLES:
            return known
        low = sentence.edges[token.i][0]
        office = sentence.tokens[low : token.i + 1]
        plain = all(t.tag != "PRP$" and (t.text.islower() or t.tag == "DT") for t in office)
        if plain and not token.lower.endswith("s"):  # 'the president and prime minister agreed'
            bearer = self._bearer(sentence, low, token, None)
            if bearer is not None and bearer.rule == "name":
                return bearer
        after = [t for t in sentence.tokens[token.i + 1 : token.i + 5] if t.tag != ","]
        named = next((t for t in after if t.is_name), None)
        if named is None or after[0] is not named:
            return None
        person = self.at(named)
        return person if person is not None and person.is_person else None

    def _head_name(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """The name that holds the head word, if the head is a name."""
        head = sentence.tokens[source.head]
        for name in self.names_between(max(sentence.start, head.start - 80), head.end):
            if not name.start <= head.start < name.end:
                continue
            if name.kind == "capital" or name.kind == "state":
                draft = self.roster.state(name.key)
                draft.mention(name.start, name.end, "metonym" if name.kind == "capital" else "name")
                seat = self.text[name.start : name.end]
                if seat.lower() in places.SEATS and seat not in draft.aliases:
                    draft.aliases.append(seat)
                return Resolved(draft, f"name-{name.kind}", 0.9)
            if name.kind == "adjective":
                return None
            draft2 = self.owner.get(name.start)
            if draft2 is not None:
                if self._possessed(sentence, source, name):
                    return None
                return Resolved(draft2, f"name-{name.kind}", 0.95)
        return self._unlisted_name(sentence, source, head)

    def _possessed(self, sentence: Sentence, source: SourceRange, name: Name) -> bool:
        if name.end > sentence.tokens[source.head].end:
            return False
        after = self.text[name.end : name.end + 2]
        return after in ("'s", "’s") and any(
            t.start >= name.end + 2 and t.is_noun and t.dep != "appos"
            for t in sentence.tokens[source.low : source.high]
        )

    def _unlisted_name(
        self, sentence: Sentence, source: SourceRange, head: Token
    ) -> Resolved | None:
        """A capitalised head no layer has classed: a person if it looks like one."""
        if not head.is_name or head.lower in roles.ROLES | roles.GROUPS | cue_words.DOCUMENTS:
            return None
        if head.lower in roles.MEMBERS and sentence.tokens[source.low].lower == "the":
            return None  # 'the Texas Republican'
        one_of_many = sentence.tokens[source.low].lower in ("a", "an", "one", "another")
        if one_of_many and (head.entity == "NORP" or head.lower in roles.MEMBERS):
            return None
        low = head.i
        while (
            low > source.low
            and sentence.tokens[low - 1].is_name
            and sentence.tokens[low - 1].lower.rstrip(".") not in roles.TITLES
            and not dated(sentence, low - 1)
        ):
            low -= 1
        words = self._text(sentence, low, head.i + 1)
        if self.names_between(sentence.tokens[low].start, head.end):
            known = [
                self.owner.get(n.start)
                for n in self.names_between(sentence.tokens[low].start, head.end)
            ]
            person = next((d for d in known if d is not None and d.is_person), None)
            if person is not None:
                return Resolved(person, "name-inside", 0.8)
        if head.entity in ("DATE", "TIME") and head.lower in calendar.MONTHS | calendar.WEEKDAYS:
            return None  # 'the firm in August, saying'
        body = self.roster.longer_name(words)
        if body is not None and sentence.next_word(head.i) in ("said", "says", "told"):
            return Resolved(body, "name-shorter", 0.7)  # 'Norhavn' after 'Norhavn Line'
        front = any(n.kind == "org" and is_front(n, words) for n in self.names)
        bare = sentence.kid(head.i, "det") is None and not words.isupper() and not front
        kind = "person" if bare else "org"
        name = Name(sentence.tokens[low].start, head.end, kind, words)
        draft = self.roster.add(name)
        if draft is None:
            return None
        return Resolved(draft, "name-unlisted", 0.6)


_EXEMPLIFIED = frozenset(
    """countries states nations groups parties powers sites companies agencies organizations
    organisations""".split()
)
