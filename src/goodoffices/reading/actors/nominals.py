"""Who a noun phrase without a name means: "the envoy", "his country", "the group", "the statement"."""

import re

from goodoffices.reading.actors.bearers import Resolved
from goodoffices.reading.actors.owned import Owned
from goodoffices.reading.actors.phrases import clean, country_named, phrase_end, placed_end
from goodoffices.reading.actors.roster import Draft, adjective_of, fold
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.attributions.sources import document_issuer
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import cues as cue_words
from goodoffices.reading.english import places, roles
from goodoffices.reading.grammar.syntax import Sentence, Token


class Nominals(Owned):
    """Rules for phrases headed by a role, a group or a document; pronouns and names are the resolver's."""

    def _note_gender(self, draft: Draft, head: Token) -> None:
        if head.lower in roles.FEMALE_ROLES:
            draft.gender = "f"
        elif head.lower in roles.MALE_ROLES:
            draft.gender = "m"

    def _document(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """'the statement said': whoever issued it last."""
        head = sentence.tokens[source.head]
        if head.lemma not in cue_words.DOCUMENTS:
            return None
        issuer = document_issuer(sentence, source)
        if issuer is not None:
            return self.resolve(sentence, issuer)
        if head.lower == "paper" and source.high - source.low == 2:
            printed = self._paper_before()
            if printed is not None:
                return Resolved(printed, "body-nominal", 0.7)
        adjective = sentence.kid(head.i, "amod")
        if head.lemma in ("draft", "resolution") and adjective is not None:
            country = places.ADJECTIVES.get(adjective.lower)
            if country is not None:  # 'the Russian draft'
                return Resolved(self.roster.state(country), "document-state", 0.7)
        owner = sentence.kid(head.i, "poss")
        if owner is not None and owner.lower == "its":
            return self._pronoun(sentence, owner)  # 'Its resolution gave both five weeks'
        if sentence.words(source.low, source.high).lower() in ("the report", "that report"):
            medium = self._reported_last()
            if medium is not None:
                return Resolved(medium, "report-medium", 0.65)
            author = next((f.report for f in reversed(self.history[-4:]) if f.report), None)
            if author is not None:
                return Resolved(author, "report-author", 0.65)
        shown = sentence.tokens[source.low].lower in ("that", "this") and head.i > source.low
        if head.lemma in cue_words.ISSUED or shown:
            last = self._issued_last(head.lemma)
            if last is not None:
                return Resolved(last, "document-issuer", 0.6)
        words = clean(self._text(sentence, source.low, phrase_end(sentence, source)))
        return Resolved(
            self.roster.by_key(f"doc:{words.lower()}", words, "group", "document"), "document", 0.5
        )

    def _nominal(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """A role or group without a name: an earlier actor of that role, else itself."""
        head = sentence.tokens[source.head]
        start = max(source.low, sentence.edges[head.i][0])
        low = min(start, head.i)  # in a garbled text a source may begin past its head
        country = self._country_in(sentence, low, head)
        lemma = head.lemma if head.tag == "NN" else head.lower
        definite = self._definite(sentence, low, head)
        bench = head.lower == "justice" and sentence.tokens[head.i - 1].lower == "chief"
        person_role = head.tag in ("NN", "NNP") and (
            lemma in roles.ROLES or head.lower in roles.ROLES or bench
        )
        described = self._described(sentence, low, head) if definite else None
        described = described or self._this_person(sentence, low, head)
        if described is not None:
            return Resolved(described, "described", 0.7)
        if person_role and definite:
            known = self._introduced(sentence, low, head)
            if known is not None:
                return known
            bearer = self._bearer(sentence, low, head, country)
            bearer = bearer or self._official_before(sentence, low, head)
            if bearer is not None:
                return Resolved(bearer, "role", 0.8)
        return self._group(sentence, source, low, head, country, definite, person_role)

    def _this_person(self, sentence: Sentence, low: int, head: Token) -> Draft | None:
        """'a second source said … the person added', 'this person said': who spoke just before."""
        if head.lower != "person" or [t.tag for t in sentence.tokens[low : head.i]] != ["DT"]:
            return None
        spoke = self.history[-1].speakers if self.history else []
        last = spoke[-1] if spoke else None
        return last if last is not None and last.is_person and last.rule == "nominal" else None

    def _official_before(self, sentence: Sentence, low: int, head: Token) -> Draft | None:
        """'Deputy Commissioner Riaz said … the official said': who spoke last, by office."""
        inside = sentence.tokens[low : head.i]
        plain = all(t.lower in ("the", "government", "ministry", "army") for t in inside)
        if head.lower not in _OFFICERS or not inside or inside[0].lower != "the" or not plain:
            return None
        for focus in reversed(self.history[-3:]):
            for draft in focus.speakers:
                if draft.is_person:
                    return draft if draft.rule == "name" and draft.roles else None
        return None

    def _introduced(self, sentence: Sentence, low: int, head: Token) -> Resolved | None:
        """'citing an Omani official' … 'According to the official': the one brought in just before."""
        plain = all(t.tag == "DT" for t in sentence.tokens[low : head.i])
        if not plain or low == head.i:
            return None
        for focus in reversed(self.history[-2:]):
            for lemma, before, index in reversed(focus.introduced):
                met = self.met.get(before.tokens[index].start)
                if lemma == head.lemma and met is not None:
                    return Resolved(met, "introduced", 0.8)
                if lemma == head.lemma:
                    return self._nominal(before, noun_phrase(before, index))
        return None

    def _group(
        self,
        sentence: Sentence,
        source: SourceRange,
        low: int,
        head: Token,
        country: str | None,
        definite: bool,
        person_role: bool,
    ) -> Resolved | None:
        if head.lower == "side" and country is not None and head.tag == "NN":
            return Resolved(self.roster.state(country), "side-of-state", 0.75)
        inner = (
            self._medium(sentence, low, head)
            or self._own_country(sentence, head)
            or self._body_inside(sentence, source, low, head)
        )
        if inner is not None:
            return inner
        pair = self._both(sentence, low, head)
        if pair is not None:
            return Resolved(pair, "both", 0.65)
        words = clean(self._text(sentence, low, phrase_end(sentence, source)))
        words = self._with_owner_name(sentence, low, head, words)
        words = country_named(self._in_full(sentence, head, words))
        if not words:
            return None
        lemma = head.lower
        bare = len(words.split()) == 1
        called = _CALLED.fullmatch(words)
        surname = self._bearing(called.group(1)) if called is not None else None
        if surname is not None:
            return Resolved(surname, "name-untagged", 0.7)
        plain = set(words.lower().split()[:-1]) <= _GOVERNMENT_WORDS
        if not bare and country is None and lemma == "government" and plain:
            bare, words = True, words.split()[-1]
        state = self._by_region(sentence, low, head) if definite else None
        if state is not None:
            return Resolved(state, "region", 0.7)
        if definite and bare and lemma in _POLITIES:
            state = self._state_in_mind(lemma)
            if state is not None:
                return Resolved(state, "polity", 0.65)
        plain_words = not any(w[:1].isupper() for w in _BASED.sub("", words).split())
        here = self._sort_here(sentence, low, head) if definite and not bare else None
        if here is not None:
            return Resolved(here, "body-described", 0.65)
        if (
            definite
            and not bare
            and owner_free(sentence, head)
            and (
                (plain_words and lemma in body_words.DESCRIBED)
                or (lemma in body_words.FIRMS and _of_somewhere(sentence, low, head))
            )
        ):
            told = frozenset(t.lower for t in sentence.tokens[low : head.i] if t.tag != "DT")
            described = self._last_body(lemma, told)
            if described is not None:
                return Resolved(described, "body-described", 0.65)
        if definite and bare:
            earlier = self._earlier(sentence, lemma, head.start)
            if earlier is not None:
                return earlier
            if lemma in _PARTIES:
                country = country or self.roster.dominant_country()
                if country is not None:
                    words = f"{adjective_of(country)} {words}"
        same = self._named_more_fully(words, head) if definite and not bare else None
        if same is not None:
            return Resolved(same, "same-phrase", 0.75)
        told_of = self._told_of(words, head) if definite else None
        if told_of is not None:
            return told_of
        taken = (
            self._taken_for_person() if definite and bare and lemma in body_words.FIRMS else None
        )
        if taken is not None:
            return Resolved(taken, "body-nominal", 0.5)
        kind = "person" if person_role else _group_type(lemma)
        key = f"nominal:{words.lower()}"
        if person_role and not definite:
            key += f":{head.start}"
        draft = self.roster.by_key(key, words, kind, "nominal")
        draft.country = draft.country or country
        draft.definite = definite
        draft.lead = sentence.number <= 2 or head.start < _LEAD
        draft.plural = draft.plural or head.tag in ("NNS", "NNPS")
        if lemma not in draft.roles:
            draft.roles.append(head.lower)
        self._note_gender(draft, head)
        end = phrase_end(sentence, source)
        fuller = clean(self._text(sentence, low, placed_end(sentence, source, end)))
        if len(fuller) > len(words) and fuller not in draft.aliases:
            draft.aliases.append(fuller)
        return Resolved(draft, "nominal", 0.75)

    def _told_of(self, words: str, head: Token) -> Resolved | None:
        """'accused the electoral commission … The commission said': told of before it spoke."""
        for focus in reversed(self.history[-4:]):
            for noun, before, index in focus.bodies:
                low = before.edges[index][0]
                written = clean(self._text(before, low, index + 1)).lower()
                if noun == head.lower and written.endswith(f" {words.lower()}"):
                    return self._nominal(before, SourceRange(low, index + 1, index))
        return None

    def _in_full(self, sentence: Sentence, head: Token, words: str) -> str:
        """'a spokesman for Mr Prescott' -> 'spokesman for John Prescott', who was named before."""
        for prep in sentence.kids(head.i, "prep"):
            sender = sentence.kid(prep.i, "pobj")
            if sender is None or prep.lower != "for" or not sender.is_name:
                continue
            for name in self.names_between(sentence.tokens[prep.i].end, sender.end):
                draft = self.owner.get(name.start)
                written = self.text[max(name.title_start, 0) : name.end] if name.title else name.key
                if draft is not None and draft.is_person and draft.name != written:
                    words = words.replace(written, draft.name)
        return words

    def _medium(self, sentence: Sentence, low: int, head: Token) -> Resolved | None:
        """'the Interfax news agency': the medium named inside."""
        if head.lower not in body_words.MEDIA:
            return None
        before = sentence.tokens[head.i - 1]
        if head.lower == "agency" and before.tag == "NN" and before.lower not in ("news", "press"):
            return None  # 'the UN refugee agency'
        for name in self.names_between(sentence.tokens[low].start, head.end):
            named = self.owner.get(name.start)
            if named is None or named.type not in ("media", "group"):
                continue
            if name.key in places.ORGANISATIONS.values():
                return None  # 'the UN agency'
            if name.kind in ("media", "org"):
                if head.lower != "agency":
                    named.type = "media"
                return Resolved(named, "media-name", 0.85)
        last = head.i - 1 if sentence.tokens[head.i - 1].lower == "news" else head.i
        first = last
        if sentence.tokens[last - 1].lower in places.ADJECTIVES:
            last = head.i + 1  # 'the Croatian news agency' has no other name
        while first > low and sentence.tokens[first - 1].is_name:
            first -= 1
        if first == last:
            return None
        words = self._text(sentence, first, last)
        known = places.COUNTRIES.get(words.lower())
        if known is not None or words.lower() in places.ADJECTIVES:
            return None  # 'a prominent U.S. newspaper'
        draft = self.roster.by_key(f"org:{fold(words)}", words, "media")
        return Resolved(draft, "media-name", 0.7)

    def _sort_here(self, sentence: Sentence, low: int, head: Token) -> Draft | None:
        """'A Hamas leader says the militant group is ready': the body of that sort just named."""
        before = {t.lower for t in sentence.tokens[low : head.i]}
        sorts = before & body_words.SORTS.keys() if head.lower in body_words.DESCRIBED else ()
        found: dict[str, Draft] = {}
        for name in self.names_between(sentence.start, head.start) if sorts else ():
            draft = self.owner.get(name.start)
            if draft is None or draft.plural or draft.is_person:
                continue
            names = " ".join((draft.name, *draft.aliases)).lower()
            if any(re.search(body_words.SORTS[sort], names) for sort in sorts):
                found[draft.id] = draft
        return next(iter(found.values())) if len(found) == 1 else None

    def _earlier(self, sentence: Sentence, lemma: str, before: int) -> Resolved | None:
        """'the group', 'the government' a second time: the one named before."""
        if lemma in ("group", "movement", "organisation", "organization", "bloc"):
            for name in reversed(self.names_between(sentence.start, before)):
                draft = self.owner.get(name.start)
                if name.key.lower() in body_words.PLATFORMS:
                    continue
                if draft is not None and draft.type == "group" and not draft.plural:
                    return Resolved(draft, "body-in-sentence", 0.7)
        named = self._named_just_before(sentence, lemma, before)
        if named is not None:
            return Resolved(named, "body-in-sentence", 0.7)
        earlier = self._same_head(lemma, before)
        if earlier is not None:
            return Resolved(earlier, "same-head", 0.75)
        body = self._last_body(lemma) if lemma in body_words.MET_AGAIN | body_words.MEDIA else None
        return Resolved(body, "body-nominal", 0.7) if body is not None else None

    def _text(self, sentence: Sentence, low: int, high: int) -> str:
        if high <= low:
            return ""
        return self.text[sentence.tokens[low].start : sentence.tokens[high - 1].end]


def _of_somewhere(sentence: Sentence, low: int, head: Token) -> bool:
    """'the South Yorkshire company', 'the US firm', 'the mining group': no other body's name inside."""
    inside = sentence.tokens[low : head.i]
    placed = all(not t.is_name or t.entity in ("GPE", "NORP", "LOC") for t in inside)
    return placed and bool(inside) and inside[0].lower == "the"


def owner_free(sentence: Sentence, head: Token) -> bool:
    """Whether nothing tells whose body it is: 'the rights group', not 'the president's party'."""
    return sentence.kid(head.i, "poss") is None and sentence.kid(head.i, "prep") is None


_OFFICERS = frozenset("official officer spokesman spokeswoman spokesperson politician".split())
_CALLED = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?([A-Z][\w'’-]+)")
_BASED = re.compile(r"(?:[A-Z]\w+\s)*[A-Z]\w+-based\s")
_LEAD = 400  # characters of a report, headline and summary included, that open it

_POLITIES = frozenset("kingdom republic emirate sultanate monarchy".split())
_PARTIES = frozenset("government opposition regime army parliament military".split())
_GOVERNMENT_WORDS = frozenset(
    "internationally recognised recognized interim transitional central new legitimate elected "
    "caretaker civilian unity national saudi-backed un-recognised us-backed".split()
)


_GOVERNING = frozenset(
    "government regime administration ministry cabinet presidency kremlin".split()
)
_ARMED = frozenset("rebels fighters insurgents militants guerrillas separatists militia".split())


def _group_type(lemma: str) -> str:
    if lemma in _GOVERNING:
        return "government"
    if lemma == "opposition":
        return "opposition"
    return "armed group" if lemma in _ARMED else "group"
