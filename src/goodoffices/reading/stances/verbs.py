"""Stances by verbs: "demanded", "has rejected", "agreed to", with what each verb needs beside it."""

from collections.abc import Iterator

from goodoffices.reading.english import roles
from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.claims import told_wrong
from goodoffices.reading.stances.company import ENDING, checked, of_talks
from goodoffices.reading.stances.holders import (
    around_apposition,
    gerund_subject,
    joined_subject,
    only_spoken_of,
    reporter,
)
from goodoffices.reading.stances.own import among_others, is_own, passive_agent
from goodoffices.reading.stances.triggers import (
    Trigger,
    chars,
    condition_of,
    group_start,
    negated,
    object_of,
    of_nothing,
    relative_antecedent,
)


def verb_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the stances that verbs take."""
    for token in sentence.tokens:
        if token.virtual or not token.is_verb:
            continue
        found = _verb_stance(sentence, token)
        if found is None:
            continue
        stance, last, score = found
        if no_longer(sentence, token) and stance in _DROPPED:
            stance = _DROPPED[stance]
        elif negated(sentence, token) or of_nothing(sentence, token):
            if _neither(sentence, token) or _not_yet(sentence, token):
                continue
            turned = (
                "reject"
                if token.lemma == "want"
                else "accept"
                if token.lemma in ("object", "oppose")
                else _turned(stance)
            )
            if turned is None:
                continue
            stance = turned
        if _of_nobody(sentence, token) or _able(sentence, token, stance):
            continue
        if not is_own(sentence, token) or _foretold(sentence, token, stance):
            continue
        yield from _built(sentence, token, stance, last, score)


def _not_yet(sentence: Sentence, token: Token) -> bool:
    """'has not yet accepted the offer': open, so no stance."""
    return any(t.lower == "yet" for t in sentence.kids(token.i, "advmod"))


def _neither(sentence: Sentence, token: Token) -> bool:
    """'has neither accepted nor rejected the plan': no stance yet."""
    before = sentence.tokens[token.i - 1].lower if token.i else ""
    pair = sentence.kid(token.i, "conj") if before == "neither" else sentence.tokens[token.head]
    return before in ("neither", "nor") and pair is not None and pair.is_verb


_DROPPED = {
    "demand": "concede",
    "threaten": "concede",
    "accept": "reject",
    "support": "reject",
    "propose": "reject",
}


def no_longer(sentence: Sentence, token: Token) -> bool:
    """'no longer demands': the stance was another before."""
    before = sentence.tokens[max(0, token.i - 3) : token.i]
    return [t.lower for t in before[-2:]] == ["no", "longer"] and token.lemma != "want"


def _verb_stance(sentence: Sentence, token: Token) -> tuple[str, int, float] | None:
    """Stance of a verb with its particle, index of its last token, score."""
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence) else None
    off = following is not None and following.lower == "off"
    if token.lemma in ENDING and (token.lemma != "call" or off) and not of_talks(sentence, token):
        return None
    later = _after_date(sentence, token)  # 'called Sunday for the minister to resign'
    stance = words.VERBS.get(f"{token.lemma} {later.lower}") if later is not None else None
    if stance is not None and later is not None:
        return stance, later.i, 0.7
    if following is not None and following.lower in words.PARTICLES:
        then = sentence.next_word(following.i)
        stance = words.VERBS.get(f"{token.lemma} {following.lower} {then}")
        if stance is not None:
            return stance, following.i + 1, 0.8
        stance = words.VERBS.get(f"{token.lemma} {following.lower}")
        if stance == "support" and _partners(token):
            stance = None
        moved = following.lower == "back" and sentence.kid(token.i, "dobj") is not None
        if stance is not None and not moved:
            return stance, following.i, 0.8
    for kid in sentence.kids(token.i, "prt", "prep", "dobj"):
        stance = words.VERBS.get(f"{token.lemma} {kid.lower}")
        if kid.lower == "with" and _partners(token):
            continue
        apart = kid.lower == "back" and kid.i > token.i + 1  # 'pushed the rebels back'
        if stance is not None and kid.i > token.i and not apart:
            return stance, kid.i if kid.i - token.i <= 2 else token.i, 0.75
    stance = words.VERBS.get(token.lemma)
    if stance is None:
        return None
    return checked(sentence, token, stance)


def _partners(token: Token) -> bool:
    """'agreed with the rebels to stop': an agreement, where 'agrees with them' supports."""
    return token.lemma == "agree" and token.tag not in ("VBZ", "VBP")


def _after_date(sentence: Sentence, token: Token) -> Token | None:
    """The word after a date that follows the verb; None where none follows."""
    at = token.i + 1
    if at + 1 < len(sentence) and sentence.tokens[at].lower == "on":
        at += sentence.tokens[at + 1].entity == "DATE"
    first = at
    while at < len(sentence) and sentence.tokens[at].entity in ("DATE", "TIME"):
        at += 1
    return sentence.tokens[at] if first < at < len(sentence) else None


def _turned(stance: str) -> str | None:
    return {
        "accept": "reject",
        "support": "reject",
        "provisionally_accept": "reject",
        "concede": "reject",
    }.get(stance)


_ANYBODY = frozenset("everybody everyone anyone anybody someone somebody whoever nobody".split())


_COLLECTIVE = frozenset(
    "majority minority community authority movement nation population corporation faction".split()
)


def _abstract(token: Token) -> bool:
    """'the release', 'national unity': things that take no stance."""
    known = (
        token.lower in roles.GROUPS
        or token.lemma in roles.ROLES
        or token.entity
        or token.lemma in _COLLECTIVE
    )
    return (
        token.tag in ("NN", "NNS")
        and not known
        and (
            token.lemma.endswith(("tion", "ity", "ness", "ment", "ing"))
            or token.lemma in words.THINGS
        )
    )


def _accused_by(sentence: Sentence, token: Token) -> bool:
    """'stands accused by campaigners': a passive without 'be'; 'has turned down' is none."""
    active = any(k.lemma == "have" for k in sentence.kids(token.i, "aux"))
    return token.tag == "VBN" and not active and sentence.kid(token.i, "agent") is not None


def _of_nobody(sentence: Sentence, token: Token) -> bool:
    """'what they sign', 'everybody agrees': no stance of anybody in particular."""
    subject = sentence.subject(token.i)
    named = sentence.words(token.i + 1, token.i + 2).lower() == "as"  # 'what Paris hailed as'
    loose = not named and any(
        k.lower in ("what", "whatever") for k in sentence.kids(token.i, "dobj", "nsubj")
    )
    return loose or (subject is not None and subject.lower in _ANYBODY)


def _able(sentence: Sentence, token: Token, stance: str) -> bool:
    """'I can propose, I can nag': what one can do is not what one does."""
    return stance in ("propose", "demand", "accept") and any(
        k.lower in ("can", "might") or (k.lower == "could" and stance == "demand")
        for k in sentence.kids(token.i, "aux")
    )


def _foretold(sentence: Sentence, token: Token, stance: str) -> bool:
    """'People will blame the government', 'the panel could propose': a forecast, nobody's stance."""
    perhaps = {k.lower for k in sentence.kids(token.i, "aux")} & {"could", "may", "might"}
    doer = sentence.subject(token.i)
    if stance == "propose" and perhaps and doer is not None and doer.tag != "PRP":
        return True
    return stance in ("accuse", "disapprove") and any(
        k.lower in ("will", "would", "'ll", "could") for k in sentence.kids(token.i, "aux")
    )


