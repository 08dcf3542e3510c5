"""Errors of the small English model where clauses are joined or parted by asides, put right in its trees."""

from goodoffices.reading.english.cues import REPORTING
from goodoffices.reading.english.stances import VERBS
from goodoffices.reading.syntax import Token, root_of


def repair_clauses(tokens: list[Token]) -> None:
    """Put the known errors at joined clauses right in one sentence's tokens, in place."""
    _repair_joined_act(tokens)
    _repair_two_subjects(tokens)
    _repair_subject_behind_and(tokens)


def _subjects(tokens: list[Token], verb: Token) -> list[Token]:
    return [t for t in tokens if t.head == verb.i and t.dep in ("nsubj", "nsubjpass")]


def _repair_joined_act(tokens: list[Token]) -> None:
    """'said the army had fled and begged the force to come': who said it begged, in another tense."""
    for verb in tokens:
        if verb.dep != "conj" or verb.tag != "VBD" or verb.lemma not in VERBS.keys() | REPORTING:
            continue
        said = tokens[verb.head]
        cue = tokens[said.head]
        if said.dep != "ccomp" or said.tag != "VBN" or not cue.i < said.i < verb.i:
            continue
        if cue.tag != "VBD" or cue.lemma not in REPORTING | VERBS.keys() or _subjects(tokens, verb):
            continue
        if any(t.head == said.i and t.lower == "had" and t.dep == "aux" for t in tokens):
            verb.head = cue.i


def _repair_two_subjects(tokens: list[Token]) -> None:
    """'The union, which speaks for dockers, offered to talk, but the firm refused': a verb for the first."""
    root = root_of(tokens)
    doers = [t for t in _subjects(tokens, root) if t.i < root.i] if root is not None else []
    if root is None or len(doers) < 2:
        return
    first, second = doers[0], doers[-1]
    aside = next((t for t in tokens[first.i : second.i] if t.dep == "relcl"), None)
    if aside is None or aside.head != first.i:
        return
    for verb in tokens[aside.i + 1 : second.i]:
        lost = verb.tag == "VBN" and verb.dep == "acl" and tokens[verb.i - 1].tag == ","
        if lost and not any(t.head == verb.i and t.dep == "agent" for t in tokens):
            verb.tag, verb.dep, verb.head = "VBD", "ccomp", root.i
            first.head = verb.i
            return


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
