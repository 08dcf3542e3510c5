"""What stands before an attribution: "…, he said", "The talks, he said, would resume"."""

from goodoffices.reading.attributions.content_ends import TIME_WORDS, Range, has_finite
from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.interrupted import (
    ASKED,
    behind_semicolon,
    goes_on,
    hangs_on,
    has_verb,
    interrupted,
    reports_another,
)
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.nouns import can_speak
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token

_BEFORE_ROLES = frozenset(
    "visiting outgoing incoming acting ruling serving designated former future".split()
)
_TAKING = frozenset("acknowledge admit confirm explain note stress predict recall".split())
_WHILE = frozenset("as while after before when since until".split())
_MEANT = frozenset("vow pledge promise threaten swear".split())
_SETS_OFF = frozenset({",", "-", "--", ".", "?", "!", "..."})


def left_content(
    sentence: Sentence, cue: Cue, source: SourceRange | None, floor: int
) -> list[Range]:
    """Return the clause before the attribution, and its rest where the attribution interrupts it."""
    group_low = min(cue.low, source.low) if source is not None else cue.low
    group_high = max(cue.high, source.high) if source is not None else cue.high
    subject = sentence.subject(cue.i)
    if cue.passive and subject is not None and subject.i < group_low:
        group_low = subject.i  # '…, it was announced by the customs service'
    if (
        cue.lemma == "quote" and subject is not None and subject.i < group_low
    ):  # 'the agency quoted the minister as saying'
        comma = sentence.find(lambda t: t.tag == ",", sentence.edges[subject.i][0], group_low)
        lost = comma is not None and not has_finite(sentence, comma, cue.low)
        group_low = sentence.edges[subject.i][0] if not lost or comma is None else comma + 1
    quoted = any(q.end <= sentence.tokens[group_low].start <= q.end + 2 for q in sentence.quoted)
    if sentence.tokens[cue.low].dep == "relcl" and not quoted:
        before = [t.lower for t in sentence.tokens[max(0, group_low - 2) : group_low]]
        if before in (
            ["which", ","],
            ["where", ","],
        ):  # 'a raid in which, the office said, two died'
            rest = interrupted(sentence, group_high)
            return [rest] if rest is not None else []
        related = any(t.tag in ("WP", "WP$", "WDT") for t in sentence.tokens[group_low : cue.low])
        if related or sentence.tokens[max(0, group_low - 1)].tag != ",":
            return []  # after a comma no relative clause: '…, the office announced, but'
    while group_low > floor + 1 and sentence.tokens[group_low - 1].lower in _BEFORE_ROLES:
        group_low -= 1
    edge = group_low - 1
    while edge > floor and sentence.tokens[edge].tag in ("''", "``"):
        edge -= 1
    if group_low <= floor or not _set_off(sentence, edge, group_low):
        return []
    low = floor
    while low < group_low and (sentence.tokens[low].virtual or sentence.tokens[low].tag == ","):
        low += 1
    first = sentence.trimmed(low, group_low - 1)
    if first[1] - first[0] < 1 or sentence.tokens[first[0]].lower in ASKED:
        return []
    whom = sentence.kid(cue.i, "dobj")
    over = sentence.next_word(sentence.edges[whom.i][1]) if whom is not None else ""
    if cue.lemma in ("charge", "warn") and over in ("with", "against", "of", "over"):
        return []  # 'On Nov. 24, prosecutors charged him with murder, and the mayor left'
    if _does(sentence, cue, source):
        return []
    if sentence.kid(cue.i, "xcomp") is not None and cue.lemma in _MEANT:
        return []  # 'could be months away, a scenario Moss has vowed to prevent'
    leads = _leads_on(sentence, first, sentence.tag_at(group_high) == ",")
    aside = sentence.tokens[cue.i].dep == "parataxis"
    open_ended = bool(leads) or (aside and sentence.tokens[cue.i].head == group_high + 1)
    rest = interrupted(sentence, group_high, open_ended)
    if rest is not None and source is not None and source.low >= cue.high:
        then = sentence.tokens[rest[0] : rest[0] + 2]
        if len(then) == 2 and then[0].tag == "CC" and then[1].tag == "VBD":
            rest = None  # '…, said Omar Sayegh, and flew to the coast'
    if (
        rest is not None
        and sentence.tokens[rest[0]].tag == "CC"
        and reports_another(sentence, rest)
    ):
        rest = None  # '…, the office announced, but the minister said'
    inner = _inner_relative(sentence, first, rest)
    if inner is not None:
        return inner
    whole = (
        has_finite(sentence, *first)
        or _bare_headline(sentence, cue, first)
        or _mistagged(sentence, cue, first, group_high)
    )
    opener = _opener(sentence, first)
    scene = opener.lower in _WHILE and opener.dep == "mark"
    if (
        scene
        and rest is None
        and not any(t.tag == "," for t in sentence.tokens[opener.i : first[1]])
    ):
        return []  # 'As ministers lined up to condemn him, Moss replied with a message'
    if all(t.tag in ("CC", "RB") for t in sentence.tokens[slice(*first)]):
        return [rest] if rest is not None else []
    if leads == "relative":
        return [rest] if rest is not None else []
    on = rest is not None and (goes_on(sentence, rest[0]) or hangs_on(sentence, first, rest))
    if whole and rest is not None and not leads and not on:
        rest = None
    if whole and rest is None and sentence.tag_at(group_high) == ":":
        rest = behind_semicolon(sentence, group_high)
    if not whole and (rest is None or not has_verb(sentence, cue, rest)):
        return []
    acting = rest is not None and sentence.tag_at(rest[0]) == "VBG"
    if not whole and (acting or _on_occasion(sentence, first)):
        return []  # 'Before leaving, Kern replied with scorn, promoting a plan that was dead'
    if not whole and sentence.kid(cue.i, "dobj") is not None and cue.lemma in _TAKING:
        return []  # 'On Friday, he acknowledged the offer, then left'
    dated = all(t.entity in ("DATE", "TIME") for t in sentence.tokens[slice(*first)])
    if rest is not None and (dated or _years_later(sentence, first)):
        return [rest]
    if rest is not None and not whole and sentence.tokens[first[0]].tag in ("IN", "RB", "VBG"):
        scene = (
            sentence.tokens[first[0]].tag == "VBG" and sentence.tokens[rest[0]].tag not in FINITE
        )
        return [rest] if scene else [first, rest]
    return [first] if rest is None else [first, rest]


