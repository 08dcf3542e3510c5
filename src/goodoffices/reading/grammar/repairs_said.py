"""Known errors of the small English model at verbs of saying, put right in its trees."""

from goodoffices.reading.english.cues import DOCUMENTS, REPORTING
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.grammar.syntax import Token, root_of


def repair_said(tokens: list[Token]) -> None:
    """Put the known errors at verbs of saying right in one sentence's tokens, in place."""
    _repair_last(tokens)
    _repair_closing_said(tokens)
    _repair_first_said(tokens)
    _repair_second_said(tokens)
    _repair_joined_said(tokens)
    _repair_said_since(tokens)
    _repair_told_clause(tokens)
    _repair_said_past_gerund(tokens)
    _repair_said_past_relative(tokens)


_LAST = frozenset(
    "maintains claims reports states notes comments remarks argues complains rejects denies disputes "
    "clarifies warns tells vows insists admits confirms alleges suggests predicts urges".split()
)


def _repair_last(tokens: list[Token]) -> None:
    """'…, her former doctor maintains.': a plural to the small model, a verb at the end of a report."""
    words = [t for t in tokens if t.tag not in (".", "''", "``")]
    last = words[-1] if words else None
    if last is not None and last.lower == "read" and last.tag in ("NN", "VBN"):
        if any(t.lemma in DOCUMENTS for t in words[-8:-1]):
            last.tag, last.lemma = "VBD", "read"
        return
    if last is None or last.lower not in _LAST or last.tag != "NNS":
        return
    commas = [t.i for t in words if t.tag == "," and t.i < last.i - 1]
    if commas and last.i - commas[-1] <= 10:
        last.tag, last.lemma = "VBZ", last.lower[:-1]


_SAID = frozenset("said told".split())


def _repair_closing_said(tokens: list[Token]) -> None:
    """'The site was a barracks, a well-placed source told AP.': no apposition, but who said it."""
    root = root_of(tokens)
    if root is None or not root.is_verb:
        return
    for token in tokens:
        noun = tokens[token.head]
        if token.lower not in _SAID or token.tag != "VBD" or token.dep != "acl":
            continue
        if noun.dep not in ("appos", "conj") or noun.i != token.i - 1:
            continue
        after = tokens[token.i + 1 :]
        low = min((t.i for t in tokens if t.head == noun.i and t.i < noun.i), default=noun.i)
        if low < 3 or tokens[low - 1].tag != "," or root.i > low:
            continue
        if any(t.tag in ("VBD", "VBZ", "VBP", "MD", "VBG", ",") for t in after):
            continue
        root.dep, root.head = "ccomp", token.i
        noun.dep, noun.head = "nsubj", token.i
        token.dep, token.head = "ROOT", token.i
        return


_CHARGED = frozenset("alleged claimed argued said insisted charged asserted".split())


def _repair_first_said(tokens: list[Token]) -> None:
    """'Iraq alleged Ritter was a spy': a verb, no modifier of the name after it."""
    for token in tokens[1:]:
        other, before = tokens[token.head], tokens[token.i - 1]
        if token.lower not in _CHARGED or token.dep not in ("amod", "compound"):
            continue
        clause = tokens[other.head]
        if other.i < token.i or other.dep != "nsubj" or clause.dep != "ROOT" or clause.tag == "VB":
            continue
        if before.dep != "nsubj" or not before.is_noun:
            continue
        before.head = token.i
        clause.dep, clause.head = "ccomp", token.i
        token.tag, token.dep, token.head = "VBD", "ROOT", token.i
        return


def _repair_second_said(tokens: list[Token]) -> None:
    """'had run out, insisted finance must come': a second cue, no modifier of the noun after it."""
    for token in tokens[2:]:
        noun = tokens[token.head]
        if token.lower not in _CHARGED or token.dep != "amod" or noun.i < token.i:
            continue
        clause = tokens[noun.head]
        if tokens[token.i - 1].tag != "," or noun.dep not in ("nsubj", "nsubjpass"):
            continue
        cue = tokens[clause.head]
        if clause.dep != "ccomp" or cue.i > token.i or not cue.is_verb:
            continue
        token.tag, token.dep, token.head = "VBD", "conj", cue.i
        clause.head = token.i


