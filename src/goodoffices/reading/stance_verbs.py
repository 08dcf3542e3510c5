"""Stances by verbs: "demanded", "has rejected", "agreed to", with what each verb needs beside it."""

from collections.abc import Iterator

from goodoffices.reading.english import roles
from goodoffices.reading.english import stances as words
from goodoffices.reading.noun_phrases import can_speak
from goodoffices.reading.syntax import Sentence, Token
from goodoffices.reading.triggers import (
    Trigger,
    chars,
    condition_of,
    doubted,
    group_start,
    negated,
    object_of,
)

_HOLDS_INFINITIVE = frozenset(
    "refuse agree decline continue vow threaten promise decide vote pledge plan expect seek "
    "ready willing prepared have begin start use try intend go offer be move act".split()
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
        denied = negated(sentence, token)
        if denied:
            turned = "reject" if token.lemma == "want" else _turned(stance)
            if turned is None:
                continue
            stance = turned
        if _of_nobody(sentence, token) or _able(sentence, token, stance):
            continue
        if not _own(sentence, token) or _foretold(sentence, token, stance):
            continue
        yield from _built(sentence, token, stance, last, score)


def _verb_stance(sentence: Sentence, token: Token) -> tuple[str, int, float] | None:
    """Stance of a verb with its particle, index of its last token, score."""
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence) else None
    if token.lemma in _ENDING and not _of_talks(sentence, token):
        if token.lemma != "call" or (following is not None and following.lower == "off"):
            return None
    if following is not None and following.lower in words.PARTICLES:
        stance = words.VERBS.get(f"{token.lemma} {following.lower}")
        if stance is not None:
            return stance, following.i, 0.8
    for kid in sentence.kids(token.i, "prt", "prep", "dobj"):
        stance = words.VERBS.get(f"{token.lemma} {kid.lower}")
        if stance is not None and kid.i > token.i:
            return stance, kid.i if kid.i - token.i <= 2 else token.i, 0.75
    stance = words.VERBS.get(token.lemma)
    if stance is None:
        return None
    return _checked(sentence, token, stance)


def _of_talks(sentence: Sentence, token: Token) -> bool:
    """'called off the truce', 'scrapped the deal': what sides have with one another."""
    taken = sentence.kid(token.i, "dobj")
    return taken is not None and taken.lemma in _SHARED


_ENDING = frozenset("call scrap cancel abandon terminate freeze postpone".split())
_SHARED = frozenset(
    "talk truce ceasefire cease-fire deal agreement accord treaty pact meeting summit negotiation "
    "dialogue visit cooperation contract".split()
)


