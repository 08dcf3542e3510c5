"""Stances by nouns: "X's offer", "a request from X", "their withdrawal from", "gave X until Friday"."""

import re
from collections.abc import Iterator

from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.nouns import can_speak, is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.modals import is_reported
from goodoffices.reading.stances.triggers import Trigger, chars, group_start, negated


def noun_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """'X's proposal', 'a proposal by X', 'gave X until Friday', 'ultimatum'."""
    for token in sentence.tokens:
        found = None
        accused = _accusing(sentence, token) if token.lower in words.ACCUSING else None
        if accused is not None:
            found = accused
        elif token.is_noun and token.lemma in _GIVEN_UP | _STANCE_NOUNS.keys():
            found = _dropped(sentence, token) or _owned(sentence, token)
        elif token.lower == "ultimatum":
            giver = _giver(sentence, token)
            found = Trigger(
                sentence,
                token.start,
                token.end,
                "ultimatum",
                giver.i if giver is not None else None,
                rule="noun-ultimatum",
                score=0.6,
                object=chars(sentence, (token.i + 1, sentence.edges[token.i][1] + 1)),
            )
        elif token.lemma == "give" and token.is_verb:
            found = _given_until(sentence, token)
        if found is not None:
            yield found


def _giver(sentence: Sentence, token: Token) -> Token | None:
    """'an ultimatum by the sponsors', 'from Kordan': who gives it."""
    by = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence) else token
    giver = sentence.kid(by.i, "pobj") if by.lower in ("by", "from") else None
    verb = sentence.tokens[token.head]
    if giver is None and token.dep == "dobj" and verb.lemma in _ISSUING:
        giver = sentence.subject(verb.i)  # 'the bloc issued an ultimatum'
        giver = None if giver is not None and giver.virtual else giver
    return giver if giver is not None and not is_thing(giver) else None


_ISSUING = frozenset("issue give deliver send extend renew set present serve hand".split())


_GIVEN_UP = frozenset(
    "demand objection opposition precondition insistence threat veto claim resistance".split()
)
_DROP = frozenset("drop withdraw abandon waive lift shelve".split())


def _dropped(sentence: Sentence, token: Token) -> Trigger | None:
    """'has dropped its demand for', 'withdrew their objections': a stance given up."""
    verb = sentence.tokens[token.head]
    subject = sentence.subject(verb.i)
    if token.lemma not in _GIVEN_UP or token.dep != "dobj" or verb.lemma not in _DROP:
        return None
    if subject is None or subject.virtual or negated(sentence, verb):
        return None
    after = (token.i + 1, sentence.edges[token.i][1] + 1)
    return Trigger(
        sentence,
        sentence.tokens[group_start(sentence, verb)].start,
        token.end,
        "concede",
        subject.i,
        chars(sentence, after) if after[0] < after[1] else None,
        rule="noun-dropped",
        score=0.8,
    )


_STANCE_NOUNS = {
    "proposal": "propose",
    "counter-proposal": "propose",
    "offer": "propose",
    "suggestion": "propose",
    "concession": "concede",
    "insistence": "demand",
    "recommendation": "propose",
    "demand": "demand",
    "request": "demand",
    "appeal": "demand",
    "plea": "demand",
    "call": "demand",
    "calls": "demand",
    "refusal": "reject",
    "rejection": "reject",
    "denial": "reject",
    "withdrawal": "reject",
    "opposition": "reject",
    "objection": "reject",
    "resistance": "reject",
    "boycott": "reject",
    "veto": "reject",
    "acceptance": "accept",
    "threat": "threaten",
    "warning": "threaten",
    "accusation": "accuse",
    "allegation": "accuse",
    "charge": "accuse",
    "criticism": "disapprove",
    "condemnation": "disapprove",
    "support": "support",
    "backing": "support",
}
_NEEDS = {
    "call": ("for",),
    "withdrawal": ("from",),
    "opposition": ("to",),
    "objection": ("to",),
    "resistance": ("to",),
    "boycott": ("of",),
    "support": ("for",),
    "backing": ("for",),
    "denial": ("of",),
    "charge": ("that", "of"),
    "accusation": ("that", "of"),
    "appeal": ("for", "to"),
    "request": ("for", "that", "to"),
    "insistence": ("on", "that"),
    "warning": ("of", "on", "that", "to", "against", "about"),
}
"""Nouns that take a stance only with one of these after them, where a pronoun or a name owns them."""


def _owned(sentence: Sentence, token: Token) -> Trigger | None:
    """'Russia's offer', 'a threat by the rebels', 'its support for', 'a U.S. warning': whose it is."""
    stance = _STANCE_NOUNS.get(token.lemma)
    if stance is None:
        return None
    return (
        _by_owner(sentence, token, stance)
        or _by_giver(sentence, token, stance)
        or _by_compound(sentence, token, stance)
    )