def _repair_said_since(tokens: list[Token]) -> None:
    """'One diplomat who has followed the talks since Venna said': Venna says nothing, the diplomat does."""
    root = root_of(tokens)
    if root is None or root.tag not in ("NN", "NNS", "NNP"):
        return
    for said in tokens[root.i + 1 :]:
        if said.lower not in ("said", "says") or said.dep != "advcl":
            continue
        relative, place, mark = tokens[said.head], tokens[said.i - 1], tokens[said.i - 2]
        if relative.dep != "relcl" or relative.head != root.i or mark.tag != "IN":
            continue
        if place.entity not in ("GPE", "DATE", "EVENT") or place.head != said.i:
            continue
        place.dep, place.head, mark.dep, mark.head = "pobj", mark.i, "prep", relative.i
        said.dep, said.head, root.dep, root.head = "ROOT", said.i, "nsubj", said.i
        return


_PAST_ASIDE = frozenset("had would could might 'd".split())


def _repair_joined_said(tokens: list[Token]) -> None:
    """'insisted nobody had been hurt and announced that': the second cue is joined to the first."""
    for verb in tokens:
        if verb.dep != "conj" or verb.tag not in ("VBD", "VBZ") or verb.lemma not in REPORTING:
            continue
        if not any(t.head == verb.i and t.dep == "ccomp" for t in tokens):
            continue
        if any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass") for t in tokens):
            continue
        said = tokens[verb.head]
        cue = tokens[said.head]
        if said.dep != "ccomp" or not cue.i < said.i < verb.i or cue.tag != verb.tag:
            continue
        if cue.lemma not in REPORTING and cue.lower not in ("said", "says"):
            continue
        helping = {t.lower for t in tokens if t.head == said.i and t.dep in ("aux", "auxpass")}
        past = said.tag == "VBD" or bool(helping & {"was", "were", "had", "did"})
        doer = next(
            (t for t in tokens if t.head == said.i and t.dep in ("nsubj", "nsubjpass")), None
        )
        mute = doer is not None and doer.tag in ("NN", "NNS") and is_thing(doer)
        apart = past if verb.tag == "VBZ" else mute or bool(helping & _PAST_ASIDE)
        if apart:
            verb.head = cue.i


def _repair_said_past_gerund(tokens: list[Token]) -> None:
    """'But Durbin, noting its size, said, “…”': the gerund between commas is not the main verb."""
    gerund = root_of(tokens)
    aside = gerund is not None and (gerund.tag == "VBG" or gerund.lower == "asked")
    if gerund is None or not aside or tokens[gerund.i - 1].tag != ",":
        return
    doer = next((t for t in tokens[: gerund.i] if t.head == gerund.i and t.dep == "nsubj"), None)
    said = next(
        (t for t in tokens[gerund.i + 1 :] if t.tag == "VBD" and t.lemma in REPORTING), None
    )
    if doer is None or said is None or said.head != gerund.i or tokens[said.i - 1].tag != ",":
        return
    if any(t.head == said.i and t.dep == "nsubj" for t in tokens):
        return
    doer.head = gerund.head = said.head = said.i
    gerund.dep, said.dep = "advcl", "ROOT"


_SENT = frozenset("tweeted posted wrote blogged".split())


def _repair_said_past_relative(tokens: list[Token]) -> None:
    """'Noor, the guru who founded the site, tweeted on Friday': the verb behind the clause about her."""
    root = root_of(tokens)
    if root is None or not root.is_noun:
        return
    for sent in tokens[root.i + 1 :]:
        hangs = sent.dep == "acl" and (sent.head == root.i or tokens[sent.head].dep == "appos")
        if sent.lower not in _SENT or sent.tag != "VBN" or not hangs:
            continue
        if not any(t.dep == "relcl" for t in tokens[root.i : sent.i]):
            continue
        sent.tag, sent.dep, sent.head = "VBD", "ROOT", sent.i
        root.dep, root.head = "nsubj", sent.i
        return


def _repair_told_clause(tokens: list[Token]) -> None:
    """'told AFP the offer covered half of them': the clause's verb, no modifier of a second object."""
    for verb in tokens:
        thing = tokens[verb.head]
        told = tokens[thing.head]
        if verb.tag != "VBD" or verb.dep != "acl" or thing.dep != "dobj" or thing.i != verb.i - 1:
            continue
        heard = any(
            t.head == told.i and t.dep in ("dobj", "dative") and t.i < thing.i for t in tokens
        )
        if told.lower in ("told", "tells") and heard:
            verb.dep, verb.head = "ccomp", told.i
            thing.dep, thing.head = "nsubj", verb.i
