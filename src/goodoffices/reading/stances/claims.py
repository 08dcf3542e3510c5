"""Stances in what is said of others: "called the plan “absurd”", "Russia is violating the treaty"."""

from collections.abc import Iterator

from goodoffices.reading.english import roles
from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.irrealis import is_conditional
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token
from goodoffices.reading.grammar.units import title_case
from goodoffices.reading.stances.modals import is_reported
from goodoffices.reading.stances.triggers import (
    Trigger,
    chars,
    group_start,
    is_proposal,
    judgement_of,
    negated,
    relative_antecedent,
)

_NAMING = frozenset(
    "call label brand dub describe term characterize characterise portray depict".split()
)
_ABUSE = frozenset(
    "terrorist terrorists criminal criminals aggressor traitor traitors puppet puppets liar liars "
    "abuse killer killers murderer murderers mercenaries thugs".split()
)
_GOOD = frozenset(
    "good great best hope hopeful progress brave courageous wise excellent remarkable fair".split()
)
_PRAISE = ("right direction", "step forward", "way forward", "breath of fresh air", "first step")
_BROKEN = frozenset(
    "truce ceasefire cease-fire fire promise word law rule agreement deal accord treaty pledge".split()
)
_FIRST = frozenset({"i", "we"})
_LOOSE = frozenset({"he", "she", "it", "who", "which", "that"})


def naming_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield what holders call things: an insult disapproves, praise supports, a charge accuses."""
    for token in sentence.tokens:
        if token.virtual or not token.is_verb or token.lemma not in _NAMING:
            continue
        found = _named(sentence, token)
        if found is not None:
            yield found


def _named(sentence: Sentence, token: Token) -> Trigger | None:
    after = sentence.tokens[token.i + 1 : token.i + 2]
    if token.lemma == "call" and after and after[0].tag == "IN" and after[0].lower != "as":
        return None  # 'called at the hearing for a “dramatic increase”'
    if not after or after[0].lower in ("for", "on", "upon", "off", "in"):
        return None
    perfect = any(k.lemma == "have" for k in sentence.kids(token.i, "aux"))
    if token.tag == "VBN" and sentence.kid(token.i, "agent") is None and not perfect:
        return None
    if negated(sentence, token) or any(k.lower == "what" for k in sentence.kids(token.i, "dobj")):
        return None  # 'what it called brutal sanctions': a name in passing
    if _renamed(sentence, token):
        return None
    holder = _namer(sentence, token)
    if holder is None or holder.virtual:
        return None
    stop = _complement_end(sentence, token)
    judged = _judged(sentence, token, stop)
    if judged is None:
        return None
    stance, end = judged
    obj = sentence.kid(token.i, "dobj", "ccomp", "nsubjpass")
    told = any(judgement_of(sentence, word) for word in sentence.tokens[token.i + 1 : stop])
    if stance == "disapprove" and told and _of_proposal(sentence, obj):
        stance = "reject"
    span = (sentence.edges[obj.i][0], sentence.edges[obj.i][1] + 1) if obj is not None else None
    return Trigger(
        sentence,
        sentence.tokens[group_start(sentence, token)].start,
        end,
        stance,
        holder.i,
        chars(sentence, span),
        rule="named",
        score=0.82,
    )


def _renamed(sentence: Sentence, token: Token) -> bool:
    """'Israel, which he called the “Zionist regime”': another name for somebody, in passing."""
    named = sentence.kid(token.i, "dobj", "nsubj")
    if named is None or named.lower not in ("which", "whom") or token.dep != "relcl":
        return False
    before = sentence.tokens[token.head]
    return before.is_name and sentence.next_word(token.i) == "the"


def _of_proposal(sentence: Sentence, named: Token | None) -> bool:
    """'called the tax proposal “unacceptable”', where the parser may make a clause of the two."""
    if named is None:
        return False
    subject = sentence.kid(named.i, "nsubj") if named.dep == "ccomp" else named
    return subject is not None and is_proposal(sentence, subject)


def _namer(sentence: Sentence, token: Token) -> Token | None:
    agent = sentence.kid(token.i, "agent")
    if agent is not None:
        return sentence.kid(agent.i, "pobj")
    own = sentence.kid(token.i, "nsubj") or sentence.subject(token.i)
    if own is None and token.tag == "VBG":
        for governor in sentence.ancestors(token.i):
            if governor.dep in ("acl", "relcl"):
                continue
            own = sentence.subject(governor.i)
            if own is not None:
                break
    if own is not None and own.lower in ("who", "which", "that"):
        own = relative_antecedent(sentence, token)
    return own


def _complement_end(sentence: Sentence, token: Token) -> int:
    """Index where the words that name something end: the next finite verb, conjunct or clause."""
    for other in sentence.tokens[token.i + 2 :]:
        quoted = any(q.start <= other.start < q.end for q in sentence.quoted)
        if quoted:
            continue
        if other.tag in FINITE or other.text == ";":
            return other.i
        if (
            other.tag == "CC"
            and sentence.tokens[other.i + 1 : other.i + 2]
            and (sentence.tokens[other.i + 1].is_verb or sentence.tokens[other.i + 1].is_name)
        ):
            return other.i
    return len(sentence)


def _judged(sentence: Sentence, token: Token, stop: int) -> tuple[str, int] | None:
    inside = sentence.tokens[token.i + 1 : stop]
    for word in inside:
        stance = judgement_of(sentence, word)
        if word.lower == "offensive" and word.is_noun:
            stance = None  # an attack
        after = sentence.tokens[word.i + 1] if word.i + 1 < len(sentence) else word
        if stance is not None and not (word.lower == "false" and after.is_noun):
            return stance, word.end
    for word in inside:
        if word.lower in words.PRAISING:
            return "support", word.end
        if word.lower in words.MILD:
            return None
        fought = sentence.tokens[word.head].lemma in ("fight", "combat", "counter", "against")
        if word.lower in words.ACCUSING | _ABUSE and not fought:
            return "accuse", word.end
        nothing = any(k.lower == "no" for k in sentence.kids(word.i, "det"))
        if word.lower in ("threat", "danger", "menace") and word.dep != "pobj" and not nothing:
            return "disapprove", word.end
    begin = sentence.tokens[token.i].end
    ends = sentence.tokens[stop - 1].end
    for quote in sentence.quoted:
        within = [t.text for t in inside if quote.start <= t.start < quote.end]
        following = next((t for t in sentence.tokens if t.start >= quote.end), None)
        names = following is not None and following.is_noun  # 'its “final and best” offer'
        if begin <= quote.start < ends and within and not names and not title_case(within):
            praised = any(w.lower() in _GOOD for w in within[:3]) or any(
                p in " ".join(within).lower() for p in _PRAISE
            )
            return "support" if praised else "disapprove", quote.end
    return None


def told_wrong(
    sentence: Sentence, token: Token, rule: str = "wrong-of-others", score: float = 0.78
) -> Trigger:
    """'said Russia was threatening Ukraine': who says so accuses; 'Renko's claim that …': Renko does."""
    claim = next((t for t in sentence.ancestors(token.i) if t.lemma in _CLAIMS), None)
    owner = sentence.kid(claim.i, "poss") if claim is not None else None
    claimed = owner is not None and (owner.is_name or owner.tag == "NN")
    return Trigger(
        sentence,
        sentence.tokens[group_start(sentence, token)].start,
        token.end,
        "accuse",
        owner.i if owner is not None and claimed else None,
        chars(sentence, (token.i + 1, sentence.edges[token.i][1] + 1)),
        speaker_holds=not claimed,
        rule=rule,
        score=score,
    )