def _does(sentence: Sentence, cue: Cue, source: SourceRange | None) -> bool:
    """'Though rivals gain, Noor maintains a lead', 'In 2008, he complained about it': nothing said."""
    if any(k.i > cue.i for k in sentence.kids(cue.i, "ccomp")) or cue.passive:
        return False
    thing = sentence.kid(cue.i, "dobj")
    if thing is None or cue.lemma in words.ADDRESSED | words.PASSED_ON or thing.i <= cue.i:
        about = sentence.next_word(cue.high - 1) in ("about", "of")
        return about and cue.lemma in ("complain", "remind", "warn")
    inside = source is not None and source.low <= thing.i < source.high
    loose = thing.entity in ("DATE", "TIME", "PERSON") or thing.lower in _SAID_SO | TIME_WORDS
    loose = loose or (cue.lemma == "write" and can_speak(thing))  # 'Noor wrote the mayor'
    apart = any(t.tag in (",", ":") for t in sentence.tokens[cue.high : thing.i])
    return not inside and not loose and not apart


_SAID_SO = frozenset("so that this it yesterday today tuesday".split()) | words.AUDIENCE


def _years_later(sentence: Sentence, first: Range) -> bool:
    """'Years later, he told a court, he saw it': when it was said."""
    return sentence.words(*first).lower().split()[1:] in (["later"], ["earlier"], ["afterwards"])


def parts_clause(
    sentence: Sentence, source: SourceRange | None, right: tuple[int, int], floor: int
) -> bool:
    """'The fence, Noor told them, would be neither raised nor lowered': its own verb goes on."""
    if source is None or source.low - floor < 2 or right[0] < source.high:
        return False
    before = right[0] - 1
    if sentence.tokens[before].lower == "that":  # 'It is so late, she said, that it'
        before -= 1
        whole = has_finite(sentence, floor, source.low) and sentence.tokens[floor].tag != "IN"
        return whole and sentence.tokens[source.low - 1].tag == "," == sentence.tokens[before].tag
    commas = sentence.tokens[source.low - 1].tag == "," == sentence.tokens[before].tag
    return commas and sentence.tokens[right[0]].tag in FINITE and sentence.tokens[floor].tag != "IN"


_WHERE = frozenset(
    "on late early in a an the statement interview letter speech reporters journalists".split()
)


def condition_ahead(
    sentence: Sentence, cue: Cue, source: SourceRange | None, floor: int
) -> tuple[int, int] | None:
    """'If they came, he said, he would sign': the condition before the attribution is said, too."""
    if source is None or source.low - floor < 4 or cue.high >= len(sentence):
        return None
    after = cue.high
    while after < len(sentence) - 1 and (
        sentence.tokens[after].entity in ("DATE", "GPE", "ORG")
        or sentence.tokens[after].lower in _WHERE
    ):
        after += 1
    set_off = {sentence.tokens[source.low - 1].tag, sentence.tokens[after].tag} == {","}
    low, high = sentence.trimmed(floor, source.low - 1)
    opens = sentence.tokens[low].lower in ("if", "unless", "once", "until", "should")
    return (low, high) if set_off and opens else None


