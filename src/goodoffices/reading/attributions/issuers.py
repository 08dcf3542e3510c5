"""Who issued a document: 'a report by the ministry', 'the ministry's statement', 'a U.N. report'."""

from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import cues as words
from goodoffices.reading.english import places
from goodoffices.reading.grammar.syntax import Sentence, Token


def _on_behalf(sentence: Sentence, verb: Token) -> SourceRange | None:
    """'a statement issued on behalf of Robert Zoellick': whose words they are."""
    stretch = sentence.tokens[verb.i + 1 : verb.i + 6]
    if [t.lower for t in stretch[:3]] != ["on", "behalf", "of"]:
        return None
    named = sentence.find(lambda t: t.is_noun, verb.i + 4)
    if named is None:
        return None
    while named + 1 < len(sentence) and sentence.tokens[named + 1].is_name:
        named += 1
    return noun_phrase(sentence, named)


_RELAYED = frozenset(
    "carry quote see obtain publish broadcast cite report receive review present corroborate confirm "
    "support verify".split()
)
"""'a ministry statement carried by the agency': who passes it on did not issue it."""


def _gatherer(sentence: Sentence, head: Token) -> SourceRange | None:
    """'information obtained by the group': who has it tells it."""
    got = sentence.kid(head.i, "acl")
    by = sentence.kid(got.i, "agent") if got is not None else None
    giver = sentence.kid(by.i, "pobj") if by is not None else None
    return noun_phrase(sentence, giver.i) if giver is not None else None


def issuer_of(sentence: Sentence, head: Token, *, by_kind: bool = False) -> SourceRange | None:
    """'a report by the ministry', 'the ministry's statement', 'a U.N. report': the ministry, the U.N."""
    if head.lower == "information":
        return _gatherer(sentence, head)
    if head.lemma not in words.DOCUMENTS and head.lower not in words.COUNTS:
        return None
    for prep in sentence.kids(head.i, "prep", "agent", "acl"):
        if prep.lower in ("by", "from", "of"):
            giver = sentence.kid(prep.i, "pobj")
            dated = giver is not None and giver.entity in ("DATE", "TIME")
            if giver is not None and not dated and (prep.lower != "of" or giver.is_name):
                return noun_phrase(sentence, giver.i)
        if prep.dep == "acl" and (sender := _on_behalf(sentence, prep)) is not None:
            return sender
        if prep.dep == "acl" and prep.lemma not in _RELAYED and "sponsor" not in prep.lemma:
            agent = sentence.kid(prep.i, "agent")
            giver = sentence.kid(agent.i, "pobj") if agent is not None else None
            if giver is not None:
                return noun_phrase(sentence, giver.i)
    if sentence.next_word(head.i) in ("from", "by"):  # 'began the note from …', hung on 'began'
        giver = sentence.kid(head.i + 1, "pobj")
        if giver is not None and giver.is_name and giver.entity not in ("DATE", "TIME"):
            return noun_phrase(sentence, giver.i)
    owner = sentence.kid(head.i, "poss")
    if owner is not None and owner.tag != "PRP$" and owner.entity not in ("DATE", "TIME"):
        low, high = sentence.edges[owner.i]
        return SourceRange(low, owner.i + 1, owner.i) if high >= owner.i else None
    for kid in sentence.kids(head.i, "compound", "nmod", "amod"):
        nation = kid.i > 0 and sentence.tokens[kid.i - 1].lower in places.ADJECTIVES
        if kid.dep == "amod" and not (nation and kid.lower == "military"):
            continue
        if kid.entity in ("DATE", "TIME"):
            continue  # 'a Nov. 23-27 Reuters/Ipsos poll'
        first = sentence.tokens[sentence.edges[head.i][0]].lower
        # 'a ministry statement'
        kinds = body_words.KINDS | {"army", "police", "military"}
        body = by_kind and kid.lower in kinds and first in ("a", "an")
        if (kid.entity in ("ORG", "GPE") and kid.text[:1].isupper()) or kid.is_name or body:
            last = kid.i
            while last + 1 < head.i and sentence.tokens[last + 1].is_name:
                last += 1  # 'Foreign Ministry statement'
            low = sentence.edges[kid.i][0]
            low -= low > 0 and sentence.tokens[low - 1].lower in places.ADJECTIVES
            return SourceRange(low, last + 1, last)  # 'a Turkish army statement'
    return None