def _built(
    sentence: Sentence, token: Token, stance: str, last: int, score: float
) -> Iterator[Trigger]:
    passive = (
        sentence.kid(token.i, "auxpass") is not None
        or passive_agent(sentence, token) is not None
        or _accused_by(sentence, token)
    )
    holder: Token | None
    if passive:
        agent = sentence.kid(token.i, "agent")
        holder = sentence.kid(agent.i, "pobj") if agent is not None else None
        if holder is None or (is_thing(holder) and holder.entity != "GPE"):
            return
    else:
        holder = sentence.subject(token.i) or gerund_subject(sentence, token)
        noun = sentence.tokens[token.head]
        if holder is None and token.tag == "VB" and among_others(sentence, noun):
            holder = sentence.subject(noun.head if noun.is_noun else noun.i)
        if holder is None and token.dep == "advcl" and token.tag == "VB":
            holder = sentence.subject(token.head)
        if holder is None and token.dep == "acl" and token.tag == "VB":
            holder = sentence.subject(noun.head)  # 'staging a hunger strike to demand'
        if holder is None:
            holder = around_apposition(sentence, token) or joined_subject(sentence, token)
        if holder is not None and holder.lower in ("who", "which", "that"):
            holder = relative_antecedent(sentence, token)
        if holder is None or holder.virtual:
            return
    if token.dep == "conj" and (_abstract(holder) or only_spoken_of(sentence, token, holder)):
        holder = reporter(sentence, token) or holder
    issues = holder.tag == "NN" and (
        holder.lemma in _ISSUED or (holder.lemma in _TABLED and _of_state(sentence, holder))
    )
    if (
        holder.lemma in words.NO_STANCE_SUBJECTS
        and holder.tag != "PRP"
        and stance != "demand"
        and not issues
    ):
        return
    if not issues and holder.lemma in words.NO_STANCE_SUBJECTS - {"it", "that", "who", "which"}:
        return
    named = sentence.kid(holder.i, "appos")  # 'Her opposite number, Geoff Tanner,'
    if holder.lower in _ANYBODY or (
        not issues and _abstract(holder) and (named is None or not named.is_name)
    ):
        return
    if stance == "threaten" and token.lemma == "threaten" and is_thing(holder):
        return  # 'the raids threaten the region': what wrongs do is told elsewhere
    threatens = token.lemma == "threaten" and token.tag == "VBG" and not passive
    told = sentence.within is not None or sentence.told_at(token)
    if threatens and told and holder.tag != "PRP" and sentence.kid(token.i, "dobj") is not None:
        yield told_wrong(sentence, token, "verb-threaten", 0.7)
        return
    low = group_start(sentence, token)
    could = any(k.lower == "could" for k in sentence.kids(token.i, "aux"))
    if (stance == "accept" and _qualified(sentence, token)) or (
        could and (stance == "support" or (stance, token.lemma) == ("accept", "accept"))
    ):
        stance = "provisionally_accept"
    act = sentence.kid(token.i, "xcomp") or (
        sentence.kid(token.i, "ccomp") if token.lemma == "warn" else None
    )
    condition = condition_of(sentence, token) or (
        condition_of(sentence, act) if act is not None else None
    )
    if stance == "threaten" and condition is not None:
        stance = "ultimatum" if _last_chance(sentence, token, condition) else stance
    if stance == "accept" and any(k.lower == "only" for k in sentence.kids(token.i, "advmod")):
        stance = "condition"
    if (
        stance in ("accept",)
        and condition is not None
        and sentence.tokens[condition[0]].lower in ("only", "if", "provided")
    ):
        opens = sentence.tokens[condition[0]].lower
        consents = token.lemma in ("agree", "accept") and opens != "only"
        stance = "provisionally_accept" if consents else "condition"
    opener = sentence.tokens[condition[0]].lower if condition is not None else ""
    if (
        stance in ("support", "concede")
        and opener in ("if", "provided", "only")
        and _will(sentence, token)
    ):
        stance = "condition"
    if stance == "reject" and negated(sentence, token) and opener in ("unless", "until", "till"):
        stance = "condition"
    if stance == "reject" and condition is not None and _would(sentence, token):
        stance = "ultimatum" if opener == "unless" else "threaten"
    obj, target = object_of(sentence, token, last, stance)
    if token.lemma in _WITH_ACT:
        last = max(last, _upto_act(sentence, token, act))
    trigger = Trigger(
        sentence,
        sentence.tokens[low].start,
        sentence.tokens[max(last, token.i)].end,
        stance,
        holder.i,
        chars(sentence, obj),
        chars(sentence, condition),
        target,
        rule=f"verb-{token.lemma}",
        score=score,
    )
    yield trigger