_CLAIMS = frozenset("claim accusation allegation charge assertion complaint".split())


def wrong_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """'said Chinese officials obstructed his mission': a wrong said of somebody else accuses."""
    for token in sentence.tokens:
        if token.virtual or not token.is_verb:
            continue
        breaks = token.lemma == "break" and any(
            k.lemma in _BROKEN for k in sentence.kids(token.i, "dobj")
        )
        if token.lemma not in words.WRONGS and not breaks and not _failed(sentence, token):
            continue
        if token.lower in ("lay", "lain") or _of_thieves(sentence, token):
            continue
        if not _told_of_others(sentence, token):
            continue
        yield told_wrong(sentence, token)


def _of_thieves(sentence: Sentence, token: Token) -> bool:
    """'a thief stole the painting', 'a whale rammed the boat': no party's wrong."""
    doer = sentence.subject(token.i)
    party = doer is not None and (doer.entity or doer.lemma in roles.ROLES | roles.GROUPS)
    return token.lemma in ("steal", "rob", "ram", "hijack") and not party


def _failed(sentence: Sentence, token: Token) -> bool:
    """'has failed to keep its promises': what others were to do and did not."""
    act = sentence.kid(token.i, "xcomp")
    subject = sentence.subject(token.i)
    return (
        token.lemma == "fail"
        and act is not None
        and any(k.tag == "TO" for k in sentence.kids(act.i, "aux"))
        and subject is not None
        and not is_thing(subject)
        and token.dep != "advcl"
        and act.lemma not in _TOGETHER
        and (
            (token.tag == "VBD" and act.lemma in _OWED)
            or any(k.lower in _HAD for k in sentence.kids(token.i, "aux"))
        )
    )


_HAD = frozenset("have has had".split())
_OWED = frozenset(
    "protect stop prevent act do keep meet honour honor respect fulfil fulfill provide deliver respond "
    "investigate comply condemn address put pay consult inform abide implement cooperate correct".split()
)
_TOGETHER = frozenset("agree reach find win qualify arrive materialise materialize appear".split())
"""What sides fail to do with one another, or by bad luck, accuses nobody."""


def _told_of_others(sentence: Sentence, token: Token) -> bool:
    if sentence.within is None and not is_reported(sentence, token):
        return False
    auxiliaries = {k.lower for k in sentence.kids(token.i, "aux")}
    finite = token.tag in ("VBD", "VBZ", "VBP") or auxiliaries & {
        "has", "have", "had", "is", "are", "was", "were", "been", "'s", "'re", "'ve",
    }  # fmt: skip
    if not finite or any(k.tag == "MD" for k in sentence.kids(token.i, "aux")):
        return False
    if negated(sentence, token) or sentence.kid(token.i, "auxpass") is not None:
        return False
    if is_conditional(sentence, token):
        return False
    subject = sentence.subject(token.i)
    if subject is None or subject.virtual or subject.lower in _FIRST | _LOOSE:
        return False
    if any(k.tag == "WP$" for k in sentence.kids(subject.i, "poss")):
        return False  # 'Noor, whose firm has misled nobody, said'
    taken = sentence.kid(token.i, "dobj")
    if token.lemma == "threaten":
        return taken is not None and taken.lemma in words.AT_RISK
    return taken is not None or sentence.kid(token.i, "prep", "ccomp", "xcomp") is not None
