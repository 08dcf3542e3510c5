"""Who a pronoun means: the person, body or group the text has in mind."""

from abc import abstractmethod
from collections.abc import Callable

from goodoffices.reading.actors.bearers import Resolved
from goodoffices.reading.actors.nominals import Nominals
from goodoffices.reading.actors.roster import Draft
from goodoffices.reading.attributions.noun_phrases import noun_phrase
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.nouns import doers
from goodoffices.reading.grammar.syntax import Sentence, Token, root_of

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves", "both"})
_OPENERS = frozenset({"IN", "WP", "WDT", "WRB"})
_REACH = 8  # sentences a pronoun looks back


class Pronouns(Nominals):
    """Rules for pronouns over what was read so far."""

    @abstractmethod
    def at(self, token: Token) -> Draft | None:
        """Return the actor already known to be meant at a token."""

    def _pronoun(self, sentence: Sentence, head: Token) -> Resolved | None:
        low = head.lower
        if low in HE or low in SHE:
            return self._person_before(sentence, head, "f" if low in SHE else "m")
        if low in IT:
            return (
                self._body_here(sentence, head)
                or self._document_before()
                or self._body_before(plural=False)
            )
        if low in THEY:
            return self._several_here(sentence, head) or self._body_before(plural=True)
        return None

    def _note_employer(self, sentence: Sentence, head: Token, draft: Draft) -> None:
        """'Its chairman, Hugo Alven': what he is chairman of is his company."""
        owner = sentence.kid(head.i, "poss")
        if owner is None or owner.tag != "PRP$":
            return
        resolved = self._pronoun(sentence, owner)
        if resolved is not None and resolved.actor.is_person and head.lower in roles.FAMILY:
            if " " in resolved.actor.name and " " not in draft.name:
                draft.aliases.append(draft.name)
                draft.name += " " + resolved.actor.name.split()[-1]
                draft.resolved = True
        elif resolved is not None and not resolved.actor.is_person:
            if resolved.actor.type == "state":
                draft.country = draft.country or resolved.actor.name
            else:
                draft.bodies.append(resolved.actor.name)

    def _lost_subject(self, sentence: Sentence) -> Draft | None:
        """'In Havana, a leader known as Rojas appeared': the name before a verb left without a subject."""
        root = root_of(sentence.tokens)
        if root is None or not root.is_verb or root.i == 0 or sentence.subject(root.i) is not None:
            return None
        before = sentence.tokens[root.i - 1]
        return self.at(before) if before.is_name else None

    def _document_before(self) -> Resolved | None:
        """'“…,” the statement said. “…,” it concluded': the statement, so whoever issued it."""
        for focus in reversed(self.history[-2:]):
            if focus.document is not None:
                return Resolved(focus.document, "pronoun-document", 0.7)
            if focus.speakers:
                return None
        return None

    def _several_here(self, sentence: Sentence, head: Token) -> Resolved | None:
        """'Democrats say it does, but they argue': the plural subject of the clause before."""
        opener = sentence.tokens[head.i - 1] if head.i else None
        aside = sentence.tokens[head.head].dep == "relcl"  # 'citing photos they say show a tunnel'
        if sentence.within is not None or opener is None:
            return None
        for token in sentence.tokens[: head.i]:
            joined = token.is_name and sentence.kid(token.i, "conj") is not None
            if token.dep != "nsubj" or not (joined or token.tag in ("NNS", "NNPS")):
                continue
            governor = sentence.tokens[token.head]
            above = governor.dep == "ROOT" and (opener.tag == "CC" or aside)
            # 'when the rebels began fighting what they say is neglect'
            free = opener.lower == "what" and governor in sentence.ancestors(head.head)
            above = above or free
            # 'although officials conceded that it was high, they said'
            beside = opener.tag == "," and (governor.dep, governor.head) == ("advcl", head.head)
            draft = self._meant_by(sentence, token) if above or beside else None
            if draft is not None and (draft.plural or not draft.is_person):
                return Resolved(draft, "pronoun-body", 0.75)
        return None

    def _meant_by(self, sentence: Sentence, token: Token) -> Draft | None:
        """Who a noun before the pronoun means: known already, or a group told of for the first time."""
        joined = token.is_name and sentence.kid(token.i, "conj") is not None
        draft = None if joined else self.at(token)
        people = token.tag == "NNS" and doers(token.lower)
        body = token.lower in roles.GROUPS | body_words.MET_AGAIN
        if draft is None and (joined or people or body):
            found = self.resolve(sentence, noun_phrase(sentence, token.i))
            draft = found.actor if found is not None else None
        return draft

    def _body_here(self, sentence: Sentence, head: Token) -> Resolved | None:
        """'Pyongyang wanted no aid because it said': the subject before it in its own sentence."""
        opener = sentence.tokens[head.i - 1] if head.i else None
        if sentence.within is not None or opener is None:
            return None
        closing = opener.tag == "," and (head.lower == "its" or not self.history)
        aside = sentence.tokens[head.head].dep == "relcl"  # 'the racism it says it met'
        verb = sentence.tokens[head.head]
        joined = opener.tag == "CC" and verb.dep == "conj"  # 'Norway left the talks, and it said'
        if opener.tag not in _OPENERS and not closing and not aside and not joined:
            return None  # closing: 'China hopes so, its foreign ministry said'
        for token in sentence.tokens[: head.i]:
            if token.dep in ("nsubj", "nsubjpass") and token.is_noun:
                draft = self._meant_by(sentence, token)
                if draft is not None and not draft.is_person and not draft.plural:
                    return Resolved(draft, "pronoun-body", 0.75)
        return None

    def _person_before(self, sentence: Sentence, head: Token, gender: str) -> Resolved | None:
        def fits(draft: Draft) -> bool:
            return draft.is_person and not draft.plural and draft.gender in (None, gender)

        here = next((d for d in self._same_sentence(sentence, head) if fits(d)), None)
        if here is not None and here.gender is None:
            here = self._owner_here(sentence, head, gender) or here
        before = self._just_before(fits, gender)
        spoke = self.history[-1].speakers if self.history else []
        back = _closes(sentence, head) or (
            here is not None and before in spoke and self._in_passing(sentence, head, here)
        )
        found = (before or here) if back else (here or before)
        found = found or self._most_salient(fits, gender)
        if found is None:
            return None
        verb = sentence.tokens[head.head]
        told = verb.dep == "ccomp" and sentence.tokens[verb.head].i < head.i
        if found.gender is None and not told:  # 'her lawyer said that he eats little' is of another
            found.gender = gender
        return Resolved(found, "pronoun", 0.8)

    def _in_passing(self, sentence: Sentence, head: Token, draft: Draft) -> bool:
        """'While no date was set for a meeting with Xi, he said': told of beside, he does not speak."""
        nouns = [t for t in sentence.tokens[: head.i] if t.is_noun and t.dep != "compound"]
        named = [t for t in nouns if self.at(t) is draft]
        asides = {k.i for k in sentence.kids(head.head, "advcl") if k.i < head.i}
        return bool(named) and all(
            t.dep == "pobj" and any(g.i in asides for g in sentence.ancestors(t.i)) for t in named
        )

    def _same_sentence(self, sentence: Sentence, head: Token) -> list[Draft]:
        """Actors named before the pronoun in its sentence, the subject first."""
        result: list[Draft] = []
        opener = next((t.lower for t in sentence.tokens if not t.virtual), "")
        if opener in ("speaking", "talking", "writing", "asked"):  # 'Speaking to Frost, he said'
            return result
        for token in sentence.tokens[: head.i]:
            aside = sentence.tokens[head.head].dep == "relcl" and token.dep in ("appos", "dobj")
            if (aside or token.dep in ("nsubj", "nsubjpass", "pobj", "poss")) and token.is_noun:
                draft = self.at(token)
                subject = token.dep in ("nsubj", "nsubjpass") and token.tag in ("NN", "NNP")
                if draft is None and subject and {token.lemma, token.lower} & roles.ROLES:
                    found = self.resolve(sentence, noun_phrase(sentence, token.i))
                    draft = found.actor if found is not None else None
                if _asks_only(sentence, token):
                    continue
                if draft is not None and token.dep != "poss":
                    result.append(draft)
        subjects = [d for d in result if d.is_person]
        above = self._subject_above(sentence, head)
        if above is not None and above in subjects:
            subjects = [above]  # 'Falk spoke after May announced that she'
        return subjects[:1] + result[1:] if subjects else result

    def _owner_here(self, sentence: Sentence, head: Token, gender: str) -> Draft | None:
        """'Anna Falk's lawyer, Piero Salvi, sat down when she rose': hers by the name, not the lawyer's."""
        for token in sentence.tokens[: head.i]:
            owner = self.at(token) if token.dep == "poss" and token.is_name else None
            if owner is not None and owner.is_person and owner.gender == gender:
                return owner
        return None

    def _subject_above(self, sentence: Sentence, head: Token) -> Draft | None:
        """Who is told to say or do the thing whose clause the pronoun opens."""
        verb = sentence.tokens[head.head]
        if head.dep not in ("nsubj", "nsubjpass") or verb.dep != "ccomp":
            return None
        subject = sentence.kid(verb.head, "nsubj")
        return self.at(subject) if subject is not None and subject.i < head.i else None

    def _just_before(self, fits: Callable[[Draft], bool], gender: str) -> Draft | None:
        """Who the sentence before leaves in mind: somebody of that gender, else speaker or subject."""
        if not self.history:
            return None
        last = self.history[-1]
        first = (*last.speakers[:1], *last.subjects[:1])
        spoke = (last.speakers or last.subjects)[:1]
        if gender == "m" and spoke and fits(spoke[0]):
            return spoke[0]
        return next(
            (d for d in (*first, *last.named) if fits(d) and d.gender == gender), None
        ) or next((d for d in first if fits(d)), None)

    def _most_salient(self, fits: Callable[[Draft], bool], gender: str) -> Draft | None:
        """Who spoke or was a subject before who was only named, the near before the far.

        A known gender counts as much as one sentence of distance; a woman's, which names tell less
        often, as two.
        """
        best: tuple[float, Draft] | None = None
        for distance, focus in enumerate(reversed(self.history[-_REACH:]), start=1):
            ranked = [
                *((3.0, d) for d in focus.speakers),
                *((3.0 if n == 0 else 2.0, d) for n, d in enumerate(focus.subjects)),
                *((1.0, d) for d in focus.named),
            ]
            for weight, draft in ranked:
                if not fits(draft):
                    continue
                known = draft.gender == gender
                score = weight - 3 * distance + (7 if gender == "f" else 3) * known
                if best is None or score > best[0]:
                    best = (score, draft)
        return best[1] if best else None

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


def _closes(sentence: Sentence, head: Token) -> bool:
    """'…, he added.': whoever it is, the words before are his, not about him."""
    rest = [t for t in sentence.tokens[head.i + 1 :] if t.tag not in (".", "''", "``")]
    return (
        head.i > 2
        and head.dep == "nsubj"
        and sentence.tokens[head.i - 1].tag in (",", "''", "``")
        and len(rest) <= 3
        and sentence.tokens[head.head].i == head.i + 1
    )


def _asks_only(sentence: Sentence, token: Token) -> bool:
    """'Pressed by the senator, she said': the one who asks is not the one who answers."""
    by = sentence.tokens[token.head]
    verb = sentence.tokens[by.head]
    return token.dep == "pobj" and by.lower == "by" and verb.tag == "VBN" and verb.i <= 1
