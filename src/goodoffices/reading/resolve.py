"""Who a noun phrase means: names, titles, roles, pronouns, capitals for states, groups."""

import bisect
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from goodoffices.reading.actors import Draft, Roster, adjective_of
from goodoffices.reading.english import cues as cue_words
from goodoffices.reading.english import places, roles
from goodoffices.reading.names import ORG_HEADS, Name
from goodoffices.reading.sources import SourceRange, noun_phrase
from goodoffices.reading.syntax import Sentence, Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves", "both"})
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
_BODY_TYPES = ("group", "state", "government", "media", "opposition")


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


class Resolver:
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
        if head.tag == "PRP" or head.lower in THEY | {"he", "she", "it"}:
            return self._pronoun(sentence, head)
        if head.lower in ("who", "which", "that", "this", "what", "there"):
            return None
        group = self._coordination(sentence, source)
        if group is not None:
            return group
        return (
            self._head_name(sentence, source)
            or self._document(sentence, source)
            or self._apposed_person(sentence, source)
            or self._nominal(sentence, source)
        )

    def focus(self, sentence: Sentence, speakers: list[Draft]) -> None:
        """Remember a sentence that has been read."""
        focus = Focus(sentence.number, speakers=list(speakers))
        for token in sentence.tokens:
            if token.dep in ("nsubj", "nsubjpass") and not token.virtual:
                found = self._known_at(sentence, token)
                if found is not None:
                    if sentence.tokens[token.head].dep == "ROOT":
                        focus.subjects.insert(0, found)
                    else:
                        focus.subjects.append(found)
        for name in self.names_between(sentence.start, sentence.end):
            draft = self.owner.get(name.start)
            if draft is not None:
                focus.named.append(draft)
        self.history.append(focus)

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
        if (
            token.is_noun and token.lemma in roles.ROLES | roles.GROUPS
        ) or token.lower in roles.GROUPS:
            phrase = noun_phrase(sentence, token.i)
            return self._antecedent_only(sentence, phrase)
        return None

    def _antecedent_only(self, sentence: Sentence, phrase: SourceRange) -> Draft | None:
        resolved = self.resolve(sentence, phrase)
        if resolved is None:
            return None
        token = sentence.tokens[phrase.head]
        self.note(token, resolved.actor, "nominal")
        return resolved.actor

    # -- names -------------------------------------------------------------------------------

    def _coordination(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """'Britain, France and Germany said': the group as it is written."""
        head = sentence.tokens[source.head]
        joined = [k for k in sentence.kids(head.i, "conj") if k.i < source.high and not k.is_verb]
        if not joined or not any(
            k.tag == "CC" and k.lower == "and"
            for i in (head.i, *(j.i for j in joined))
            for k in sentence.kids(i, "cc")
        ):
            return None
        last = joined[-1]
        while True:
            further = [k for k in sentence.kids(last.i, "conj") if k.i < source.high]
            if not further:
                break
            last = further[-1]
        if any(k.dep == "appos" for k in sentence.kids(head.i)) or head.dep == "appos":
            return None
        low = sentence.edges[head.i][0]
        high = max(sentence.edges[last.i][1] + 1, last.i + 1)
        if high > source.high or low < source.low:
            high = min(high, source.high)
        words = _clean(self._text(sentence, max(low, source.low), high))
        draft = self.roster.by_key(f"group:{words.lower()}", words, "group", "coordination")
        draft.plural = True
        return Resolved(draft, "coordination", 0.85)

    def _head_name(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """The name that holds the head word, if the head is a name."""
        head = sentence.tokens[source.head]
        for name in self.names_between(max(sentence.start, head.start - 80), head.end):
            if not name.start <= head.start < name.end:
                continue
            if name.kind == "capital" or name.kind == "state":
                draft = self.roster.state(name.key)
                draft.mention(name.start, name.end, "metonym" if name.kind == "capital" else "name")
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
        low = head.i
        while (
            low > source.low
            and sentence.tokens[low - 1].is_name
            and sentence.tokens[low - 1].lower.rstrip(".") not in roles.TITLES
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
        kind = "person" if sentence.kid(head.i, "det") is None and not words.isupper() else "org"
        name = Name(sentence.tokens[low].start, head.end, kind, words)
        draft = self.roster.add(name)
        if draft is None:
            return None
        return Resolved(draft, "name-unlisted", 0.6)

    def _apposed_person(self, sentence: Sentence, source: SourceRange) -> Resolved | None:
        """'The head of the agency, Gholamreza Aghazadeh,': the name in apposition."""
        head = sentence.tokens[source.head]
        if head.lemma not in roles.ROLES and head.lower not in roles.ROLES and head.lower != "one":
            return None
        start, end = head.end, max(sentence.tokens[source.high - 1].end, head.end + 2)
        for name in self.names_between(start, end):
            title_start = name.title_start if name.title_start > head.end else name.start
            index = _token_from(sentence, title_start)
            before = sentence.tokens[index - 1] if index else None
            if before is None or not (
                before.tag == ","
                or before.i == head.i
                or before.lower in ("-", "named", "as", "called")
            ):
                continue
            draft = self._person_at(name)
            if draft is None or not draft.is_person:
                continue
            possessive = self.text[name.end : name.end + 2] in ("'s", "’s")
            if not possessive:
                role = _clean(self._text(sentence, source.low, head.i + 1)).lower()
                if role not in draft.roles:
                    draft.roles.append(role)
                draft.country = draft.country or self._country_in(sentence, source.low, head)
                self._note_gender(draft, head)
                return Resolved(draft, "role-apposition", 0.92)
        return None

    def _person_at(self, name: Name) -> Draft | None:
        """Return who bears a name; beside a role an unclassed name is a person's."""
        draft = self.owner.get(name.start)
        unclassed = name.kind in ("unknown", "people") and " " in name.key
        if unclassed or _person_like(name):
            draft = self.roster.person(replace(name, kind="person"))
            self.owner[name.start] = draft
            draft.mention(name.start, name.end, "name")
        return draft

    def _note_gender(self, draft: Draft, head: Token) -> None:
        if head.lower in roles.FEMALE_ROLES:
            draft.gender = "f"
        elif head.lower in roles.MALE_ROLES:
            draft.gender = "m"

    # -- pronouns ----------------------------------------------------------------------------

    def _pronoun(self, sentence: Sentence, head: Token) -> Resolved | None:
        low = head.lower
        if low in HE or low in SHE:
            return self._person_before(sentence, head, "f" if low in SHE else "m")
        if low in IT:
            return self._body_before(plural=False)
        if low in THEY:
            return self._body_before(plural=True)
        return None

    def _person_before(self, sentence: Sentence, head: Token, gender: str) -> Resolved | None:
        def fits(draft: Draft) -> bool:
            return draft.is_person and not draft.plural and draft.gender in (None, gender)

        found = next((d for d in self._same_sentence(sentence, head) if fits(d)), None)
        if found is None and gender == "f":
            found = self._from_history(lambda d: d.is_person and d.gender == "f", 3)
        found = found or self._from_history(fits)
        if found is None:
            return None
        if found.gender is None:
            found.gender = gender
        return Resolved(found, "pronoun", 0.8)

    def _same_sentence(self, sentence: Sentence, head: Token) -> list[Draft]:
        """Actors named before the pronoun in its sentence, the subject first."""
        result: list[Draft] = []
        for token in sentence.tokens[: head.i]:
            if token.dep in ("nsubj", "nsubjpass", "pobj", "poss") and token.is_noun:
                draft = self.at(token)
                if draft is not None and token.dep != "poss":
                    result.append(draft)
        subjects = [d for d in result if d.is_person]
        return subjects[:1] + result[1:] if subjects else result

    def _from_history(self, fits: Callable[[Draft], bool], reach: int = 8) -> Draft | None:
        for focus in reversed(self.history[-reach:]):
            for draft in (*focus.speakers, *focus.subjects, *focus.named):
                if fits(draft):
                    return draft
        return None

    def _body_before(self, plural: bool) -> Resolved | None:
        def several(draft: Draft) -> bool:
            return not draft.is_person and (draft.plural or draft.type == "group")

        def one(draft: Draft) -> bool:
            return not draft.is_person and not draft.plural

        test = several if plural else one
        for focus in reversed(self.history[-4:]):
            for draft in (*focus.speakers, *focus.subjects[:1]):
                if test(draft):
                    return Resolved(draft, "pronoun-body", 0.75)
            for draft in (*focus.subjects, *focus.named):
                if test(draft):
                    return Resolved(draft, "pronoun-body", 0.6)
        return None

    # -- nominals ----------------------------------------------------------------------------

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
        words = _clean(self._text(sentence, source.low, _phrase_end(sentence, source)))
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
        best: tuple[tuple[int, int, int], Draft] | None = None
        for draft in self.roster.drafts:
            last = draft.last_before(head.start)
            if not draft.is_person or last < 0:
                continue
            words = set(re.findall(r"[\w-]+", " ".join(draft.roles)))
            exact = wanted in words
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
        words = _clean(self._text(sentence, low, _phrase_end(sentence, source)))
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


def _token_from(sentence: Sentence, at: int) -> int | None:
    return sentence.find(lambda t: t.start >= at)


def _person_like(name: Name) -> bool:
    """Two or three capitalised words none of which heads a body: in apposition to a role, a person."""
    words = name.key.split()
    return (
        name.kind == "org"
        and 2 <= len(words) <= 4
        and not name.key.isupper()
        and not any(w.lower() in ORG_HEADS for w in words)
        and name.key.lower() not in places.ORGANISATIONS
    )


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


def _clean(words: str) -> str:
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
