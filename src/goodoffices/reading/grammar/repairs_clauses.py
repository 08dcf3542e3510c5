"""Errors of the small English model where clauses are joined or parted by asides, put right in its trees."""

from goodoffices.reading.english.cues import REPORTING
from goodoffices.reading.english.stances import VERBS
from goodoffices.reading.grammar.syntax import Token, root_of

_ACTS = REPORTING | {words.split()[0] for words in VERBS}


_OWN = frozenset(
    "beg urge call appeal propose condemn accuse warn praise thank reject demand criticize criticise".split()
)
"""What speakers do by speaking; 'had met the rebels and agreed to pay' goes on with those spoken of."""


def repair_clauses(tokens: list[Token]) -> None:
    """Put the known errors at joined clauses right in one sentence's tokens, in place."""
    _repair_joined_act(tokens)
    _repair_past_after_gerund(tokens)
    _repair_verb_past_aside(tokens)
    _repair_subject_behind_and(tokens)
    _repair_asked_noun(tokens)
    _repair_finite_after_infinitive(tokens)


def _subjects(tokens: list[Token], verb: Token) -> list[Token]:
    return [t for t in tokens if t.head == verb.i and t.dep in ("nsubj", "nsubjpass")]


def _repair_joined_act(tokens: list[Token]) -> None:
    """'said the army had fled and begged the force to come': who said it begged, in another tense."""
    for verb in tokens:
        if verb.dep != "conj" or verb.tag != "VBD" or verb.lemma not in _OWN:
            continue
        said = tokens[verb.head]
        cue = tokens[said.head]
        if said.dep != "ccomp" or said.tag != "VBN" or not cue.i < said.i < verb.i:
            continue
        if cue.tag != "VBD" or cue.lemma not in _ACTS or _subjects(tokens, verb):
            continue
        if any(t.head == said.i and t.lower == "had" and t.dep == "aux" for t in tokens):
            verb.head = cue.i


def _repair_past_after_gerund(tokens: list[Token]) -> None:
    """'accused the army of burning the village and offered to talk': the accuser offered."""
    for verb in tokens[2:]:
        if verb.tag != "VBD" or verb.dep not in ("conj", "pcomp") or verb.lemma not in _ACTS:
            continue
        above = tokens[verb.head]
        gerund = verb.dep == "conj" and above.tag == "VBG" and above.dep == "pcomp"
        of = verb.dep == "pcomp" and tokens[verb.i - 1].tag == "CC"
        if not (gerund or of) or _subjects(tokens, verb):
            continue
        while above.tag != "VBD" and above.head != above.i:
            above = tokens[above.head]
        if above.tag == "VBD":
            verb.dep, verb.head = "conj", above.i


def _repair_verb_past_aside(tokens: list[Token]) -> None:
    """'The Front, which took office in May, offered to join and rejected …': its verb, no modifier."""
    root = root_of(tokens)
    for verb in tokens[4:]:
        if verb.tag not in ("VBD", "VBN") or verb.dep != "acl" or tokens[verb.i - 1].tag != ",":
            continue
        if verb.lemma not in _ACTS or _subjects(tokens, verb):
            continue
        doer = _before_aside(tokens, verb)
        above = tokens[doer.head]
        passive = any(t.head == verb.i and t.dep == "agent" for t in tokens)
        if passive or not any(t.tag == "," for t in tokens[doer.i + 1 : verb.i - 1]):
            continue
        second = any(t.i > verb.i for t in _subjects(tokens, above))
        if doer.dep == "ROOT":
            verb.dep, verb.head = "ROOT", verb.i
        elif doer.dep in ("nsubj", "nsubjpass", "dep") and above.i > verb.i and second:
            verb.dep, verb.head = "ccomp", above.i
        elif root is not None and doer.dep in ("conj", "appos") and _joined_anew(tokens, doer):
            verb.dep, verb.head = "conj", root.i
        else:
            continue
        verb.tag, doer.dep, doer.head = "VBD", "nsubj", verb.i
        for later in tokens[verb.i + 1 :]:
            if later.dep == "conj" and doer.i < later.head < verb.i:
                later.head = verb.i


def _before_aside(tokens: list[Token], verb: Token) -> Token:
    """The noun whose aside ends before the verb, though the verb hangs on a word inside the aside."""
    inside = tokens[verb.head]
    at = inside
    while at.dep != "relcl" and at.head != at.i:
        at = tokens[at.head]
    return tokens[at.head] if at.dep == "relcl" else inside


def _joined_anew(tokens: list[Token], doer: Token) -> bool:
    """', but the Front': a conjunction behind a comma before the noun phrase."""
    joint = next((t.i for t in reversed(tokens[: doer.i]) if t.tag in ("CC", ",")), 0)
    return joint > 1 and tokens[joint].tag == "CC" and tokens[joint - 1].tag == ","


def _repair_subject_behind_and(tokens: list[Token]) -> None:
    """'…, but Prime Minister Ara Nor, speaking from the balcony, refused': who refused, no object before."""
    for verb in tokens[4:]:
        lost = (
            verb.tag in ("VBD", "VBZ")
            and verb.dep in ("ROOT", "conj")
            and not _subjects(tokens, verb)
        )
        if not lost or tokens[verb.i - 1].tag != ",":
            continue
        comma = next((t.i for t in reversed(tokens[: verb.i - 1]) if t.tag == ","), 0)
        doer = tokens[comma - 1] if comma > 2 else verb
        joint = next((t.i for t in reversed(tokens[:comma]) if t.tag in ("CC", ",")), 0)
        named = doer.is_noun and tokens[comma + 1].tag in ("VBG", "VBN", "IN", "WP")
        if (
            named
            and tokens[joint].tag == "CC"
            and doer.head < joint
            and tokens[joint - 1].tag == ","
        ):
            doer.dep, doer.head = "nsubj", verb.i


_HELPING = frozenset("have be do get".split())


def _repair_asked_noun(tokens: list[Token]) -> None:
    """'Three soldiers interviewed separately said': what was done to them, no auxiliary of their verb."""
    for part in tokens[1:]:
        verb, noun = tokens[part.head], tokens[part.i - 1]
        if (
            part.tag != "VBN"
            or part.dep != "aux"
            or part.lemma in _HELPING
            or part.lower in _CLIPPED
        ):
            continue
        if verb.i > part.i and noun.head == part.i and noun.dep in ("nsubj", "nsubjpass"):
            noun.head = verb.i
            part.dep, part.head = "acl", noun.i


_CLIPPED = frozenset("'d ’d 's ’s been".split())


def _repair_finite_after_infinitive(tokens: list[Token]) -> None:
    """'wants the army to leave and is asking for a list': who wants asks, no infinitive does."""
    for verb in tokens:
        if verb.dep != "conj" or not verb.is_verb or _subjects(tokens, verb):
            continue
        above = tokens[verb.head]
        to = any(t.head == above.i and t.tag == "TO" and t.dep == "aux" for t in tokens)
        helping = [t for t in tokens if t.head == verb.i and t.dep in ("aux", "auxpass")]
        finite = verb.tag in ("VBD", "VBZ") or any(t.tag in ("VBD", "VBZ", "VBP") for t in helping)
        if above.tag != "VB" or not to or not finite or above.i > verb.i:
            continue
        governor = tokens[above.head]
        if governor.is_verb and governor.i < above.i and above.dep in ("xcomp", "ccomp", "advcl"):
            verb.head = governor.i
