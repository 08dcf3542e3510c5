"""What verbs of promising and proposing need beside them: "pledged to sign", "suggested a joint patrol"."""

from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.stances.asking import SHARED
from goodoffices.reading.stances.use import Reading, Use, table


def _pledge(use: Use) -> Reading:
    """'pledged to give aid' supports, 'pledged talks' offers; 'pledged that …' tells what will be."""
    act = use.act
    if use.denied(act):
        return "reject", use.upto(act, 4), 0.65
    if use.kid("ccomp") is not None and act is None:
        return None
    if act is not None and act.lemma in words.OBLIGING:
        return "accept", use.token.i, 0.6  # 'pledged to return to the table'
    return "support" if _gives(use) else "propose", use.token.i, 0.6


def _gives(use: Use) -> bool:
    """'pledged to stand by them', 'promised its full support'."""
    taken = use.kid("dobj")
    given = taken is not None and taken.lemma in _GIFTS
    return given or (use.act is not None and use.act.lemma in _GIVING)


_GIVING = frozenset("give support help provide back assist stand exert".split())
_GIFTS = frozenset("support backing help aid assistance solidarity loyalty allegiance".split())


def _promise(use: Use) -> Reading:
    """'promised no jobs would be lost' accepts; 'promised not to leave' refuses to."""
    if use.kid("ccomp") is not None:
        return ("accept", use.token.i, 0.55) if use.kid("dative") is None else None
    ending = use.act is not None and use.act.lemma in words.GIVING_UP | _ENDED
    if ending and not use.denied(use.act):
        return "concede", use.token.i, 0.6  # 'promised to lift the blockade'
    return _pledge(use)


_ENDED = frozenset("stop lift release forgo end halt free cut".split())


def _vow(use: Use) -> Reading:
    """'vowed to defend the island' threatens nobody; 'vowed to remain' is against those who want it else."""
    act = use.act
    if use.denied(act):
        return "reject", use.upto(act, 4), 0.65
    if any(k.dep == "xcomp" and k.lemma in _GUARDING for k in use.objects):
        return None
    if act is not None and act.lemma in _STANDING:
        return "reject", use.upto(act, 3), 0.6
    if act is None and use.kid("ccomp") is not None:
        return None
    return use.stance, use.upto(act, 3), 0.6


_GUARDING = frozenset(
    "defend protect keep uphold preserve ensure rebuild help support respect".split()
)
_STANDING = frozenset(
    "remain stay continue keep carry press persist resist prevent oppose block stop thwart".split()
)


def _offer(use: Use) -> Reading:
    """'has offered no clear path', 'few specifics', 'offered to resign': nothing is proposed."""
    taken, act = use.kid("dobj"), use.act
    if act is not None and act.lemma in ("resign", "quit"):
        return None
    if taken is not None and any(
        k.lower in ("no", "few", "little") for k in use.sentence.kids(taken.i, "det", "amod")
    ):
        return None
    return _propose(use)


def _propose(use: Use) -> Reading:
    return use.when(not any(k.lemma in _NO_OFFER for k in use.objects))


_NO_OFFER = frozenset(
    "hope condolence condolences chance prospect detail details glimpse evidence explanation "
    "insight comment resignation resignations thanks prayers prayer".split()
)


_SUGGESTED = frozenset(
    "referendum way swap exchange venue compromise formula corridor freeze pause date patrol fund moratorium "
    "delay meeting commission panel inquiry committee".split()
)


def _subjunctive(use: Use) -> bool:
    """'suggested that the two meet', 'insists that the camps be moved': what is to be done."""
    clause = use.kid("ccomp")
    if clause is None or use.sentence.kid(clause.i, "nsubj", "nsubjpass") is None:
        return False
    helping = list(use.sentence.kids(clause.i, "aux", "auxpass"))
    subject = use.sentence.subject(clause.i)
    plural = subject is not None and (subject.tag in ("NNS", "NNPS", "PRP", "CD"))
    bare = clause.tag == "VB" and not helping
    be = len(helping) == 1 and helping[0].lower == "be"
    present = clause.tag == "VBP" and not helping and clause.lemma not in ("be", "have")
    done = clause.lemma in words.OBLIGING | words.REFUSABLE | {"pull", "let", "hold", "share"}
    if present and done and use.token.tag == "VBD":
        return True  # 'suggested that both armies pull back'
    return be or bare or (present and (not plural or clause.lemma in ("meet", "talk", "negotiate")))


def _insist(use: Use) -> Reading:
    return use.when(_subjunctive(use), 0.6)


def _suggest(use: Use) -> Reading:
    """'suggested bilateral talks', 'suggested Israel should': proposals; 'suggested they could' is none."""
    taken, clause = use.kid("dobj"), use.kid("ccomp", "xcomp")
    should = clause is not None and any(
        k.lower == "should" for k in use.sentence.kids(clause.i, "aux")
    )
    gerund = clause is not None and clause.tag == "VBG"
    should = should or _subjunctive(use)
    joint = taken is not None and any(
        k.lower == "joint" for k in use.sentence.kids(taken.i, "amod")
    )
    by = use.kid("agent") is not None and use.kid("auxpass") is not None
    told = use.kid("nsubjpass")
    if by and told is not None and told.lemma in SHARED | _SUGGESTED | words.PROPOSALS:
        return use.plain(0.55)  # 'a moratorium was suggested by Palau'
    shared = taken is not None and (joint or taken.lemma in SHARED | _SUGGESTED)
    return use.when(should or gerund or shared or _puts_forward(use), 0.55)


def _puts_forward(use: Use) -> bool:
    """'suggested the coast road as an alternative', 'suggested the money could be shared': what to do."""
    subject = use.sentence.subject(use.token.i)
    if subject is None or is_thing(subject) or subject.virtual or use.token.tag == "VBG":
        return False
    if subject.lemma in _FINDING:
        return False
    taken, clause = use.kid("dobj"), use.kid("ccomp")
    if clause is not None:
        can = any(k.lower in ("could", "might") for k in use.sentence.kids(clause.i, "aux"))
        return can and use.sentence.kid(clause.i, "auxpass") is not None
    instead = any(k.lower == "as" for k in use.sentence.kids(use.token.i, "prep"))
    return taken is not None and (instead or taken.lemma in _PLACED)


_FINDING = frozenset(
    "police pathologist author researcher analyst historian scientist doctor expert investigator".split()
)
_PLACED = frozenset("route quota ban place site border list share rule term format".split())


RULES = table(
    ("pledge", _pledge),
    ("promise", _promise),
    ("vow swear", _vow),
    ("offer", _offer),
    ("propose", _propose),
    ("suggest", _suggest),
    ("insist", _insist),
)
