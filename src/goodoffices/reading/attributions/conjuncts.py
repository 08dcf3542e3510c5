"""Clauses joined to reported words: whether 'and …', 'but …' is still said, or the reporter's own."""

from goodoffices.reading.attributions.cues import Cue, cue_lemma
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token

_BACKSHIFT = frozenset({"would", "could", "should", "might", "had", "'d"})


def reporter_conjunct(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """Tell whether 'and/but/while …' opens a clause of the reporter's own."""
    verb = _conjunct_verb(sentence, token)
    if verb is None:
        return False
    comma = sentence.tokens[token.i - 1].tag == ","
    own = sentence.kid(verb.i, "nsubj", "nsubjpass", "expl")
    reports = (cue_lemma(verb) in words.REPORTING | words.QUOTE_ONLY) and verb.tag in (
        "VBD",
        "VBZ",
        "VBP",
        "VBN",
    )
    governor = sentence.tokens[verb.head]
    if own is None and cue.form == "participle" and comma and verb.tag == "VBD" == governor.tag:
        return any(
            g.i == governor.i for g in sentence.ancestors(cue.i)
        )  # 'raised it, arguing …, and warned'
    if own is None and not reports and any(k.tag == "TO" for k in sentence.kids(verb.i, "aux")):
        return False  # 'will resume talks, but only to see whether'
    if own is None and cue_lemma(verb) == "say" and verb.tag != sentence.tokens[cue.i].tag:
        return sentence.kid(verb.i, "ccomp") is not None  # 'says they go well and said he expects'
    if (
        own is None
        and verb.tag == "VBD"
        and governor.tag == "VB"
        and any(k.lower in _MODALS for k in sentence.kids(governor.i, "aux"))
        and not any(k.lower in ("have", "be") for k in sentence.kids(governor.i, "aux", "auxpass"))
    ):
        return True  # 'has said he will raise it and avoided it'
    alone = verb.tag == "VBD" or (verb.lower == "left" and sentence.next_word(verb.i) == "without")
    if own is None and alone and cue_lemma(verb) in _MOVES and governor.i > cue.i:
        doer = sentence.kid(governor.i, "nsubj", "nsubjpass")
        if doer is not None and (is_thing(doer) or doer.lower in ("it", "that", "this")):
            return True  # 'said the visas had been stamped and left without taking questions'
    then = verb.tag == "VBD" and sentence.tokens[cue.i].tag == "VBZ"
    if own is None and reports and then and sentence.kid(verb.i, "ccomp") is not None:
        return True  # 'says the ballot was fair and told the agency that'
    if (
        own is None
        and comma
        and cue_lemma(verb) in _SHOWN
        and verb.tag == sentence.tokens[cue.i].tag
    ):
        return sentence.kid(verb.i, "aux") is None  # 'claimed the raid, and published videos'
    if own is None and reports and _adds(sentence, verb, governor):
        return True
    if own is None and comma and token.lower == "but" and cue_lemma(verb) in _STRONG:
        return sentence.kid(verb.i, "aux", "auxpass") is None
    if own is None:
        if token.lower == "but" and not comma and sentence.kid(verb.i, "neg") is not None:
            return no_more(sentence, token)  # 'said she heard it but did not tell the police'
        have = next((k.lower for k in sentence.kids(verb.i, "aux")), "")
        says = sentence.tokens[cue.i].tag in ("VBP", "VBZ") or have in {
            k.lower for k in sentence.kids(cue.i, "aux")
        }
        if have in ("have", "has") and says:
            return cue_lemma(verb) in _STRONG  # 'say it was unfair and have demanded'
        now = governor.tag in ("VBZ", "VBP") or any(
            k.tag in ("VBZ", "VBP") for k in sentence.kids(governor.i, "aux", "auxpass")
        )
        done = verb.tag == "VBD" or (verb.tag == "VBN" and sentence.kid(verb.i, "dobj") is not None)
        past = now and done and sentence.tokens[cue.i].tag == "VBD"
        tells = cue_lemma(verb) in words.REPORTING | words.QUESTION | {"reiterate", "renew"}
        if past and tells and sentence.kid(verb.i, "aux") is None:
            return True  # 'said he makes little and questioned how he would live'
        if _speaks_on(sentence, cue, verb, governor, comma):
            return True
        told = sentence.kid(cue.i, "ccomp")
        now_says = reports and have == "" and verb.tag in ("VBZ", "VBP")
        if now_says and _has_said_of_a_thing(sentence, cue):
            return (
                verb.tag == "VBZ" or cue_lemma(verb) in _STRONG
            )  # 'has said … and claims to have'
        present = verb.tag in ("VBZ", "VBP") and told is not None and told.tag == verb.tag
        if present and sentence.tokens[cue.i].tag == "VBD":
            return False  # 'said he wants good relations, but needs more time'
        if verb.head == cue.i and verb.dep == "conj":
            return reports or not any(k.lower in _BACKSHIFT for k in sentence.kids(verb.i, "aux"))
        return (
            verb.tag == sentence.tokens[cue.i].tag == "VBD"
            and _same_tense(sentence, cue, verb)
            and cue_lemma(verb) in _STRONG
        )
    own_deed = verb.tag == "VBD" and sentence.kid(verb.i, "aux", "auxpass") is None
    has_said = sentence.kid(cue.i, "aux")
    since = has_said is not None and has_said.lower in ("has", "have")
    if own_deed and since and token.lower == "but" and own.lower in ("he", "she"):
        return True  # 'has said it is over but he took a softer tone in Seoul'
    plain = verb.tag == sentence.tokens[cue.i].tag == "VBD" and not sentence.kid(verb.i, "aux")
    if own.lower in ("he", "she") and plain and cue_lemma(verb) in _ACTS:
        return True  # '… has failed and she recommended ending it'
    if reports and comma and cue_lemma(verb) in words.REPORTING and own.i > token.i:
        return True
    goes_on = own.tag == "PRP" or (own.tag == "EX" and token.lower == "and")
    lasting = any(k.tag in ("VBP", "VBZ") for k in sentence.kids(verb.i, "aux", "auxpass"))
    if lasting and sentence.tokens[cue.i].tag == "VBD":
        return False  # 'said … , and prices have doubled'
    if verb.dep == "conj" and verb.head == cue.i and not goes_on and comma:
        shifted = verb.lower == "had" or any(
            k.lower in _BACKSHIFT or (verb.tag == "VBG" and k.lower in ("was", "were"))
            for k in sentence.kids(verb.i, "aux")
        )
        return not shifted
    if token.lower in ("while", "whereas") and comma:
        return verb.head == cue.i or own.is_name
    return False


def _speaks_on(sentence: Sentence, cue: Cue, verb: Token, governor: Token, comma: bool) -> bool:
    """'said she did not know and predicted that', 'says he respects her and calls her “able”'."""
    same = verb.tag == sentence.tokens[cue.i].tag and sentence.kid(verb.i, "aux", "auxpass") is None
    clause = sentence.kid(verb.i, "ccomp")
    that = sentence.kid(clause.i, "mark") if clause is not None else None
    if same and verb.tag == "VBD" and cue_lemma(verb) in words.REPORTING and that is not None:
        return that.lower == "that"
    doer = sentence.kid(governor.i, "nsubj")
    own = doer is not None and doer.lower in ("he", "she")
    if same and verb.tag == "VBZ" and own and governor.i > cue.i:
        return cue_lemma(verb) in _STRONG
    must = any(k.lower in ("must", "should") for k in sentence.kids(governor.i, "aux"))
    has = sentence.kid(verb.i, "aux")
    return comma and must and has is not None and has.lower == "has"


_STRONG = frozenset(
    "say add tell call urge warn accuse announce insist reiterate stress praise express "
    "condemn reject vow pledge demand appeal declare deny voice decline dismiss welcome "
    "describe promise threaten blame denounce slam blast hail criticize criticise lambast "
    "deplore defend".split()
)


_MOVES = frozenset("leave adjourn walk smile nod shrug sigh laugh board decline hurry".split())
_MODALS = frozenset("will must can may".split())
_SHOWN = frozenset(
    "publish release post share circulate broadcast upload show display issue".split()
)
_ACTS = _STRONG - {"say", "tell", "add"} | frozenset(
    "recommend propose sound rail credit question concede acknowledge caution signal hint".split()
)


def _same_tense(sentence: Sentence, cue: Cue, verb: Token) -> bool:
    if sentence.kid(verb.i, "aux", "auxpass") is not None:
        return False
    return verb.tag == sentence.tokens[cue.i].tag


def _has_said_of_a_thing(sentence: Sentence, cue: Cue) -> bool:
    """'China has said terrorism is the threat': terrorism claims nothing."""
    told = sentence.kid(cue.i, "ccomp")
    doer = sentence.kid(told.i, "nsubj", "nsubjpass") if told is not None else None
    thing = doer is not None and is_thing(doer)
    return thing and any(k.lower in ("has", "have") for k in sentence.kids(cue.i, "aux"))


def _adds(sentence: Sentence, verb: Token, governor: Token) -> bool:
    """'said the dam was not safe but added there would be no change': no dam adds, the speaker does."""
    if sentence.kid(verb.i, "ccomp") is None or sentence.kid(verb.i, "aux", "auxpass") is not None:
        return False
    doer = sentence.kid(governor.i, "nsubj", "nsubjpass", "expl", "csubj")
    thing = doer is not None and (is_thing(doer) or doer.dep in ("expl", "csubj"))
    return cue_lemma(verb) == "add" or (thing and cue_lemma(verb) in _ALOUD)


_ALOUD = frozenset("announce say insist stress warn confirm note claim explain".split())
"""What no thing does; a country may hope."""


def _conjunct_verb(sentence: Sentence, token: Token) -> Token | None:
    """The verb of the clause that a conjunction opens; None for joined nouns and adjectives."""
    governor = sentence.tokens[token.head]
    if token.tag != "CC":
        return governor if governor.is_verb and governor.i > token.i else None
    for kid in sentence.kids(governor.i, "conj"):
        if kid.i > token.i:
            return kid if kid.is_verb else None
    at = token.i + 1
    while at < len(sentence) and sentence.tokens[at].tag == "RB":
        at += 1  # 'said the boat had sunk, and later announced': hung beside it by the parse
    verb = sentence.tokens[at] if at < len(sentence) else governor
    return verb if verb.tag == "VBD" and (verb.dep, verb.head) == ("ccomp", governor.head) else None


def another_reports(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """'said it would wait but Colonel Diop said his forces': the next reporter, comma or none."""
    if cue.form != "finite":
        return False
    past = _after_apposition(sentence, token)
    for verb in sentence.tokens[past : token.i + 14]:
        if verb.tag in (",", ":"):
            return False
        if verb.tag in FINITE:
            subject = sentence.kid(verb.i, "nsubj")
            if _grants(sentence, token, verb, subject):
                return True
            if subject is None and verb.i == token.i + 2 and sentence.tokens[verb.i - 1].is_name:
                return verb.tag == sentence.tokens[cue.i].tag and verb.lower in _TOLD
            if verb.dep == "aux" and sentence.tokens[verb.head].lower == "said":
                subject = sentence.kid(verb.head, "nsubj")
                have = sentence.kid(cue.i, "aux")
                alike = have is not None and have.lower == verb.lower
            else:
                alike = verb.tag == sentence.tokens[cue.i].tag and verb.lower in _TOLD
            named = subject is not None and (subject.is_noun or subject.tag == "CD")
            return bool(alike and named and subject is not None and token.i < subject.i < verb.i)
    return False


_TOLD = frozenset("said says told added insisted warned replied called described".split())


def _after_apposition(sentence: Sentence, token: Token) -> int:
    """', and his lawyer, Ana Petrova, said': index from which the next clause's verb is looked for."""
    commas = [t.i for t in sentence.tokens[token.i + 2 : token.i + 12] if t.tag == ","]
    if len(commas) < 2 or not sentence.tokens[commas[0] - 1].is_noun:
        return token.i + 1
    inside = sentence.tokens[commas[0] + 1 : commas[1]]
    named = bool(inside) and inside[-1].is_name and not any(t.tag in FINITE for t in inside)
    return commas[1] + 1 if named else token.i + 1


def _grants(sentence: Sentence, token: Token, verb: Token, subject: Token | None) -> bool:
    """'said he had seen no step - though he acknowledged that': the speaker, reported anew."""
    set_off = sentence.tokens[token.i - 1].tag in (",", ":", "HYPH")
    return (
        set_off
        and subject is not None
        and subject.i == token.i + 1
        and subject.lower in ("he", "she", "they", "it")
        and verb.lower in ("acknowledged", "admitted", "conceded", "cautioned", "added")
    )


def next_cue(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """'confirmed it was so, insisted that … and then, pressed, conceded': the speaker's next cue."""
    if token.lower == "then" and sentence.tokens[token.i - 1].tag == ",":
        verb = sentence.tokens[min(token.i + 1, len(sentence) - 1)]  # ', then joked that'
        alike = verb.is_verb and verb.tag == sentence.tokens[cue.i].tag
        return alike and cue_lemma(verb) in words.REPORTING and not sentence.kid(verb.i, "nsubj")
    if token.tag not in ("CC", "VBD", "VBZ") or cue.form == "act":
        return False
    for verb in sentence.kids(cue.i, "conj", "ccomp", "advcl"):
        if verb.dep == "advcl" and (verb is not token or sentence.kid(verb.i, "mark") is not None):
            continue
        joined = verb is token or (verb.i == token.i + 1 and token.tag == "CC")
        if verb.dep == "ccomp" and not joined:
            continue  # 'said they had arrived but warned that'
        if verb.i < token.i or cue_lemma(verb) not in words.REPORTING | _STRONG:
            continue
        if verb.tag != sentence.tokens[cue.i].tag or sentence.kid(verb.i, "nsubj") is not None:
            continue
        if sentence.kid(verb.i, "ccomp") is None and cue_lemma(verb) not in _STRONG:
            continue
        if verb is token:
            return sentence.tokens[token.i - 1].tag == ","
        between = sentence.tokens[token.i + 1 : verb.i]
        if token.tag == "CC" and all(t.tag in _ASIDE for t in between):
            return True
    return False


_ASIDE = frozenset("RB , VBN IN NN NNS DT JJ".split())


def no_more(sentence: Sentence, token: Token) -> bool:
    """', but he gave no details', ', but declined to say': the reporter on what was not said."""
    following = [t.lower for t in sentence.tokens[token.i + 1 : token.i + 8]]
    if following and following[0] in ("he", "she", "they", "it"):
        following = following[1:]
    while following and following[0] in ("again", "also", "still", "has", "have", "had", "then"):
        following = following[1:]
    if not following:
        return False
    if following[0] in ("gave", "offered", "provided"):
        return "no" in following[1:3]
    if following[:2] == ["did", "not"]:
        return bool(set(following[2:4]) & _ADDING)
    telling = bool(set(following[2:4]) & _TELLING)
    return following[0] in _UNSAID and following[1:2] == ["to"] and telling


_ADDING = frozenset("say elaborate give specify name provide suggest explain identify".split())
_TELLING = _ADDING | frozenset(
    """comment discuss confirm disclose reveal answer release publish show speak talk describe detail
    take""".split()
)
_UNSAID = frozenset("declined declines refused refuses".split())
