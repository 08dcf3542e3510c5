"""A stance as it stands in a sentence, and what all kinds of triggers share: negation, object, condition."""

from dataclasses import dataclass

from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token

Range = tuple[int, int]
_AUX = ("aux", "auxpass", "neg")


@dataclass
class Trigger:
    """A stance found in a sentence; ranges are code points, ``holder`` a token index or None."""

    sentence: Sentence
    start: int
    end: int
    stance: str
    holder: int | None
    object: Range | None = None
    condition: Range | None = None
    target: int | None = None
    consequence: Range | None = None
    deadline: str | None = None
    speaker_holds: bool = False
    issued: bool = False
    rule: str = "verb"
    score: float = 0.7


def negated(sentence: Sentence, token: Token) -> bool:
    """Tell whether the verb is negated: by an adverb, its subject, or the verb that governs it."""
    if any(
        k.i < token.i and (k.dep == "neg" or k.lower in ("never", "not", "n't", "no", "neither"))
        for k in sentence.kids(token.i, "neg", "advmod", "preconj")
    ):
        return True
    joined = sentence.tokens[token.i - 1].lower if token.i else ""
    if joined == "neither" or (joined == "nor" and token.dep == "conj"):
        return True  # 'has neither accepted nor rejected'
    subject = sentence.subject(token.i)
    determiner = sentence.kid(subject.i, "det") if subject is not None else None
    if subject is not None and (
        subject.lower in ("neither", "nobody", "none")
        or (determiner is not None and determiner.lower in ("no", "neither"))
    ):
        return True
    governor = sentence.tokens[token.head]
    return (
        token.dep == "xcomp"
        and governor.i != token.i
        and any(k.dep == "neg" for k in sentence.kids(governor.i, "neg"))
        and governor.lemma in ("go", "be", "willing", "ready", "prepared", "want", "intend", "plan")
    )