def _by_owner(sentence: Sentence, token: Token, stance: str) -> Trigger | None:
    owner = sentence.kid(token.i, "poss")
    if token.lemma in ("concession", "suggestion"):
        return None
    if token.lemma == "warning" and sentence.next_word(token.i) == "of":
        ahead = sentence.tokens[token.i + 2 : token.i + 5]
        if not any(t.lemma in _REVENGE for t in ahead):
            return None  # 'the agency's warning of heavy rain'
    if owner is None or owner.lower in ("my", "our", "your", "whose"):
        return None
    needs = None if token.lemma == "objection" and owner.tag != "PRP$" else _NEEDS.get(token.lemma)
    after = sentence.next_word(token.i)
    charges = stance == "accuse" and (token.lemma != "accusation" or owner.tag == "PRP$")
    if (needs is not None and after not in needs) or charges or token.lemma == "veto":
        return None
    if token.lemma == "acceptance" and after != "of":
        return None
    if (
        stance == "propose"
        and after not in ("to", "of", "for", "that")
        and sentence.tokens[token.head].lower != "under"
        and not _spelt_out(sentence, token)
    ):
        return None
    if stance == "support" and sentence.tokens[token.head].lemma not in _DECLARING:
        return None
    if token.lemma == "withdrawal" and owner.tag != "PRP$":
        return None
    bearer = owner
    if token.lemma == "withdrawal" and token.dep == "dobj":
        announcing = sentence.subject(token.head)  # 'the parties announced their withdrawal from'
        bearer = announcing if announcing is not None and not announcing.virtual else owner
    stands = stance == "propose" and token.dep == "nsubj" and after in ("to", "of")
    if owner.tag == "PRP$" and needs is None and token.lemma not in _OWN_ACTS and not stands:
        return None
    first = sentence.tokens[sentence.edges[owner.i][0]] if owner.tag != "PRP$" else owner
    return Trigger(sentence, first.start, token.end, stance, bearer.i, rule="noun-owner", score=0.6)


_REVENGE = frozenset("retaliation reprisal consequence sanction action response war".split())


def _spelt_out(sentence: Sentence, token: Token) -> bool:
    """'Zelaya's proposal would let Congress decide': a proposal of which the text tells what it is."""
    verb = sentence.tokens[token.head]
    return token.dep in ("nsubj", "nsubjpass") and any(
        k.lower in ("would", "will") for k in sentence.kids(verb.i, "aux")
    )


_DECLARING = frozenset("express stress reiterate reaffirm voice pledge declare renew".split())
_OWN_ACTS = frozenset("refusal rejection".split())


def _by_giver(sentence: Sentence, token: Token, stance: str) -> Trigger | None:
    by = next((k for k in sentence.kids(token.i, "prep") if k.lower in ("by", "from")), None)
    if by is None and token.lemma in ("resistance", "opposition", "objection", "refusal"):
        by = next((k for k in sentence.kids(token.i, "prep") if k.lower == "of"), None)
    giver = sentence.kid(by.i, "pobj") if by is not None else None
    verb = sentence.tokens[token.head]
    if giver is None and token.dep == "dobj" and sentence.next_word(token.i) == "by":
        by = sentence.tokens[token.i + 1]  # 'turned down an offer by four groups', hung to the verb
        giver = sentence.kid(by.i, "pobj")
        if giver is not None and (giver.entity in ("DATE", "TIME") or not can_speak(giver)):
            return None
    if giver is None and token.dep == "nsubjpass" and verb.lemma in ("make", "put", "table"):
        by = sentence.kid(verb.i, "agent")  # 'the offer was made by the rebels'
        giver = sentence.kid(by.i, "pobj") if by is not None else None
    if giver is None and token.dep == "dobj":  # 'drew criticism from the unions'
        by = next((k for k in sentence.kids(token.head, "prep") if k.lower == "from"), None)
        giver = sentence.kid(by.i, "pobj") if by is not None and by.i == token.i + 1 else None
    if giver is None or by is None or (is_thing(giver) and giver.entity != "GPE"):
        return None
    supposed = token.dep == "nsubj" and verb.is_verb and verb.i > token.i
    if supposed and any(k.lower in _SUPPOSING for k in sentence.kids(verb.i, "aux")):
        return None  # 'A refusal by the smaller party would leave'
    if (
        token.lemma == "withdrawal"
        or stance == "support"
        or (token.lemma == "concession" and by.lower != "by")
    ):
        return None
    before = sentence.tokens[token.i - 1].lower if token.i else ""
    if sentence.tokens[token.head].lemma == "withdraw" or before in ("phone", "telephone"):
        return None  # 'withdrew support from the coalition', 'a phone call from the envoy'
    low = sentence.edges[token.i][0]
    low = max(low, token.i - 1) if sentence.tokens[token.i - 1].tag == "DT" else token.i
    start = sentence.tokens[low].start
    end = by.end if by.i == token.i + 1 or by.dep != "agent" else verb.end
    return Trigger(sentence, start, end, stance, giver.i, rule="noun-by", score=0.6)