def _set_off(sentence: Sentence, edge: int, group_low: int) -> bool:
    """A comma or a stop, or the mark that ends a quotation: '“… and equality” the paper said'."""
    if sentence.tokens[edge].text in _SETS_OFF:
        return True
    ends, begins = sentence.tokens[edge].end, sentence.tokens[group_low].start
    return any(ends <= q.end <= begins for q in sentence.quoted)


def _inner_relative(sentence: Sentence, first: Range, rest: Range | None) -> list[Range] | None:
    """'The raids, whose roots, analysts say, lie deep, have grown': only the relative clause is said."""
    opener = sentence.find(lambda t: t.tag == "WP$", *first)
    if opener is None or rest is None or sentence.tokens[opener - 1].tag != ",":
        return None
    if has_finite(sentence, opener, first[1]) or sentence.tokens[rest[0]].tag not in FINITE:
        return None
    for token in sentence.tokens[rest[0] : rest[1] - 1]:
        if token.tag == "," and sentence.tokens[token.i + 1].tag in FINITE:
            return [(opener, first[1]), (rest[0], token.i)]
    return None


def _on_occasion(sentence: Sentence, first: Range) -> bool:
    """'During the press conference, he clarified': when it was said is not said."""
    low, high = first
    return sentence.tokens[low].lower in _PLACED and any(
        t.lemma in words.OCCASIONS for t in sentence.tokens[low:high]
    )


_PLACED = frozenset("in at during on after before following amid by through via".split())


def _mistagged(sentence: Sentence, cue: Cue, first: Range, after: int) -> bool:
    """'A fire near a plant left 22 dead, police said.': the tagger took the verb for a participle."""
    told = (
        cue.lemma in words.ADDRESSED
    )  # 'The trawlers strayed by mistake, Delhi has told Colombo.'
    closes = all(
        t.tag in (".", "''", "``") or t.entity == "DATE" or (told and t.is_name)
        for t in sentence.tokens[after:]
    )
    words_said = sentence.tokens[slice(*first)]
    opener = words_said[0]
    return (
        closes
        and len(words_said) > 4
        and (opener.tag.startswith(("DT", "NN", "JJ", "CD", "PRP")) or opener.entity == "CARDINAL")
        and any(t.tag in ("VBN", "VB") and t.dep != "amod" for t in words_said)
    )


def _bare_headline(sentence: Sentence, cue: Cue, first: Range) -> bool:
    """'Kordan ready to help in vote, envoy says': a headline does without its verb."""
    asked = sentence.tokens[first[0]].tag == "VB"  # 'Fight terror, Rice tells Palestinians'
    told = cue.lemma in words.ADDRESSED
    return (
        sentence.headline
        and (first[1] - first[0] > 3 or (asked and first[1] - first[0] > 1))
        and not any(
            k.i > cue.i for k in sentence.kids(cue.i, "ccomp", *(() if told else ("dobj",)))
        )
    )


def _opener(sentence: Sentence, first: Range) -> Token:
    """The first word past 'But even' and 'On Tuesday, even'."""
    low, high = first
    comma = sentence.find(lambda t: t.tag == ",", low, high - 1)
    if comma is not None and all(
        t.tag == "IN" or t.entity in ("DATE", "TIME") for t in sentence.tokens[low:comma]
    ):
        low = comma + 1
    while low < high - 1 and sentence.tokens[low].lower in _ADVERBS:
        low += 1
    return sentence.tokens[low]


_ADVERBS = frozenset("and but so even only yet".split())


def _leads_on(sentence: Sentence, first: Range, parted: bool) -> str:
    """What is unfinished before ', he said,': 'if this fails', 'that is why', 'near the stadium, which'."""
    low, high = first
    last = sentence.tokens[high - 1]
    if last.tag in ("WDT", "WP") and last.lower != "what":
        return "relative"
    if last.lower == "where" and high - low > 2:
        return "relative"
    if last.lower in ("why", "how", "what", "is", "was", "where"):
        return "open"
    while last.tag == "RB" and last.i > low + 1:
        last = sentence.tokens[last.i - 1]
    if last.tag == "MD" or (last.lower in ("is", "was", "are", "were") and last.i == low + 1):
        return "open"  # 'It would now, she added, stay so', 'There were, he said, three'
    while low < high and sentence.tokens[low].lower in _ADVERBS:
        low += 1
    opener = sentence.tokens[low] if low < high else last
    subordinate = opener.tag in ("WRB", "TO") or (opener.tag == "IN" and opener.dep == "mark")
    inner = any(t.tag == "," for t in sentence.tokens[low:high])
    gerund = opener.dep == "prep" and sentence.tag_at(opener.i + 1) == "VBG" and parted
    return "open" if (subordinate or gerund) and not inner else ""
