"""What a verb needs beside it to take a stance: "declined to comment" takes none."""

from itertools import pairwise

from goodoffices.reading.english import stances as words
from goodoffices.reading.noun_phrases import is_thing
from goodoffices.reading.syntax import Sentence, Token
from goodoffices.reading.triggers import negated

ENDING = frozenset("call scrap cancel abandon terminate freeze postpone suspend".split())
"""Verbs that refuse only where what they end is shared with others."""


def of_talks(sentence: Sentence, token: Token) -> bool:
    """'called off the truce', 'scrapped the deal': what sides have with one another."""
    taken = sentence.kid(token.i, "dobj")
    off = next((k for k in sentence.kids(token.i, "prep") if k.lower == "off"), None)
    if taken is None and off is not None:
        taken = sentence.kid(off.i, "pobj")
    return taken is not None and taken.lemma in SHARED


_EVIL = frozenset(
    "war conflict chaos bloodshed confrontation destruction violence escalation".split()
)

SHARED = frozenset(
    "talk truce ceasefire cease-fire deal agreement accord treaty pact meeting summit negotiation "
    "dialogue visit cooperation contract participation membership "
    "aid tie relation payment export work enrichment inspection".split()
)


def checked(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """Verbs that take a stance only with the right company."""
    lemma = token.lemma
    objects = list(sentence.kids(token.i, "dobj", "ccomp", "xcomp", "oprd"))
    if lemma == "want":
        if token.dep == "relcl" and not objects:
            return None  # 'the reforms that they want'
        wanted = sentence.kid(token.i, "dobj")
        if wanted is not None and wanted.lemma in _EVIL and not negated(sentence, token):
            return None  # 'They want a war' is what others say of them
        return _wanted(sentence, token, stance)
    if lemma == "ask":
        return (stance, token.i, 0.6) if _asks_for_action(sentence, objects) else None
    if lemma in ("back", "support", "favour", "favor") and _of_things(sentence, token):
        return None
    if lemma == "pledge":
        return _pledged(sentence, token)
    if lemma == "offer" and _offers_nothing(sentence, token):
        return None
    if lemma == "thank":
        helped = any(k.dep == "dobj" and k.tag != "PRP" for k in objects)
        return (stance, token.i, 0.55) if helped else None
    if lemma == "stop":
        act = sentence.kid(token.i, "xcomp")
        lasting = token.tag != "VBD"
        serves = (
            lasting
            and act is not None
            and act.tag == "VBG"
            and act.lemma not in words.ACTS | _HARMING
        )
        return (stance, token.i, 0.5) if serves else None
    if lemma in ("decide", "choose", "opt"):
        return _decided_not(sentence, token, stance)
    if lemma == "suggest":
        return (stance, token.i, 0.55) if _suggests(sentence, token) else None
    if lemma == "expect":
        return (stance, token.i, 0.5) if _of_others(sentence, token) else None
    if lemma in ("tell", "order", "instruct"):
        return (stance, token.i, 0.6) if _told_to(sentence, token) else None
    if lemma == "promise" and sentence.kid(token.i, "ccomp") is not None:
        return ("concede", token.i, 0.55) if sentence.kid(token.i, "dative") is None else None
    if lemma == "plead":
        return _pleaded(sentence, token, stance)
    if lemma == "deny":
        return _denied(sentence, token, stance)
    if lemma == "accuse" and not objects and sentence.next_word(token.i) == "of":
        return None
    if lemma == "concede" and sentence.kid(token.i, "ccomp") is not None:
        return None
    if lemma in ("sign", "approve") and any(k.lemma in _DECISIONS for k in objects):
        return None
    if lemma == "seek" and (
        sentence.kid(token.i, "xcomp") is not None or _able_to(sentence, token)
    ):
        return None
    if lemma == "require" and _required_by_thing(sentence, token):
        return None
    loose = token.tag in ("VBG", "VBN") and sentence.kid(token.i, "aux", "auxpass") is None
    if lemma in ("seek", "request", "require") and loose:
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
    if lemma == "allege" and token.tag == "VBN" and token.dep in ("amod", "acl"):
        return None
    if (
        lemma in ("back", "support", "oppose", "favour", "favor", "sign", "adopt", "approve")
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


_HARMING = frozenset(
    "fight kill fire harm extort recruit target bomb use distribute threaten".split()
)
_DECISIONS = frozenset("decision law bill decree order legislation book letter budget it".split())


def _required_by_thing(sentence: Sentence, token: Token) -> bool:
    """'the rules require 60 votes': what things require nobody demands."""
    subject = sentence.subject(token.i)
    return subject is not None and (is_thing(subject) or subject.lower in ("that", "which"))


def _pleaded(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """'pleaded innocent' rejects a charge; 'pleaded guilty' takes no stance."""
    after = [t.lower for t in sentence.tokens[token.i + 1 : token.i + 3]]
    if after[:1] == ["innocent"] or after == ["not", "guilty"]:
        return "reject", token.i + len(after[:2] if after[0] == "not" else after[:1]), 0.75
    return None if after[:1] == ["guilty"] else (stance, token.i, 0.75)


def _denied(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """'denied the charge' rejects it; 'denied him a chance', 'denying access to' withholds something."""
    if token.tag == "VBN" and token.dep in ("amod", "acl"):
        return None
    taken = list(sentence.kids(token.i, "dobj", "dative"))
    if len(taken) > 1 or any(k.lemma in _WITHHELD for k in taken):
        return None
    return stance, token.i, 0.75


_WITHHELD = frozenset("access entry permission visa chance opportunity".split())


def _of_things(sentence: Sentence, token: Token) -> bool:
    """'records supporting the report', 'any country supporting': no stance of anybody named."""
    subject = sentence.tokens[token.head] if token.dep == "acl" else sentence.subject(token.i)
    if subject is None or token.tag == "VBN":
        return False
    any_of = sentence.kid(subject.i, "det")
    return (any_of is not None and any_of.lower == "any") or (
        token.dep == "acl" and is_thing(subject)
    )


def _pledged(sentence: Sentence, token: Token) -> tuple[str, int, float] | None:
    """'pledged to give aid' supports; 'pledged that …' tells what will be."""
    act = sentence.kid(token.i, "xcomp")
    if sentence.kid(token.i, "ccomp") is not None and act is None:
        return None
    giving = act is not None and act.lemma in (
        "give",
        "support",
        "help",
        "provide",
        "back",
        "assist",
    )
    refused = act is not None and sentence.kid(act.i, "neg") is not None
    if refused and act is not None:
        return "reject", act.i if act.i - token.i <= 4 else token.i, 0.65
    return "support" if giving else "accept", token.i, 0.6


def _offers_nothing(sentence: Sentence, token: Token) -> bool:
    """'has offered no clear path', 'few specifics', 'offered to resign': nothing is proposed."""
    taken = sentence.kid(token.i, "dobj")
    act = sentence.kid(token.i, "xcomp")
    if act is not None and act.lemma in ("resign", "quit"):
        return True
    return taken is not None and any(
        k.lower in ("no", "few", "little") for k in sentence.kids(taken.i, "det", "amod")
    )


def _able_to(sentence: Sentence, token: Token) -> bool:
    return any(k.tag == "MD" for k in sentence.kids(token.i, "aux"))


def _decided_not(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """'decided not to join': only what is decided against is refused."""
    act = sentence.kid(token.i, "xcomp")
    denied = act is not None and sentence.kid(act.i, "neg") is not None
    return (stance, act.i, 0.65) if denied and act is not None and act.i - token.i <= 4 else None


def _suggests(sentence: Sentence, token: Token) -> bool:
    """'suggested bilateral talks', 'suggested Israel should': proposals; 'suggested they could' is none."""
    taken = sentence.kid(token.i, "dobj")
    clause = sentence.kid(token.i, "ccomp", "xcomp")
    should = clause is not None and any(k.lower == "should" for k in sentence.kids(clause.i, "aux"))
    gerund = clause is not None and clause.tag == "VBG"
    return should or gerund or (taken is not None and taken.lemma in SHARED | {"referendum", "way"})


def _warned(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """'warned against', 'warned Israel of consequences', 'warned that it will' threaten."""
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
    "pledge promise extend vow swear decline object block freeze cancel scrap abandon press require".split()
)
_GUARDING = frozenset(
    "defend protect keep uphold preserve ensure rebuild help support respect".split()
)
_STANDING = frozenset(
    "remain stay continue keep carry press persist resist prevent oppose block stop thwart".split()
)
"""'vowed to remain in office': against those who want it otherwise."""
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
    if lemma in ("pledge", "promise", "extend"):
        return stance, token.i, 0.6
    if lemma in ("vow", "swear") and any(
        k.dep == "xcomp" and k.lemma in _GUARDING for k in objects
    ):
        return None  # 'vowed to defend the island' threatens nobody
    if lemma in ("vow", "swear") and act is not None and act.lemma in _STANDING:
        return "reject", act.i if act.i - token.i <= 3 else token.i, 0.6
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
        for opener, act in pairwise(stretch):
            if opener.tag == "TO" and act.tag == "VB":
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
    """'he expects them to leave': something others should do; what one expected may be a forecast."""
    clause = sentence.kid(token.i, "ccomp", "xcomp")
    if clause is None or token.tag not in ("VBP", "VBZ"):
        return False
    to = any(k.tag == "TO" for k in sentence.kids(clause.i, "aux"))
    return to and sentence.kid(clause.i, "nsubj", "nsubjpass") is not None


def _wanted(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """'wants them to leave' demands, 'wants to renew talks' proposes, 'did not want to meet' refuses."""
    clause = sentence.kid(token.i, "xcomp")
    if negated(sentence, token) or any(
        k.lower == "longer" for k in sentence.kids(token.i, "advmod")
    ):
        subject = sentence.subject(token.i)
        if clause is not None and clause.lemma not in words.REFUSABLE | {"see"}:
            return None
        if subject is not None and subject.lower in ("i", "we", "you", "who"):
            return None
        last = clause.i if clause is not None and clause.i - token.i <= 3 else token.i
        return "reject", last, 0.7
    if _wants_other(sentence, token):
        return stance, token.i, 0.7
    if clause is not None and clause.lemma in ("have", "get", "receive", "obtain"):
        return stance, clause.i if clause.i - token.i <= 3 else token.i, 0.6
    if clause is not None and clause.lemma in _CHANGING:
        return stance, clause.i if clause.i - token.i <= 3 else token.i, 0.6
    if clause is None or clause.lemma not in words.OBLIGING | {"renew", "work", "cooperate"}:
        return None
    subject = sentence.subject(token.i)
    if subject is None or subject.lower in ("i", "you"):
        return None
    return ("concede" if clause.lemma == "withdraw" else "propose"), clause.i, 0.6


_CHANGING = frozenset(
    "slow delay halt stop block prevent scrap abolish limit curb cut ban lower raise".split()
)
"""'wants to slow down the bill': what one wants done asks something of others."""


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