_SUPPOSING = frozenset("would could might".split())


def _by_compound(sentence: Sentence, token: Token, stance: str) -> Trigger | None:
    """'opposition calls for a re-run', 'a U.S. warning on Darfur'."""
    needs = _NEEDS.get(token.lemma, ("for", "to", "that"))
    needs = (*needs, "to") if token.lower == "calls" else needs
    after = sentence.next_word(token.i)
    loose = token.lemma in ("suggestion", "concession") or (token.lemma, after) == ("warning", "of")
    fresh = token.tag == "NN" and any(k.lower in ("a", "an") for k in sentence.kids(token.i, "det"))
    denied = any(
        g.lemma == "deny" or (g.is_verb and negated(sentence, g))
        for g in sentence.ancestors(token.i)
    )
    met = (
        fresh
        and not denied
        and stance in ("propose", "demand")
        and token.lemma not in ("call", "appeal")
    )
    if (after not in needs and not met) or stance == "support" or loose:
        return None  # 'US suggestions that', 'Chinese warnings of'
    if sentence.words(token.i + 1, token.i + 3).lower() in ("for comment", "for comments"):
        return None
    owner = sentence.kid(token.i, "compound") or _adjective(sentence, token)
    if owner is None or not (owner.entity in ("GPE", "ORG", "NORP") or can_speak(owner)):
        return None
    first = sentence.tokens[sentence.edges[owner.i][0]]
    return Trigger(
        sentence, first.start, token.end, stance, owner.i, rule="noun-compound", score=0.55
    )


def _adjective(sentence: Sentence, token: Token) -> Token | None:
    """'a German proposal': whose it is by nation."""
    return next((k for k in sentence.kids(token.i, "amod") if k.entity == "NORP"), None)


def _accusing(sentence: Sentence, token: Token) -> Trigger | None:
    """'“a blatant violation”': a noun with which a speaker accuses."""
    told = sentence.within is not None or is_reported(sentence, token)
    if not told or _denied(sentence, token) or not _charged(sentence, token):
        return None
    low = token.i
    while (
        low > 0
        and sentence.tokens[low - 1].tag in ("JJ", "RB")
        and sentence.tokens[low - 1].head in (token.i, low)
    ):
        low -= 1
    return Trigger(
        sentence,
        sentence.tokens[low].start,
        token.end,
        "accuse",
        None,
        speaker_holds=True,
        rule="noun-accusing",
        object=chars(sentence, (sentence.edges[token.i][0], sentence.edges[token.i][1] + 1)),
        score=0.5,
    )


def _charged(sentence: Sentence, token: Token) -> bool:
    """'the regime's denial of access', 'is a blatant violation': charged to somebody, or the predicate."""
    return (
        token.dep in ("attr", "oprd", "ROOT")
        or any(not k.tag.startswith("PRP") for k in sentence.kids(token.i, "poss"))
        or sentence.tokens[token.head].lemma in ("constitute", "call", "be")
        or sentence.tokens[sentence.tokens[token.head].head].lemma == "amount"
        or (token.dep == "dobj" and sentence.tokens[token.head].lemma in _COMMITTED)
    )


_COMMITTED = frozenset("commit perpetrate make conduct practise practice unleash".split())


def _denied(sentence: Sentence, token: Token) -> bool:
    determiner = sentence.kid(token.i, "det", "neg")
    return determiner is not None and determiner.lower == "no"


def _given_until(sentence: Sentence, token: Token) -> Trigger | None:
    stop = next(
        (t.i for t in sentence.tokens[token.i : token.i + 14] if t.lower in ("until", "till")), None
    )
    if stop is None:
        days = re.search(
            r"\b(?:hours|days|weeks|a week|one (?:hour|day|week|month))\s+to\b",
            sentence.words(token.i, token.i + 14).lower(),
        )
        stop = token.i + 2 if days else None
    subject = sentence.subject(token.i)
    by = sentence.kid(token.i, "agent")
    if subject is not None and subject.dep == "nsubjpass" and by is not None:
        subject = sentence.kid(by.i, "pobj")  # 'have been given until Friday by the council'
    if stop is None or subject is None or subject.virtual or subject.dep == "nsubjpass":
        return None
    if subject.lower in ("ultimatum", "deadline", "order"):
        subject = sentence.kid(subject.i, "poss", "compound") or subject
    low = group_start(sentence, token)
    condition = chars(sentence, (stop, min(stop + 3, len(sentence))))
    return Trigger(
        sentence,
        sentence.tokens[low].start,
        token.end,
        "ultimatum",
        subject.i,
        None,
        condition,
        rule="given-until",
        score=0.85,
    )
