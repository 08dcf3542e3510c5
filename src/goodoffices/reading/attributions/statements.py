"""Statements of a whole report: attributions in order, with quotations that carry no cue of their own.

A quotation alone in its sentence belongs to whoever was speaking: in the same paragraph, in the
paragraph before (where a quotation ran on or the paragraph ended in speech), or to the person the
sentence before introduced.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reading.attributions.attribution import Attribution, attribute, char_span
from goodoffices.reading.attributions.cues import Cue, find_cues
from goodoffices.reading.attributions.headlines import headline_attributions
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.attributions.sources import find_source
from goodoffices.reading.attributions.uncued import ends_in_marks, last_clause, opens_in_marks
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.nouns import can_speak, is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token, root_of
from goodoffices.reading.text.marks import Quote


@dataclass
class _Orphan:
    sentence: Sentence
    quotes: list[Quote]
    until: int  # the paragraph it reaches


def find_attributions(sentences: Sequence[Sentence]) -> list[Attribution]:
    """Return all attributions of the report's own sentences in text order."""
    result: list[Attribution] = []
    for sentence in sentences:
        if sentence.headline and sentence.within is None:
            result.extend(headline_attributions(sentence))
    waiting: list[_Orphan] = []
    outer = [s for s in sentences if s.within is None and not s.headline]
    for number, sentence in enumerate(outer):
        found, orphans = attribute(sentence)
        _settle(waiting, found, sentence)
        if not found and not orphans:
            _take_past_mark(result, sentence)
        if orphans and not _place(result, found, outer, number, orphans):
            waiting.append(_Orphan(sentence, orphans, sentence.paragraph))
        result.extend(found)
    return [a for a in result if a.fragments]


def _extend(owner: Attribution, quotes: Sequence[Quote]) -> None:
    owner.direct.extend(quotes)
    owner.fragments.extend((q.start, q.end) for q in quotes)
    if owner.kind == "indirect":
        owner.kind = "mixed"


def _settle(waiting: list[_Orphan], found: list[Attribution], sentence: Sentence) -> None:
    """A quotation before the first attribution of its paragraph goes to that attribution."""
    for orphan in list(waiting):
        waiting.remove(orphan)
        runs_on = bool(sentence.gaps) and sentence.gaps[0][1].continues  # into the next paragraph
        if runs_on and sentence.paragraph == orphan.until + 1:
            orphan.until = sentence.paragraph
        near = sentence.paragraph <= orphan.until
        counted = [a for a in found if a.category == "reported_speech"]
        if near and counted:
            _extend(counted[0], orphan.quotes)
        elif near:
            waiting.append(orphan)


def _take_past_mark(result: list[Attribution], sentence: Sentence) -> None:
    """'“Ours is late,” Falk said. “It was decided before they went after” the dam.': he goes on."""
    speaking = result[-1] if result else None
    if speaking is None or speaking.sentence.paragraph != sentence.paragraph:
        return
    ended = max((end for _, end in speaking.fragments), default=sentence.end)
    direct = bool(speaking.direct) and speaking.category == "reported_speech"
    if not direct or not speaking.sentence.start <= ended < sentence.start:
        return
    if opens_in_marks(sentence):
        speaking.fragments.append(char_span(sentence, *sentence.trimmed(0, len(sentence))))
    elif speaking.sentence.end <= sentence.start <= speaking.sentence.end + 3:
        more = ends_in_marks(sentence)
        if more is not None:
            speaking.fragments.append(more)
            speaking.kind = "mixed"


def _place(
    result: list[Attribution],
    found: list[Attribution],
    outer: Sequence[Sentence],
    number: int,
    quotes: Sequence[Quote],
) -> bool:
    """Give quotations without a cue to whoever is speaking; False where nobody is."""
    sentence = outer[number]
    if found:
        if found[-1].direct:
            _extend(found[-1], quotes)
        return bool(found[-1].direct)
    going_on = bool(result) and bool(result[-1].direct)
    if not going_on and not quotes[-1].closed and _named_at_end(outer, number):
        return False  # the speaker stands behind the last paragraph of it
    introduced = _introduces(sentence)
    if introduced:
        made = _from_subject(sentence, quotes, "quote-introduced", 0.6)
        if made is not None:
            result.append(made)
            return True
    alone = all(
        t.tag in (".", ",", ":", "``", "''", "HYPH") or t.lower in _AND_THEN
        for t in sentence.tokens
    )
    return (alone or introduced) and _continue(result, outer, number, quotes)


_AND_THEN = frozenset("and but then so now still also again finally plus yet".split())
"""'“They left,” he said. Then, “I called.”': with no other words the quotation goes on."""


def _named_at_end(outer: Sequence[Sentence], number: int) -> bool:
    """'"It was stopped twice.' … '"No word since,"' said Noor: who speaks comes with the last paragraph."""
    for sentence in outer[number + 1 :]:
        opens = sentence.gaps and all(t.virtual for t in sentence.tokens[: sentence.gaps[0][0]])
        if not opens or not sentence.gaps[0][1].continues:
            return False
        own = [t for t in sentence.tokens if not t.virtual]
        if any(t.tag.startswith("VB") for t in own):
            return any(t.is_name for t in own)
    return False