def relative_antecedent(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun on which the relative clause around a verb hangs."""
    relative = next((g for g in (verb, *sentence.ancestors(verb.i)) if g.dep == "relcl"), None)
    if relative is None:
        return None
    noun = sentence.tokens[relative.head]
    who = sentence.kid(relative.i, "nsubj")
    if who is None or who.lower != "who" or not is_thing(noun):
        return noun
    nearest = next((t for t in reversed(sentence.tokens[noun.i : who.i]) if t.is_noun), noun)
    return noun if is_thing(nearest) else nearest  # 'talks with the Taliban, who refused'


def doubted(sentence: Sentence, token: Token) -> bool:
    """'Analysts doubted that either side was ready', 'I'm not saying we reject': nobody's stance."""
    if "no way" in sentence.words(max(0, token.i - 12), token.i).lower():
        return True
    return any(
        g.lemma in ("doubt", "question", "wonder")
        or (g.lemma in _SAYING and (negated(sentence, g) or _called_wrong(sentence, g)))
        for g in sentence.ancestors(token.i)
    )


_SAYING = frozenset("say suggest claim imply mean allege pretend".split())


def _called_wrong(sentence: Sentence, token: Token) -> bool:
    """'It is wrong to say we reject the plan'."""
    around = (sentence.tokens[token.head], *sentence.kids(token.head, "acomp"))
    return token.dep in ("xcomp", "csubj", "ccomp", "advcl") and any(
        t.lower in ("wrong", "false", "untrue", "incorrect", "misleading", "absurd") for t in around
    )


def object_of(
    sentence: Sentence, token: Token, last: int, stance: str
) -> tuple[Range | None, int | None]:
    """Return the token range of what a stance is about, and the index of whom it addresses."""
    target: int | None = None
    if stance in ("accuse", "demand", "propose", "ultimatum"):
        addressee = sentence.kid(token.i, "dobj", "dative")
        if addressee is not None and (addressee.is_name or addressee.tag in ("NN", "NNS")):
            target = addressee.i
    kids = [
        k
        for k in sentence.kids(
            token.i, "dobj", "ccomp", "xcomp", "prep", "oprd", "pobj", "attr", "advcl"
        )
        if k.i > token.i and not (k.tag == "VBG" and sentence.tokens[k.i - 1].tag == ",")
    ]
    if not kids:
        passive = sentence.kid(token.i, "nsubjpass")
        if passive is not None:
            return (sentence.edges[passive.i][0], sentence.edges[passive.i][1] + 1), target
        return None, target
    low = max(last + 1, min(sentence.edges[k.i][0] for k in kids))
    high = max(sentence.edges[k.i][1] for k in kids) + 1
    for conj in sentence.kids(token.i, "conj", "cc"):
        if conj.i > token.i:
            high = min(high, max(low, sentence.edges[conj.i][0]))
    return (low, high) if low < high else None, target


def condition_of(sentence: Sentence, token: Token) -> Range | None:
    """Return the token range of the condition that hangs on a verb."""
    for clause in sentence.kids(token.i, "advcl", "prep"):
        low, high = sentence.edges[clause.i]
        start = sentence.words(low, low + 3).lower()
        for opener in words.CONDITIONS:
            if start.startswith(opener):
                if clause.dep == "prep" and opener not in ("without", "until", "provided"):
                    continue
                if low and sentence.tokens[low - 1].lower == "only":
                    low -= 1
                return low, high + 1
    return None


_BINDING = (
    "only if",
    "only when",
    "provided",
    "providing",
    "on condition",
    "on the condition",
    "so long as",
    "as long as",
    "in exchange for",
    "in return for",
)


def bargained(sentence: Sentence, low: int, reach: int = 14) -> Range | None:
    """Return what is asked for what is offered: 'would withdraw *in exchange for guarantees*'.

    Read from the words, for the parser hangs such phrases on the nearest noun.
    """
    for token in sentence.tokens[low : low + reach]:
        if token.tag in (":", "``", "''", "MD") or token.lemma in _BREAKING:
            return None
        start = sentence.words(token.i, token.i + 3).lower()
        if any(start.startswith(opener) for opener in _BINDING):
            if _otherwise(sentence, token):
                continue
            high = token.i + 1
            while high < len(sentence) and sentence.tokens[high].tag not in (",", ".", ":", "''"):
                high += 1
            return token.i, high
    return None


_BREAKING = frozenset("say tell add warn while who which but".split())


def _otherwise(sentence: Sentence, token: Token) -> bool:
    """'meals provided by', 'freed in exchange for', 'as long as it took': no condition of an offer."""
    following = sentence.tokens[token.i + 1 : token.i + 7]
    if token.lower in ("provided", "providing"):
        by = bool(following) and following[0].lower in ("by", "for", "to")
        return by or token.dep in ("amod", "ROOT", "conj")
    if token.lower == "in":
        return sentence.tokens[token.i - 1].tag == "VBN"
    if token.lower in ("as", "so"):
        doer = next((t for t in following[2:] if t.is_noun or t.tag == "PRP"), None)
        return doer is None or doer.lower == "it"
    return False


def chars(sentence: Sentence, span: Range | None) -> Range | None:
    """Return the code points of a token range without punctuation at its edges."""
    if span is None:
        return None
    low, high = sentence.trimmed(*span)
    if low >= high:
        return None
    start, end = sentence.tokens[low].start, sentence.tokens[high - 1].end
    return (start, end) if start < end else None


def group_start(sentence: Sentence, token: Token) -> int:
    """First token of the verb group: auxiliaries, negation, an adverb before the verb."""
    low = token.i
    marks = {k.i for k in sentence.kids(token.i, *_AUX) if k.i < token.i}
    marks |= {
        k.i
        for k in sentence.kids(token.i, "advmod")
        if k.i < token.i
        and k.tag == "RB"
        and (k.lower.endswith("ly") or k.lower in ("never", "not", "also"))
    }
    while low - 1 in marks:
        low -= 1
    return low


def hyphened(sentence: Sentence, token: Token) -> str:
    """'one-sided', which the parser takes for three words."""
    if token.i < 2 or sentence.tokens[token.i - 1].text != "-":
        return token.lower
    return f"{sentence.tokens[token.i - 2].lower}-{token.lower}"


def judgement_of(sentence: Sentence, token: Token) -> str | None:
    """Return the stance of a judging word, in one piece or joined by a hyphen."""
    return words.EVALUATIVE.get(token.lower) or words.EVALUATIVE.get(hyphened(sentence, token))


def is_proposal(sentence: Sentence, noun: Token) -> bool:
    """'the plan', 'a set of proposals', 'the proposed tax': what one rejects by calling it unacceptable."""
    if noun.lemma in words.PROPOSALS:
        return True
    if any(k.lower == "proposed" for k in sentence.kids(noun.i, "amod")):
        return True
    of = next((k for k in sentence.kids(noun.i, "prep") if k.lower == "of"), None)
    inner = sentence.kid(of.i, "pobj") if of is not None else None
    parts = noun.lemma in ("set", "package", "series", "list", "part", "most", "number")
    return parts and inner is not None and inner.lemma in words.PROPOSALS


def of_nothing(sentence: Sentence, token: Token) -> bool:
    """'We sign nothing'; not 'wanted nothing less than an apology', 'sought nothing more than'."""
    taken = sentence.kid(token.i, "dobj")
    if token.lemma == "want" or taken is None or taken.lower != "nothing":
        return False
    return sentence.next_word(taken.i) not in ("more", "less", "but", "short")
