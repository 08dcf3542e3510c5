"""What an attribution interrupts and what follows it: 'The talks, he said, would resume, bringing relief'."""

from goodoffices.reading.attributions.content_ends import CUT_CONJ, Range, alludes, has_finite
from goodoffices.reading.attributions.cues import Cue, cue_lemma
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.syntax import FINITE, Sentence

ASKED = frozenset("asked questioned pressed quizzed".split())
"""'Asked whether it would sign, she said': the question is not her words."""


def hangs_on(sentence: Sentence, first: Range, rest: Range) -> bool:
    """'The army meddles, they say, imposing rules': a gerund of the verb before the attribution."""
    gerund = sentence.tokens[rest[0]]
    return gerund.lower in _BRINGING and first[0] <= gerund.head < first[1]


_BRINGING = frozenset(
    """imposing leaving causing forcing killing making prompting sparking raising putting bringing giving
    allowing destroying injuring wounding blocking triggering cutting pushing displacing including""".split()
)
"""What an event brings with it; ', he said, wiping his face' tells what the speaker did."""


def behind_semicolon(sentence: Sentence, at: int) -> Range | None:
    """'They never came, he said; his agents found the papers': a clause without a cue is his, too."""
    low, high = sentence.trimmed(at + 1, len(sentence))
    told = any(cue_lemma(t) in words.REPORTING and t.is_verb for t in sentence.tokens[low:high])
    told = told or any(
        t.lemma == "put" for t in sentence.tokens[low:high]
    )  # 'the army put it at nine'
    whole = high - low > 3 and has_finite(sentence, low, high)
    whole = whole and sentence.tag_at(low) in ("PRP", "PRP$")  # 'his agents', not 'the road'
    return (low, high) if sentence.tokens[at].text == ";" and whole and not told else None


def has_verb(sentence: Sentence, cue: Cue, rest: Range) -> bool:
    """Tell whether there is a finite verb, or what the tree puts at the head of the words interrupted."""
    verb = sentence.tokens[cue.i]
    aside = verb.dep == "parataxis" and verb.head == rest[0]
    return aside or has_finite(sentence, *rest)


def reports_another(sentence: Sentence, rest: Range) -> bool:
    """Tell whether what follows is what somebody else, a noun there, is said to have said."""
    for verb in sentence.tokens[slice(*rest)]:
        subject = sentence.kid(verb.i, "nsubj") if verb.lower in ("said", "says", "told") else None
        if subject is not None and subject.is_noun and subject.i > rest[0]:
            return True
    return False


def goes_on(sentence: Sentence, low: int) -> bool:
    """After a whole clause only a coordinated or dependent one, or its own verb, continues the speech."""
    opener = sentence.tokens[low]
    if opener.lower == "as" and sentence.tag_at(low + 1) == "PRP":
        return True  # 'did not dwell on it, Yonhap said, as they were unable to'
    if opener.lower == "that":
        return True  # 'so late, she said, that', 'It is no surprise, he said, that'
    if opener.tag in FINITE:
        return True
    following = [t.tag for t in sentence.tokens[low + 1 : low + 7]]
    if opener.lower == "for":
        return "TO" in following[1:]  # 'It makes sense, she said, for parties to talk'
    if opener.lower == "by" or opener.tag == "TO":
        return following[:1] == ["VBG" if opener.lower == "by" else "VB"]
    return sentence.tokens[low].tag == "CC" or sentence.tokens[low].lower in (
        "because",
        "if",
        "unless",
        "so",
        "although",
        "though",
        "since",
        "until",
        "whether",
        "rather",
        "especially",
        "particularly",
        "not",
        "even",
    )


def interrupted(sentence: Sentence, group_high: int, open_ended: bool = False) -> Range | None:
    """What follows ', he said,' when the sentence simply goes on, as it must where it is ``open_ended``."""
    comma = group_high
    while comma < len(sentence) and sentence.tokens[comma].tag != ",":
        token = sentence.tokens[comma]
        if token.tag in FINITE or comma > group_high + 9:
            return None
        comma += 1
    low = comma + 1
    if low >= len(sentence) - 1:
        return None
    opener = sentence.tokens[low]
    reports = opener.lower in words.PARTICIPLES | words.NARRATIVE_PARTICIPLES
    hung = opener.lower in _BRINGING and opener.head < group_high
    if (
        opener.lower in ASKED
        or (opener.tag == "VBG" and (reports or not (hung or has_finite(sentence, low))))
        or opener.tag
        in (
            "WP",
            "WP$",
        )
    ):
        return None
    reason = opener.lower == "as" and sentence.tag_at(low + 1) == "PRP"
    if not reason and opener.lower in CUT_CONJ | {
        "in",
        "on",
        "at",
        "during",
        "speaking",
    }:
        return None
    if opener.tag in ("DT", "NN", "NNP", "CD", "JJ") and not (
        open_ended
        or has_finite(sentence, low)
        or any(t.tag == "VBN" and sentence.kid(t.i, "nsubj") for t in sentence.tokens[low:])
    ):
        return None
    stop = len(sentence)
    for token in sentence.tokens[low:]:
        if sentence.tokens[token.i - 1].tag == ":" and alludes(sentence, token):
            stop = token.i
            break
        if (
            token.tag == "VBG"
            and token.lower in words.PARTICIPLES
            and sentence.tokens[token.i - 1].tag == ","
        ):
            stop = token.i
            break
        if (
            token.tag == "CC"
            and token.i + 1 < len(sentence)
            and cue_lemma(sentence.tokens[token.i + 1]) in words.REPORTING
            and sentence.tokens[token.i + 1].is_verb
        ):
            stop = token.i
            break
    low, stop = sentence.trimmed(low, stop)
    return (low, stop) if stop - low >= 1 else None
