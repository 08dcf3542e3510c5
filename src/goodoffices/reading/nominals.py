"""Who a noun phrase without a name means: "the envoy", "his country", "the group", "the statement"."""

import re
from dataclasses import dataclass, field

from goodoffices.reading.actors import Draft, Roster, adjective_of
from goodoffices.reading.english import cues as cue_words
from goodoffices.reading.english import places, roles
from goodoffices.reading.names import Name
from goodoffices.reading.sources import SourceRange, noun_phrase
from goodoffices.reading.syntax import Sentence, Token

_SYNONYMS = [
    frozenset({"government", "regime", "administration"}),
    frozenset({"president", "leader", "head of state"}),
    frozenset({"envoy", "mediator", "diplomat", "representative", "facilitator"}),
    frozenset({"minister", "official", "diplomat"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "official"}),
    frozenset({"general", "commander", "officer"}),
    frozenset({"premier", "minister", "leader"}),
    frozenset({"secretary", "official", "diplomat"}),
    frozenset({"chief", "head", "leader", "director", "boss", "chairman", "commissioner"}),
    frozenset({"rebels", "insurgents", "guerrillas", "fighters", "militants", "separatists"}),
    frozenset({"coordinator", "official"}),
    frozenset({"negotiator", "envoy", "representative", "official"}),
    frozenset({"chancellor", "leader"}),
    frozenset({"king", "monarch", "ruler"}),
    frozenset({"lawmaker", "senator", "legislator", "representative", "congressman"}),
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


class Nominals:
    """Rules for phrases headed by a role, a group or a document; pronouns and names are the resolver's."""

    text: str
    roster: Roster
    owner: dict[int, Draft]
    history: list[Focus]

    def names_between(self, start: int, end: int) -> list[Name]:
        """Return the names that start inside a character range."""
        raise NotImplementedError

    def resolve(self, sentence: Sentence, source: SourceRange) -> "Resolved | None":
        """Return the actor a source mention stands for, or None."""
        raise NotImplementedError

    def _pronoun(self, sentence: Sentence, head: Token) -> "Resolved | None":
        raise NotImplementedError

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
        from goodoffices.reading.sources import document_issuer

        issuer = document_issuer(sentence, source)
        if issuer is not None:
            return self.resolve(sentence, issuer)
        if head.lemma in (
            "statement",
            "communique",
            "communiqué",
            "letter",
            "message",
            "tweet",
            "post",
            "posting",
            "note",
        ):
            for focus in reversed(self.history[-3:]):
                for draft in (*focus.speakers, *focus.subjects):
                    return Resolved(draft, "document-issuer", 0.6)
        words = clean(self._text(sentence, source.low, _phrase_end(sentence, source)))
        return Resolved(
            self.roster.by_key(f"doc:{words.lower()}", words, "group", "document"), "document", 0.5
        )

    def _nominal(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """A role or group without a name: an earlier actor of that role, else itself."""
        head = sentence.tokens[source.head]
        low = max(source.low, sentence.edges[head.i][0])
        country = self._country_in(sentence, low, head)
        lemma = head.lemma if head.tag == "NN" else head.lower
        definite = self._definite(sentence, low, head)
        person_role = head.tag in ("NN", "NNP") and (
            lemma in roles.ROLES or head.lower in roles.ROLES
        )
        if person_role and definite:
            bearer = self._bearer(sentence, low, head, country)
            if bearer is not None:
                return Resolved(bearer, "role", 0.8)
        return self._group(sentence, source, low, head, country, definite, person_role)

    def _definite(self, sentence: Sentence, low: int, head: Token) -> bool:
        return not any(
            t.lower in ("a", "an", "one", "another", "two", "some", "several", "many", "no")
            and t.head == head.i
            for t in sentence.tokens[low : head.i]
        )

    def _country_in(self, sentence: Sentence, low: int, head: Token) -> str | None:
        stop = sentence.tokens[
            _phrase_end(
                sentence, SourceRange(low, min(sentence.edges[head.i][1] + 1, head.i + 8), head.i)
            )
            - 1
        ]
        for name in self.names_between(sentence.tokens[low].start, max(head.end, stop.end)):
            if name.kind in ("state", "adjective", "capital"):
                return name.key
        return None

    def _bearer(
        self, sentence: Sentence, low: int, head: Token, country: str | None
    ) -> Draft | None:
        """The person whose role this is: said so in the text, latest mention first."""
        wanted = head.lower
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
            if not draft.is_person or last < 0:
                continue
            words = set(re.findall(r"[\w-]+", " ".join(draft.roles)))
            exact = wanted in words or bool(bodies & set(draft.bodies) and wanted in _HEADS)
            known = self._country_of(draft)
            if not exact and (
                (modifiers - {"leader"} and country is None)
                or owned
                or not any(wanted in s and words & s for s in _SYNONYMS)
            ):
                continue
            if country is not None and known is not None and country != known:
                continue
            if _other_portfolio(modifiers, words) or (owned and not exact):
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
        if head.lower not in (
            "leader",
            "man",
            "woman",
            "politician",
            "diplomat",
            "envoy",
            "veteran",
            "official",
            "president",
            "general",
            "minister",
            "mediator",
            "chief",
        ):
            return None
        owner = any(t.tag == "POS" for t in sentence.tokens[max(0, head.i - 4) : head.i])
        if owner:
            return None
        for focus in reversed(self.history[-3:]):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                if draft.is_person and (not draft.roles or head.lower == "leader"):
                    return draft
        return None

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
        if head.lower in (
            "agency",
            "newspaper",
            "channel",
            "television",
            "network",
            "daily",
            "radio",
            "website",
            "broadcaster",
        ):
            for name in self.names_between(sentence.tokens[low].start, head.end):
                named = self.owner.get(name.start)
                if (
                    named is not None
                    and named.type in ("media", "group")
                    and name.kind in ("media", "org")
                ):
                    return Resolved(named, "media-name", 0.85)
        inner = self._own_country(sentence, head) or self._body_inside(sentence, source, low, head)
        if inner is not None:
            return inner
        words = clean(self._text(sentence, low, _phrase_end(sentence, source)))
        words = self._with_owner_name(sentence, low, head, words)
        if not words:
            return None
        lemma = head.lower
        bare = len(words.split()) == 1
        if (
            not bare
            and country is None
            and lemma == "government"
            and set(words.lower().split()[:-1]) <= _GOVERNMENT_WORDS
        ):
            bare, words = True, words.split()[-1]
        if definite and bare:
            earlier = self._same_head(lemma, head.start)
            if earlier is not None:
                return Resolved(earlier, "same-head", 0.75)
            if lemma in (
                "group",
                "organisation",
                "organization",
                "body",
                "bloc",
                "agency",
                "ministry",
                "council",
                "party",
                "movement",
                "army",
                "union",
                "commission",
                "league",
                "front",
                "court",
                "company",
            ):
                body = self._last_body(lemma)
                if body is not None:
                    return Resolved(body, "body-nominal", 0.7)
        kind = "person" if person_role else _group_type(lemma)
        if (
            definite
            and bare
            and lemma in ("government", "opposition", "regime", "army", "parliament", "military")
        ):
            country = country or self.roster.dominant_country()
            if country is not None:
                words = f"{adjective_of(country)} {words}"
        key = f"nominal:{words.lower()}"
        if person_role and not definite:
            key += f":{head.start}"
        draft = self.roster.by_key(key, words, kind, "nominal")
        draft.country = draft.country or country
        draft.definite = definite
        draft.lead = sentence.number <= 2
        draft.plural = draft.plural or head.tag in ("NNS", "NNPS")
        if lemma not in draft.roles:
            draft.roles.append(head.lower)
        self._note_gender(draft, head)
        return Resolved(draft, "nominal", 0.75)

    def _own_country(self, sentence: Sentence, head: Token) -> Resolved | None:
        """'her country', 'his side': the speaker's state where it is known, else the speaker."""
        owner = sentence.kid(head.i, "poss")
        if owner is None or owner.tag != "PRP$" or head.lower not in _OWN:
            return None
        resolved = self._pronoun(sentence, owner)
        if resolved is None or not resolved.actor.is_person:
            return resolved if head.lower in _OWN - {"country", "nation"} else None
        if head.lower in _OWN - {"country", "nation"}:
            return resolved
        country = self._country_of(resolved.actor)
        return Resolved(self.roster.state(country), "own-country", 0.7) if country else None

    def _body_inside(
        self, sentence: Sentence, source: SourceRange, low: int, head: Token
    ) -> Resolved | None:
        """'the refugee agency (UNHCR)', 'the Zelaya camp': the one named inside the phrase."""
        for name in self.names_between(sentence.tokens[low].start, head.start):
            draft = self.owner.get(name.start)
            if draft is None or self.text[name.end : name.end + 2] in ("'s", "’s", "' ", "’ "):
                continue
            fits = (
                draft.type == "group"
                and head.lower in _FOLLOWERS
                and (" " in draft.name or draft.name.isupper())
            ) or (draft.is_person and head.lower in ("camp", "side", "team"))
            if fits and head.i - low <= 8:
                if head.lower not in draft.roles:
                    draft.roles.append(head.lower)
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
                return Resolved(draft, "acronym", 0.85)
        return None

    def _with_owner_name(self, sentence: Sentence, low: int, head: Token, words: str) -> str:
        """'The ousted leader's chief negotiator' -> 'Zelaya's chief negotiator'."""
        owner = sentence.kid(head.i, "poss")
        if owner is None:
            return words
        if owner.tag == "PRP$":
            resolved = self._pronoun(sentence, owner)
            if resolved is None:
                return words
            return re.sub(
                r"^(?:his|her|its|their)\b",
                _short(resolved.actor) + "'s",
                words,
                flags=re.IGNORECASE,
            )
        if owner.lemma in roles.ROLES or owner.lower in roles.ROLES:
            phrase = noun_phrase(sentence, owner.i)
            resolved = self.resolve(sentence, SourceRange(phrase.low, owner.i + 1, owner.i))
            if resolved is not None and resolved.actor.is_person and resolved.rule != "nominal":
                stop = _phrase_end(sentence, SourceRange(low, head.i + 1, head.i))
                return f"{_short(resolved.actor)}'s {self._text(sentence, owner.i + 2, stop)}"
        return words

    def _same_head(self, lemma: str, before: int) -> Draft | None:
        synonyms = next(
            (s for s in _SYNONYMS if lemma in s and lemma != "official"), frozenset({lemma})
        )
        best: Draft | None = None
        for draft in self.roster.drafts:
            if draft.is_person or draft.last_before(before) < 0:
                continue
            tail = (
                [lemma]
                if lemma in draft.roles and lemma in _FOLLOWERS
                else draft.name.lower().split()[-1:]
            )
            fits = bool(tail) and (
                tail[0] == lemma
                or (lemma in ("government", "regime", "administration") and tail[0] in synonyms)
            )
            if fits and (best is None or draft.last_before(before) > best.last_before(before)):
                best = draft
        return best

    def _last_body(self, lemma: str) -> Draft | None:
        for focus in reversed(self.history[-4:]):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                if (
                    draft.type in ("group", "media")
                    and not draft.plural
                    and (
                        lemma in ("group", "organisation", "organization", "body", "bloc", "agency")
                        or lemma in draft.name.lower()
                    )
                ):
                    return draft
        return None

    def _text(self, sentence: Sentence, low: int, high: int) -> str:
        if high <= low:
            return ""
        return self.text[sentence.tokens[low].start : sentence.tokens[high - 1].end]


_GOVERNMENT_WORDS = frozenset(
    "internationally recognised recognized interim transitional central new legitimate elected "
    "caretaker civilian unity national saudi-backed un-recognised us-backed".split()
)
_HEADS = frozenset("chief head leader boss".split())
_OWN = frozenset({"country", "nation", "side", "team", "delegation"})
_FOLLOWERS = frozenset(
    "rebels fighters militants insurgents guerrillas troops forces movement group militia".split()
)
_PORTFOLIOS = frozenset(
    """foreign defence defense interior finance agriculture energy justice trade health
education transport prime information culture water environment oil economy vice deputy chief rebel
opposition press""".split()
)


def _other_portfolio(modifiers: set[str], known: set[str]) -> bool:
    """The agriculture minister is not the defence minister."""
    wanted, has = modifiers & _PORTFOLIOS, known & _PORTFOLIOS
    return bool(wanted and has and not wanted & has)


def _phrase_end(sentence: Sentence, source: SourceRange) -> int:
    """End of the noun phrase without what follows a comma, a relative clause or a gerund."""
    head = source.head
    for token in sentence.tokens[head + 1 : source.high]:
        if token.tag in ("JJ", "RB", "VBN") and token.head > token.i:
            continue
        if token.tag in (
            ",",
            "WP",
            "WDT",
            "VBG",
            "WP$",
            ":",
            "-LRB-",
            "VBD",
            "VBN",
            "JJ",
            "RB",
        ) or token.lower in ("who", "which"):
            return token.i
        if token.tag == "IN" and token.lower not in ("of", "for", "from", "to", "at", "with", "in"):
            return token.i
    return max(source.high, head + 1)


def _short(draft: Draft) -> str:
    """Return how a person is called for short: the surname."""
    return draft.name.split()[-1] if draft.is_person and draft.resolved else draft.name


def clean(words: str) -> str:
    """Return a phrase as a name: without its article and edge punctuation."""
    words = re.sub(r"\s+", " ", words).strip(" ,;:.“”\"'’")
    return re.sub(r"^(?:the|a|an|The|A|An|this|these|those|Those|These)\s+", "", words)


def _group_type(lemma: str) -> str:
    if lemma in (
        "government",
        "regime",
        "administration",
        "ministry",
        "cabinet",
        "presidency",
        "kremlin",
    ):
        return "government"
    if lemma == "opposition":
        return "opposition"
    if lemma in (
        "rebels",
        "fighters",
        "insurgents",
        "militants",
        "guerrillas",
        "separatists",
        "militia",
    ):
        return "armed group"
    return "group"
