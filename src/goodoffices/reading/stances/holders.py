"""Whose a verb's stance is where its own subject does not tell: gerunds, and verbs joined to what is said."""

from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.nouns import can_speak
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.own import issued_by


def around_apposition(sentence: Sentence, token: Token) -> Token | None:
    """'Beijing, its key ally, called on': a past verb the parser hung to the noun between the commas."""
    noun = sentence.tokens[token.head]
    closed = sentence.tokens[token.i - 1].tag == "," if token.i else False
    if token.dep != "acl" or token.tag != "VBD" or noun.dep != "appos" or not closed:
        return None
    return sentence.tokens[noun.head]


def reporter(sentence: Sentence, token: Token) -> Token | None:
    """'said all options remained but ruled out the navy': who said it rules it out."""
    for governor in sentence.ancestors(token.i):
        if governor.lemma in ("say", "tell", "add", "insist", "warn", "stress"):
            return sentence.subject(governor.i)
    return None


def only_spoken_of(sentence: Sentence, token: Token, holder: Token) -> bool:
    """'said the minister had failed and urged him to go': who is spoken of does not urge."""
    return sentence.told_at(holder) and not sentence.told_at(token)


def gerund_subject(sentence: Sentence, token: Token) -> Token | None:
    """'…, rejecting the offer': who issued it, made it, or acts in the clause around the gerund."""
    if token.tag != "VBG":
        return None
    if token.dep == "acl" and (issuer := issued_by(sentence, token)) is not None:
        return issuer
    people = sentence.tokens[token.head]
    there = any(t.dep == "expl" for t in sentence.tokens[: people.i])
    there = there or _beside(sentence, people)
    if there and token.dep == "acl" and people.i < token.i and can_speak(people):
        return people  # 'there are leaders calling for', 'with leaders and groups calling for'
    maker = _made_by(sentence, token)
    if maker is not None:
        return maker
    for governor in sentence.ancestors(token.i):
        subject = sentence.subject(governor.i)
        saying = sentence.tokens[governor.head]
        if (
            governor.dep == "ccomp"
            and saying.lemma in ("say", "rule", "tell", "announce", "insist", "argue", "claim")
            and sentence.tokens[token.i - 1].text == ","
            and sentence.subject(saying.i) is not None
        ):
            continue  # 'ruled that she could leave, rejecting their objection': who said so
        if subject is not None and subject.lemma not in words.NO_STANCE_SUBJECTS - {"it", "who"}:
            return subject
    return None


def _beside(sentence: Sentence, people: Token) -> bool:
    """'drew condemnation, with many leaders …': a noun that 'with' sets beside the clause."""
    return people.dep == "pobj" and sentence.tokens[people.head].lower == "with"


def joined_subject(sentence: Sentence, token: Token) -> Token | None:
    """'have laid siege, pinning them inside, and threatened': a past joined to the gerund before it."""
    gerund = sentence.tokens[token.head]
    if token.dep != "conj" or token.tag != "VBD" or gerund.tag != "VBG":
        return None
    return next(filter(None, (sentence.subject(g.i) for g in sentence.ancestors(gerund.i))), None)


def _made_by(sentence: Sentence, token: Token) -> Token | None:
    """'denounced remarks made by Falk last week accusing it': who made them, right before the gerund."""
    at = token.i - 1
    while at > 0 and sentence.tokens[at].entity in ("DATE", "TIME"):
        at -= 1
    for by in reversed(sentence.tokens[max(0, at - 8) : at]):
        giver = sentence.kid(by.i, "pobj") if by.lower == "by" else None
        if giver is not None and giver.i == at and sentence.tokens[by.head].dep == "acl":
            return giver
    return None