_WITH_ACT = frozenset("agree refuse offer decline".split())
"""What these agree to or refuse belongs to the words that carry the stance: 'have agreed to prepare'."""


def _upto_act(sentence: Sentence, token: Token, act: Token | None) -> int:
    """Index where 'agreed', 'agreed to prepare', 'agreed last Monday to pay off', 'agreed to' end."""
    if (
        act is not None
        and token.i < act.i <= token.i + 6
        and sentence.tokens[act.i - 1].tag in ("TO", "RB")
    ):
        particle = sentence.kid(act.i, "prt")
        return particle.i if particle is not None and particle.i == act.i + 1 else act.i
    follows = sentence.next_word(token.i)
    return token.i + 1 if token.lemma == "agree" and follows in ("to", "on") else token.i


def _last_chance(sentence: Sentence, token: Token, condition: tuple[int, int]) -> bool:
    """'threatens to cut supplies on January 1 if no deal is reached': a day, and what must happen by it."""
    denies = {"no", "not", "n't", "unless", "without"} & {
        t.lower for t in sentence.tokens[slice(*condition)]
    }
    return bool(denies) and any(
        t.entity in ("DATE", "TIME") for t in sentence.tokens[token.i : condition[1]]
    )


_ISSUED = frozenset("statement communique communiqué letter report".split())
"""What these say is their issuer's stance."""
_TABLED = frozenset("draft resolution text proposal plan document paper motion".split())


def _of_state(sentence: Sentence, document: Token) -> bool:
    """'The Russian draft calls for': whose it is stands before."""
    return any(k.entity in ("NORP", "GPE") for k in sentence.kids(document.i, "amod", "compound"))


def _will(sentence: Sentence, token: Token) -> bool:
    return any(k.lower in ("will", "would", "'ll") for k in sentence.kids(token.i, "aux"))


def _would(sentence: Sentence, token: Token) -> bool:
    """'would walk out if …': leaving under a condition is a threat."""
    return _will(sentence, token) and token.lemma in (
        "walk",
        "pull",
        "quit",
        "withdraw",
        "suspend",
        "boycott",
        "storm",
        "leave",
        "veto",
        "break",
        "cancel",
    )


def _qualified(sentence: Sentence, token: Token) -> bool:
    adverbs = {k.lower for k in sentence.kids(token.i, "advmod")}
    if adverbs & {
        "provisionally",
        "conditionally",
        "tentatively",
        "reluctantly",
        "grudgingly",
        "partly",
        "partially",
    }:
        return True
    after = sentence.words(token.i + 1, token.i + 8).lower()
    return any(
        words in after
        for words in (
            "in principle",
            "pending a",
            "subject to",
            "for now",
            "for the time being",
            "on a trial basis",
        )
    )