def _continue(
    result: list[Attribution], outer: Sequence[Sentence], number: int, quotes: Sequence[Quote]
) -> bool:
    """Look back for the speaker: at most one paragraph, further only where a quotation runs on."""
    sentence = outer[number]
    for back in range(number - 1, max(-1, number - 6), -1):
        before = outer[back]
        reach = 1 + (number - back - 1 if quotes[0].continues else 0)
        if sentence.paragraph - before.paragraph > reach:
            return False
        mine = [a for a in result if a.sentence is before and a.category == "reported_speech"]
        if not mine and back == number - 1 and before.tokens and before.tokens[-1].text == ":":
            made = _from_cue(before, quotes)
            if made is not None:
                result.append(made)
                return True
        if mine:
            _go_on(result, ([a for a in mine if a.direct] or mine)[-1], quotes)
            return True
        if any(before.start <= s and e <= before.end for a in result for s, e in a.fragments):
            continue
        spoke = any(a.direct and a.sentence.paragraph == before.paragraph for a in result)
        if spoke and not _person_acts(before):
            continue  # '“…,” Falk said. The Alps lost 6% of their ice. “We are late.”'
        if before.tokens:
            made = _from_subject(before, quotes, "quote-after-subject", 0.5)
            if made is not None:
                result.append(made)
            return made is not None
    return False


def _go_on(result: list[Attribution], owner: Attribution, quotes: Sequence[Quote]) -> None:
    """More of a direct statement, or a new one by whoever was reported before."""
    if owner.direct:
        _extend(owner, quotes)
        return
    result.append(_direct(owner.sentence, owner.cue, owner.source, quotes, "quote-follows", 0.8))


def _direct(
    sentence: Sentence,
    cue: Cue | None,
    source: SourceRange | None,
    quotes: Sequence[Quote],
    rule: str,
    score: float,
) -> Attribution:
    fragments = [(q.start, q.end) for q in quotes]
    return Attribution(
        sentence, cue, source, fragments, list(quotes), "direct", rule=rule, score=score
    )


def _introduces(sentence: Sentence) -> bool:
    """Tell whether the sentence leads up to its quotation with a colon or a dash."""
    if not sentence.gaps or not sentence.tokens:
        return False
    at = sentence.gaps[-1][0]
    return (
        at > 0 and sentence.tokens[at - 1].lower in (":", "-", "--") and len(sentence.tokens) >= 2
    )


def _from_cue(sentence: Sentence, quotes: Sequence[Quote]) -> Attribution | None:
    """'Here is what Okoro told us:' and the words in the next paragraph."""
    for cue in reversed(find_cues(sentence)):
        source = find_source(sentence, cue)
        if source is not None:
            return _direct(sentence, cue, source, quotes, "quote-after-colon", 0.7)
    return None


def _may_speak(subject: Token) -> bool:
    return not is_thing(subject) and (can_speak(subject) or subject.entity == "GPE")


_GIVEN = frozenset(
    "statement answer reply response verdict message letter note comment conclusion warning ruling retort "
    "riposte rejoinder rebuke".split()
)


def _giver(sentence: Sentence, root: Token, subject: Token) -> Token | None:
    """'The statement from the union was short: “…”', 'The reply came from the minister: “…”': who gave it."""
    if subject.lemma not in _GIVEN:
        return None
    came = root.i if root.lemma == "come" else subject.i
    for prep in sentence.kids(came, "prep"):
        giver = sentence.kid(prep.i, "pobj")
        if prep.lower in ("from", "of", "by") and giver is not None and not is_thing(giver):
            return giver
    return None


def _person_acts(sentence: Sentence) -> bool:
    """Whether the main clause is about somebody who may speak: a person, a pronoun, a role."""
    root = root_of(sentence.tokens)
    subject = sentence.subject(root.i) if root is not None else None
    return subject is not None and (
        subject.entity == "PERSON"
        or (subject.tag == "PRP" and subject.lower != "it")
        or subject.lemma in roles.ROLES
    )


def _from_subject(
    sentence: Sentence, quotes: Sequence[Quote], rule: str, score: float
) -> Attribution | None:
    """Take the subject of the sentence's main clause for the speaker."""
    root = root_of(sentence.tokens)
    if root is None:
        return None
    if rule == "quote-introduced":
        root = last_clause(sentence, root)
    subject = sentence.subject(root.i)
    if subject is None and root.is_noun:
        subject = root
    if subject is None or subject.lower in ("there", "it", "this", "that", "which"):
        return None
    giver = _giver(sentence, root, subject) if rule == "quote-introduced" else None
    subject = giver or subject
    if (root.lemma == "be" or rule == "quote-after-subject") and not _may_speak(subject):
        return None
    cues = find_cues(sentence)
    cue = cues[-1] if cues else None
    return _direct(sentence, cue, noun_phrase(sentence, subject.i), quotes, rule, score)