def _checked(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """Verbs that take a stance only with the right company."""
    lemma = token.lemma
    objects = list(sentence.kids(token.i, "dobj", "ccomp", "xcomp", "oprd"))
    if lemma == "want":
        return _wanted(sentence, token, stance)
    if lemma == "ask":
        return (stance, token.i, 0.6) if _asks_for_action(sentence, objects) else None
    if lemma == "thank":
        helped = any(k.dep == "dobj" and k.tag != "PRP" for k in objects)
        return (stance, token.i, 0.55) if helped else None
    if lemma == "expect":
        return (stance, token.i, 0.5) if _of_others(sentence, token) else None
    if lemma in ("tell", "order", "instruct"):
        return (stance, token.i, 0.6) if _told_to(sentence, token) else None
    if lemma == "promise" and sentence.kid(token.i, "ccomp") is not None:
        return ("concede", token.i, 0.55) if sentence.kid(token.i, "dative") is None else None
    if lemma == "accuse" and not objects and _next(sentence, token) == "of":
        return None
    if lemma == "concede" and sentence.kid(token.i, "ccomp") is not None:
        return None
    if lemma in ("sign", "approve") and any(k.lemma in _DECISIONS for k in objects):
        return None
    if lemma == "seek" and (sentence.kid(token.i, "xcomp") is not None or _able_to(sentence, token)):
        return None
    if lemma in ("seek", "request", "require") and token.tag in ("VBG", "VBN"):
        if sentence.kid(token.i, "aux", "auxpass") is None:
            return None
    if lemma == "threaten" and any(
        k.dep == "dobj" and (k.lemma in words.AT_RISK or k.tag == "PRP") for k in objects
    ):
        return None
    if lemma == "warn":
        return _warned(sentence, token, stance)
    if lemma in ("offer", "propose") and any(k.lemma in _NO_OFFER for k in objects):
        return None
    if lemma in ("back", "support") and (
        token.dep == "relcl" or any(g.dep == "relcl" for g in sentence.ancestors(token.i))
    ):
        return None
    if lemma == "echo":
        call = next((k for k in objects if k.lemma in ("call", "demand", "appeal")), None)
        return (stance, call.i, 0.8) if call is not None else None
    if lemma in _BY_OBJECT:
        return _by_object(sentence, token, stance, objects)
    if lemma in ("deny", "allege") and token.tag == "VBN" and token.dep in ("amod", "acl"):
        return None
    if (
        lemma
        in ("back", "support", "defend", "oppose", "favour", "favor", "sign", "adopt", "approve")
        and not objects
        and sentence.kid(token.i, "agent") is None
        and token.dep != "relcl"
    ):
        return (stance, token.i, 0.5) if lemma == "sign" else None
    if lemma == "agree" and _concurs(sentence, token):
        return None
    if lemma == "agree" and token.tag == "VBN" and token.dep in ("amod", "advmod"):
        return None
    if lemma == "refuse" and any(
        k.lemma in ("comment", "say", "elaborate", "name", "identify") for k in objects
    ):
        return None
    return stance, token.i, 0.75


_DECISIONS = frozenset("decision law bill decree order legislation book letter budget it".split())


def _able_to(sentence: Sentence, token: Token) -> bool:
    return any(k.tag == "MD" for k in sentence.kids(token.i, "aux"))


def _next(sentence: Sentence, token: Token) -> str:
    return sentence.tokens[token.i + 1].lower if token.i + 1 < len(sentence) else ""


def _warned(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """'warned against', 'warned Israel of consequences', 'warned that it will' threaten; other warnings tell."""
    for prep in sentence.kids(token.i, "prep"):
        if prep.lower == "against" or (prep.lower == "of" and _heavy(sentence, prep)):
            return stance, prep.i if prep.i - token.i <= 3 else token.i, 0.6
    clause = sentence.kid(token.i, "ccomp")
    subject = sentence.subject(clause.i) if clause is not None else None
    if clause is None or subject is None or subject.lower not in ("it", "they", "he", "she"):
        return None
    acts = clause.lemma in words.ACTS | {"consider", "take", "regard"}
    modal = any(k.lower in ("will", "would") for k in sentence.kids(clause.i, "aux"))
    return (stance, token.i, 0.6) if acts and modal else None


def _heavy(sentence: Sentence, prep: Token) -> bool:
    low, high = sentence.edges[prep.i]
    return any(
        t.lemma in ("consequence", "retaliation", "response", "action", "sanction")
        for t in sentence.tokens[low : high + 1]
    )


def _told_to(sentence: Sentence, token: Token) -> bool:
    """'told him not to leave', 'ordered the forces to withdraw'."""
    for clause in sentence.kids(token.i, "xcomp", "ccomp"):
        to = any(k.tag == "TO" for k in sentence.kids(clause.i, "aux"))
        if to and clause.tag == "VB" and clause.i - token.i <= 12:
            return sentence.kid(token.i, "auxpass") is None
    return False


def _concurs(sentence: Sentence, token: Token) -> bool:
    """'We agree that the road is long': an opinion."""
    clause = sentence.kid(token.i, "ccomp")
    return clause is not None and token.tag in ("VBP", "VBZ", "VB")


_BY_OBJECT = frozenset(
    "pledge promise commit undertake extend vow swear decline object stop block freeze cancel "
    "scrap abandon quit press require".split()
)
_VOWS = frozenset("vow swear pledge promise".split())
_NO_COMMENT = frozenset(
    "comment say elaborate give name be confirm identify discuss answer speak".split()
)
_TIME_LIMITS = frozenset("truce ceasefire cease-fire fire deadline mandate pause deal".split())


def _by_object(
    sentence: Sentence, token: Token, stance: str, objects: list[Token]
) -> tuple[str, int, float] | None:
    """Verbs whose object says whether they take a stance: 'declined to comment' takes none."""
    lemma = token.lemma
    if lemma == "extend" and not any(k.lemma in _TIME_LIMITS for k in objects):
        return None
    act = sentence.kid(token.i, "xcomp")
    if act is not None and sentence.kid(act.i, "neg") is not None and lemma in _VOWS:
        return "reject", act.i if act.i - token.i <= 4 else token.i, 0.65
    if lemma in ("pledge", "promise", "commit", "undertake", "extend"):
        return stance, token.i, 0.6
    if lemma in ("vow", "swear"):
        if act is None and sentence.kid(token.i, "ccomp") is not None:
            return None
        return (stance, act.i if act is not None and act.i - token.i <= 3 else token.i, 0.6)
    if lemma == "decline" and any(k.lemma in _NO_COMMENT for k in objects):
        return None
    return (stance, token.i, 0.55) if objects else None


_NO_OFFER = frozenset(
    (
        "hope condolence condolences chance prospect detail details glimpse evidence explanation "
        "insight comment resignation resignations thanks prayers"
    ).split()
)


def _asks_for_action(sentence: Sentence, objects: list[Token]) -> bool:
    """'asked that it be read', 'asked all of them to submit their lists': no question."""
    asked = next((k for k in objects if k.dep == "dobj"), None)
    if asked is not None and asked.lower not in ("question", "questions"):
        stretch = sentence.tokens[asked.i + 1 : asked.i + 12]
        for to, act in zip(stretch, stretch[1:], strict=False):
            if to.tag == "TO" and act.tag == "VB":
                return True
    for clause in objects:
        first = sentence.tokens[sentence.edges[clause.i][0]].lower
        if clause.dep == "ccomp" and first == "that":
            return True
        to = any(k.tag == "TO" for k in sentence.kids(clause.i, "aux"))
        if clause.dep in ("ccomp", "xcomp") and clause.tag == "VB" and to:
            return True
    return False


def _of_others(sentence: Sentence, token: Token) -> bool:
    """'the sides need to meet', 'he expects them to': something to be done by somebody else."""
    clause = sentence.kid(token.i, "ccomp", "xcomp")
    if sentence.kid(token.i, "auxpass") is not None or token.tag == "VBN":
        return False
    if clause is None or not any(k.tag == "TO" for k in sentence.kids(clause.i, "aux")):
        return False
    if token.lemma == "expect":
        now = token.tag in ("VBP", "VBZ")  # what one expected may be a forecast
        return now and sentence.kid(clause.i, "nsubj", "nsubjpass") is not None
    subject = sentence.subject(token.i)
    return subject is not None and subject.lower not in ("i", "we", "it", "one", "there")


def _wanted(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """'wants them to leave' demands, 'wants to renew talks' proposes, 'did not want to meet' refuses."""
    clause = sentence.kid(token.i, "xcomp")
    if negated(sentence, token) or any(k.lower == "longer" for k in sentence.kids(token.i, "advmod")):
        subject = sentence.subject(token.i)
        if clause is not None and clause.lemma not in words.REFUSABLE:
            return None
        if subject is not None and subject.lower in ("i", "we", "you", "who"):
            return None
        last = clause.i if clause is not None and clause.i - token.i <= 3 else token.i
        return "reject", last, 0.7
    if _wants_other(sentence, token):
        return stance, token.i, 0.7
    if clause is None or clause.lemma not in words.OBLIGING | {"renew", "work", "cooperate"}:
        return None
    subject = sentence.subject(token.i)
    if subject is None or subject.lower in ("i", "you"):
        return None
    return ("concede" if clause.lemma == "withdraw" else "propose"), clause.i, 0.6


def _wants_other(sentence: Sentence, token: Token) -> bool:
    clause = sentence.kid(token.i, "ccomp", "xcomp")
    if clause is not None and clause.lemma == "see":
        return True
    if clause is not None:
        return (
            sentence.kid(clause.i, "nsubj", "nsubjpass") is not None
            or sentence.kid(token.i, "dobj") is not None
        )
    wanted = sentence.kid(token.i, "dobj")
    if wanted is None:
        return False
    return wanted.tag != "PRP" or sentence.words(wanted.i + 1, wanted.i + 2).lower() == "back"


def _turned(stance: str) -> str | None:
    return {
        "accept": "reject",
        "support": "reject",
        "provisionally_accept": "reject",
        "concede": "reject",
    }.get(stance)


def _own(sentence: Sentence, token: Token) -> bool:
    """Whether the verb states its subject's stance: not a noun's modifier, not another's demand."""
    if token.dep in ("amod", "compound") or (
        token.tag == "VBG"
        and token.dep in ("pobj", "pcomp", "csubj", "dobj", "nsubj")
        and not _with_subject(sentence, token)
        and not _by_doing(sentence, token)
    ):
        return False
    if token.dep == "relcl" and any(
        k.lower in ("can", "could") for k in sentence.kids(token.i, "aux")
    ):
        return False
    if token.tag == "VBN" and (
        token.dep == "acl"
        or (token.dep in ("acomp", "oprd") and sentence.kid(token.i, "aux", "auxpass") is None)
    ):
        return False
    if token.dep == "acl" and token.tag == "VBG" and _issued(sentence, token) is not None:
        return True
    if token.dep == "acl" and sentence.tokens[
        token.head
    ].lemma in words.NO_STANCE_SUBJECTS | words.PROPOSALS | {
        "communique",
        "communiqué",
        "statement",
        "motion",
    }:
        return False
    if any(k.lower in ("if", "whether", "unless") for k in sentence.kids(token.i, "mark")):
        return False
    if (token.tag == "VBG" and token.dep == "xcomp") or doubted(sentence, token):
        return False
    infinitive = any(k.lower == "to" for k in sentence.kids(token.i, "aux"))
    if infinitive:
        governor = sentence.tokens[token.head]
        if any(k.lower in ("if", "unless") for k in sentence.kids(governor.i, "mark")):
            return False
        if token.dep in ("advcl", "acl", "relcl") and token.lemma in _PURPOSES:
            return governor.is_verb or governor.lemma in ("strike", "rally", "march", "fast")
        if token.dep == "advcl" or governor.is_noun:
            return False
        return (
            governor.lemma in _HOLDS_INFINITIVE
            and words.VERBS.get(governor.lemma) is None
            and (sentence.kid(token.i, "nsubj") is None)
        )
    if (
        token.tag == "VB"
        and token.dep in ("xcomp", "ccomp")
        and not any(
            k.tag == "MD" or k.lower in ("do", "did", "does") for k in sentence.kids(token.i, "aux")
        )
    ):
        return False
    modals = {k.lower for k in sentence.kids(token.i, "aux")}
    if token.dep == "conj" and token.tag == "VB":
        modals |= {k.lower for k in sentence.kids(token.head, "aux")}
    return not modals & {"should", "must", "ought", "might", "may"}


_PURPOSES = frozenset("protest denounce demand condemn press push oppose".split())
"""'marched to protest against', 'a strike to press for': why it was done is a stance."""

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


def _of_nobody(sentence: Sentence, token: Token) -> bool:
    """'what they sign', 'everybody agrees': no stance of anybody in particular."""
    subject = sentence.subject(token.i)
    loose = any(k.lower in ("what", "whatever") for k in sentence.kids(token.i, "dobj", "nsubj"))
    return loose or (subject is not None and subject.lower in _ANYBODY)


def _able(sentence: Sentence, token: Token, stance: str) -> bool:
    """'I can propose, I can nag': what one can do is not what one does."""
    return stance in ("propose", "demand", "accept") and any(
        k.lower in ("can", "might") for k in sentence.kids(token.i, "aux")
    )


def _foretold(sentence: Sentence, token: Token, stance: str) -> bool:
    """'People will blame the government': a forecast, nobody's accusation."""
    return stance in ("accuse", "disapprove") and any(
        k.lower in ("will", "would", "'ll", "could") for k in sentence.kids(token.i, "aux")
    )


def _by_doing(sentence: Sentence, token: Token) -> bool:
    """'reacted by proposing counter-measures', 'angered Russia by approving': what the subject did."""
    by = sentence.tokens[token.head]
    verb = sentence.tokens[by.head]
    return by.lower == "by" and verb.is_verb and sentence.subject(verb.i) is not None


def _with_subject(sentence: Sentence, token: Token) -> bool:
    """', with President Morand calling for': a clause of its own."""
    return (
        sentence.tokens[token.head].lower == "with"
        and sentence.kid(token.i, "nsubj", "nsubjpass") is not None
    )


def _built(
    sentence: Sentence, token: Token, stance: str, last: int, score: float
) -> Iterator[Trigger]:
    passive = sentence.kid(token.i, "auxpass") is not None
    holder: Token | None
    if passive:
        agent = sentence.kid(token.i, "agent")
        holder = sentence.kid(agent.i, "pobj") if agent is not None else None
        if holder is None or not (can_speak(holder) or holder.entity == "GPE"):
            return
    else:
        holder = sentence.subject(token.i) or _gerund_subject(sentence, token)
        if holder is None and token.dep == "advcl" and token.tag == "VB":
            holder = sentence.subject(token.head)
        if holder is not None and holder.lower in ("who", "which", "that"):
            relative = next(
                (g for g in (token, *sentence.ancestors(token.i)) if g.dep == "relcl"), None
            )
            holder = sentence.tokens[relative.head] if relative is not None else None
        if holder is None or holder.virtual:
            return
    issues = holder.lemma in _ISSUED and holder.tag == "NN"
    if (
        holder.lemma in words.NO_STANCE_SUBJECTS
        and holder.tag != "PRP"
        and stance != "demand"
        and not issues
    ):
        return
    if not issues and holder.lemma in words.NO_STANCE_SUBJECTS - {"it", "that", "who", "which"}:
        return
    if holder.lower in _ANYBODY or _abstract(holder):
        return
    low = group_start(sentence, token)
    if stance == "accept" and _qualified(sentence, token):
        stance = "provisionally_accept"
    act = sentence.kid(token.i, "xcomp")
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
        stance = "condition"
    if stance == "reject" and condition is not None and _would(sentence, token):
        stance = "threaten"
    obj, target = object_of(sentence, token, last, stance)
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


def _would(sentence: Sentence, token: Token) -> bool:
    """'would walk out if …': leaving under a condition is a threat."""
    modal = any(k.lower in ("will", "would", "'ll") for k in sentence.kids(token.i, "aux"))
    return modal and token.lemma in (
        "walk",
        "pull",
        "quit",
        "withdraw",
        "suspend",
        "boycott",
        "storm",
        "leave",
        "veto",
    )


def _issued(sentence: Sentence, token: Token) -> Token | None:
    """'issued a statement urging pilots to return': who issued it."""
    document = sentence.tokens[token.head]
    verb = sentence.tokens[document.head]
    if document.lemma not in ("statement", "letter", "communique", "communiqué", "appeal", "note"):
        return None
    if verb.lemma not in ("issue", "release", "publish", "send", "write", "make", "adopt", "sign"):
        return None
    return sentence.subject(verb.i)


def _gerund_subject(sentence: Sentence, token: Token) -> Token | None:
    if token.tag != "VBG":
        return None
    if token.dep == "acl" and (issuer := _issued(sentence, token)) is not None:
        return issuer
    for governor in sentence.ancestors(token.i):
        subject = sentence.subject(governor.i)
        if subject is not None and subject.lemma not in words.NO_STANCE_SUBJECTS - {"it", "who"}:
            return subject
    return None


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
    after = sentence.words(token.i + 1, token.i + 6).lower()
    return "in principle" in after
