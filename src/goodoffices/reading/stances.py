"""Positions: who demands, offers, accepts or refuses what, in the reporter's words or in speech.

A trigger is a verb group ("will not accept", "has demanded"), a set phrase, or a judgement. Negation
turns acceptance into rejection; 'only if', 'unless' and 'until' make conditions; a deadline with a
consequence makes an ultimatum. Triggers that another's demand governs are not the holder's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.reading.cues import is_conditional
from goodoffices.reading.english import roles
from goodoffices.reading.english import stances as words
from goodoffices.reading.syntax import FINITE, Sentence, Token

Range = tuple[int, int]
_AUX = ("aux", "auxpass", "neg")
_HOLDS_INFINITIVE = frozenset(
    "refuse agree decline continue vow threaten promise decide vote pledge plan expect seek "
    "ready willing prepared have begin start use try intend go offer be move act".split()
)
_PHRASES = [(re.compile(pattern, re.IGNORECASE), stance) for pattern, stance in words.PHRASES]


@dataclass
class Trigger:
    """A stance found in a sentence; ranges are code points, ``holder`` a token index or None."""

    sentence: Sentence
    start: int
    end: int
    stance: str
    holder: int | None
    object: Range | None = None
    condition: Range | None = None
    target: int | None = None
    consequence: Range | None = None
    speaker_holds: bool = False
    rule: str = "verb"
    score: float = 0.7


def find_triggers(sentences: Sequence[Sentence], text: str) -> list[Trigger]:
    """Return the stances of all sentences in text order, one per trigger."""
    result: list[Trigger] = []
    for sentence in sentences:
        if sentence.headline or not sentence.tokens:
            continue
        found = [
            *_phrases(sentence, text),
            *_verbs(sentence),
            *_modals(sentence),
            *_judgements(sentence),
            *_nouns(sentence),
        ]
        result.extend(_apart(found))
    return sorted(result, key=lambda t: (t.start, t.end))


def _apart(found: list[Trigger]) -> list[Trigger]:
    """Where two triggers share words the better one stays."""
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda t: (-t.score, t.start)):
        if all(trigger.end <= other.start or other.end <= trigger.start for other in kept):
            kept.append(trigger)
    return kept


# -- verbs ---------------------------------------------------------------------------------------


def _verbs(sentence: Sentence) -> Iterator[Trigger]:
    for token in sentence.tokens:
        if token.virtual or not token.is_verb:
            continue
        found = _verb_stance(sentence, token)
        if found is None:
            continue
        stance, last, score = found
        negated = _negated(sentence, token)
        if negated:
            turned = _turned(stance)
            if turned is None:
                continue
            stance = turned
        if not _own(sentence, token):
            continue
        yield from _built(sentence, token, stance, last, score)


def _verb_stance(sentence: Sentence, token: Token) -> tuple[str, int, float] | None:
    """Stance of a verb with its particle, index of its last token, score."""
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence) else None
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


def _checked(sentence: Sentence, token: Token, stance: str) -> tuple[str, int, float] | None:
    """Verbs that take a stance only with the right company."""
    lemma = token.lemma
    objects = list(sentence.kids(token.i, "dobj", "ccomp", "xcomp", "oprd"))
    if lemma == "want":
        return (stance, token.i, 0.7) if _wants_other(sentence, token) else None
    if lemma == "ask":
        return (
            (stance, token.i, 0.6)
            if any(
                k.dep == "ccomp" and sentence.tokens[sentence.edges[k.i][0]].lower == "that"
                for k in objects
            )
            else None
        )
    if lemma in ("offer", "propose") and any(k.lemma in _NO_OFFER for k in objects):
        return None
    if lemma in ("back", "support") and (
        token.dep == "relcl" or any(g.dep == "relcl" for g in sentence.ancestors(token.i))
    ):
        return None
    if lemma == "echo":
        call = next((k for k in objects if k.lemma in ("call", "demand", "appeal")), None)
        return (stance, call.i, 0.8) if call is not None else None
    if lemma in ("pledge", "promise", "commit", "undertake", "extend"):
        if lemma == "extend" and not any(
            k.lemma
            in ("truce", "ceasefire", "cease-fire", "fire", "deadline", "mandate", "pause", "deal")
            for k in objects
        ):
            return None
        return stance, token.i, 0.6
    if lemma in ("vow", "swear"):
        act = sentence.kid(token.i, "xcomp")
        if act is None and sentence.kid(token.i, "ccomp") is not None:
            return None
        return (stance, act.i if act is not None and act.i - token.i <= 3 else token.i, 0.6)
    if lemma in (
        "decline",
        "object",
        "stop",
        "block",
        "freeze",
        "cancel",
        "scrap",
        "abandon",
        "quit",
        "press",
        "require",
    ):
        if lemma == "decline" and any(
            k.lemma
            in (
                "comment",
                "say",
                "elaborate",
                "give",
                "name",
                "be",
                "confirm",
                "identify",
                "discuss",
                "answer",
                "speak",
            )
            for k in objects
        ):
            return None
        return (stance, token.i, 0.55) if objects else None
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
    if lemma == "agree" and token.tag == "VBN" and token.dep in ("amod", "advmod"):
        return None
    if lemma == "refuse" and any(
        k.lemma in ("comment", "say", "elaborate", "name", "identify") for k in objects
    ):
        return None
    return stance, token.i, 0.75


_NO_OFFER = frozenset(
    (
        "hope condolence condolences chance prospect detail details glimpse evidence explanation "
        "insight comment"
    ).split()
)


def _wants_other(sentence: Sentence, token: Token) -> bool:
    clause = sentence.kid(token.i, "ccomp", "xcomp")
    if clause is not None:
        return (
            sentence.kid(clause.i, "nsubj", "nsubjpass") is not None
            or sentence.kid(token.i, "dobj") is not None
        )
    wanted = sentence.kid(token.i, "dobj")
    return wanted is not None and wanted.tag != "PRP"


def _negated(sentence: Sentence, token: Token) -> bool:
    if any(
        k.i < token.i and (k.dep == "neg" or k.lower in ("never", "not", "n't", "no", "neither"))
        for k in sentence.kids(token.i, "neg", "advmod", "preconj")
    ):
        return True
    subject = sentence.subject(token.i)
    determiner = sentence.kid(subject.i, "det") if subject is not None else None
    if subject is not None and (
        subject.lower in ("neither", "nobody", "none")
        or (determiner is not None and determiner.lower in ("no", "neither"))
    ):
        return True
    governor = sentence.tokens[token.head]
    return (
        token.dep == "xcomp"
        and governor.i != token.i
        and any(k.dep == "neg" for k in sentence.kids(governor.i, "neg"))
        and governor.lemma in ("go", "be", "willing", "ready", "prepared", "want", "intend", "plan")
    )


def _turned(stance: str) -> str | None:
    return {
        "accept": "reject",
        "support": "reject",
        "provisionally_accept": "reject",
        "concede": "reject",
    }.get(stance)


def _doubted(sentence: Sentence, token: Token) -> bool:
    """'Analysts doubted that either side was ready': what is doubted is nobody's stance."""
    return any(g.lemma in ("doubt", "question", "wonder") for g in sentence.ancestors(token.i))


def _own(sentence: Sentence, token: Token) -> bool:
    """Whether the verb states its subject's stance: not a noun's modifier, not another's demand."""
    if token.dep in ("amod", "compound") or (
        token.tag == "VBG" and token.dep in ("pobj", "pcomp", "csubj", "dobj", "nsubj")
    ):
        return False
    if token.tag == "VBN" and token.dep == "acl":
        return False
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
    if (token.tag == "VBG" and token.dep == "xcomp") or _doubted(sentence, token):
        return False
    infinitive = any(k.lower == "to" for k in sentence.kids(token.i, "aux"))
    if infinitive:
        governor = sentence.tokens[token.head]
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
    return not modals & {"should", "must", "ought", "might", "may"}


def _built(
    sentence: Sentence, token: Token, stance: str, last: int, score: float
) -> Iterator[Trigger]:
    passive = sentence.kid(token.i, "auxpass") is not None
    holder: Token | None
    if passive:
        agent = sentence.kid(token.i, "agent")
        holder = sentence.kid(agent.i, "pobj") if agent is not None else None
        if holder is None:
            return
    else:
        holder = sentence.subject(token.i) or _gerund_subject(sentence, token)
        if holder is not None and holder.lower in ("who", "which", "that"):
            relative = next(
                (g for g in (token, *sentence.ancestors(token.i)) if g.dep == "relcl"), None
            )
            holder = sentence.tokens[relative.head] if relative is not None else None
        if holder is None or holder.virtual:
            return
    if holder.lemma in words.NO_STANCE_SUBJECTS and holder.tag != "PRP" and stance != "demand":
        return
    if holder.lemma in words.NO_STANCE_SUBJECTS - {"it", "that", "who", "which"}:
        return
    low = _group_start(sentence, token)
    if stance == "accept" and _qualified(sentence, token):
        stance = "provisionally_accept"
    condition = _condition(sentence, token)
    if (
        stance in ("accept",)
        and condition is not None
        and sentence.tokens[condition[0]].lower in ("only", "if", "provided")
    ):
        stance = "condition"
    obj, target = _object(sentence, token, last, stance)
    trigger = Trigger(
        sentence,
        sentence.tokens[low].start,
        sentence.tokens[max(last, token.i)].end,
        stance,
        holder.i,
        _chars(sentence, obj),
        _chars(sentence, condition),
        target,
        rule=f"verb-{token.lemma}",
        score=score,
    )
    yield trigger


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


def _gerund_subject(sentence: Sentence, token: Token) -> Token | None:
    if token.tag != "VBG":
        return None
    for governor in sentence.ancestors(token.i):
        subject = sentence.subject(governor.i)
        if subject is not None:
            return subject
    return None


def _group_start(sentence: Sentence, token: Token) -> int:
    """First token of the verb group: auxiliaries, negation, an adverb before the verb."""
    low = token.i
    marks = {k.i for k in sentence.kids(token.i, *_AUX) if k.i < token.i}
    marks |= {
        k.i
        for k in sentence.kids(token.i, "advmod")
        if k.i < token.i
        and k.tag == "RB"
        and (k.lower.endswith("ly") or k.lower in ("never", "not", "also"))
    }
    while low - 1 in marks:
        low -= 1
    return low


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


def _object(
    sentence: Sentence, token: Token, last: int, stance: str
) -> tuple[Range | None, int | None]:
    target: int | None = None
    if stance in ("accuse", "demand", "propose", "ultimatum"):
        addressee = sentence.kid(token.i, "dobj", "dative")
        if addressee is not None and (addressee.is_name or addressee.tag in ("NN", "NNS")):
            target = addressee.i
    kids = [
        k
        for k in sentence.kids(
            token.i, "dobj", "ccomp", "xcomp", "prep", "oprd", "pobj", "attr", "advcl"
        )
        if k.i > token.i
    ]
    if not kids:
        passive = sentence.kid(token.i, "nsubjpass")
        if passive is not None:
            return (sentence.edges[passive.i][0], sentence.edges[passive.i][1] + 1), target
        return None, target
    low = max(last + 1, min(sentence.edges[k.i][0] for k in kids))
    high = max(sentence.edges[k.i][1] for k in kids) + 1
    for conj in sentence.kids(token.i, "conj", "cc"):
        if conj.i > token.i:
            high = min(high, max(low, sentence.edges[conj.i][0]))
    return (low, high) if low < high else None, target


def _condition(sentence: Sentence, token: Token) -> Range | None:
    for clause in sentence.kids(token.i, "advcl", "prep"):
        low, high = sentence.edges[clause.i]
        start = sentence.words(low, low + 3).lower()
        for opener in words.CONDITIONS:
            if start.startswith(opener):
                if clause.dep == "prep" and opener not in ("without", "until"):
                    continue
                if low and sentence.tokens[low - 1].lower == "only":
                    low -= 1
                return low, high + 1
    return None


def _chars(sentence: Sentence, span: Range | None) -> Range | None:
    if span is None:
        return None
    low, high = sentence.trimmed(*span)
    if low >= high:
        return None
    start, end = sentence.tokens[low].start, sentence.tokens[high - 1].end
    return (start, end) if start < end else None


# -- phrases, modals, judgements, nouns ----------------------------------------------------------


def _phrases(sentence: Sentence, text: str) -> Iterator[Trigger]:
    for pattern, stance in _PHRASES:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            first = sentence.find(lambda t, m=match: t.start >= m.start() and not t.virtual)  # type: ignore[misc]
            if first is None or sentence.tokens[first].start >= match.end():
                continue
            low = first
            while low > 0 and sentence.tokens[low - 1].lower in (
                "has",
                "have",
                "had",
                "would",
                "will",
            ):
                low -= 1
            verb = next(
                (
                    t
                    for t in sentence.tokens[first:]
                    if t.start < match.end() and (t.is_verb or t.tag == "MD")
                ),
                sentence.tokens[first],
            )
            if (
                is_conditional(sentence, verb)
                or _doubted(sentence, verb)
                or (_negated(sentence, verb) and stance != "reject")
            ):
                continue
            subject = sentence.subject(verb.i) or sentence.subject(verb.head)
            personal = (
                subject is not None
                and subject.lower not in ("there", "time", "moment", "that", "it", "this")
                and stance != "constraint"
            )
            if match.group().lower().startswith("in principle"):
                continue
            yield Trigger(
                sentence,
                sentence.tokens[low].start,
                match.end(),
                stance,
                subject.i if personal and subject is not None else None,
                _after(sentence, match.end()),
                speaker_holds=not personal,
                rule="phrase",
                score=0.85,
            )


def _after(sentence: Sentence, at: int) -> Range | None:
    low = sentence.find(lambda t: t.start >= at)
    if low is None:
        return None
    high = low
    while high < len(sentence) and sentence.tokens[high].tag not in (",", ".", "CC"):
        high += 1
    return _chars(sentence, (low, high))


def _modals(sentence: Sentence) -> Iterator[Trigger]:
    """'must leave', 'should provide', 'will not accept', 'cannot impose', 'would attack if'."""
    for token in sentence.tokens:
        if not token.is_verb or token.virtual:
            continue
        modals = [k for k in sentence.kids(token.i, "aux") if k.tag == "MD" and k.i < token.i]
        if not modals or any(k.lower == "have" for k in sentence.kids(token.i, "aux")):
            continue
        found = _modal_stance(sentence, token, modals[0])
        if found is not None:
            yield found


def _modal_stance(sentence: Sentence, token: Token, modal: Token) -> Trigger | None:
    subject = sentence.subject(token.i)
    if subject is None or subject.virtual:
        return None
    negated = _negated(sentence, token)
    conditional = any(
        k.lower in ("if", "whether", "unless", "when")
        for k in sentence.kids(token.i, "mark", "advmod")
        if k.i < token.i
    )
    start, end = modal.start, token.end
    if modal.lower in ("must", "should") and not conditional:
        reported = sentence.within is not None or _reported(sentence, token)
        if not reported or (
            subject.lower in ("i", "we", "it", "there", "this", "that", "you", "one")
            and subject.tag in ("PRP", "EX", "DT")
            and subject.lower not in ("it",)
        ):
            return None
        return Trigger(
            sentence,
            start,
            end,
            "demand",
            None,
            _chars(sentence, _object(sentence, token, token.i, "demand")[0]),
            None,
            subject.i,
            speaker_holds=True,
            rule=f"modal-{modal.lower}",
            score=0.6,
        )
    condition = _condition(sentence, token)
    if negated and modal.lower in ("will", "would", "wo", "can", "could", "ca", "shall"):
        able = modal.lower in ("can", "could", "ca")
        refusal = (
            token.lemma in _CANNOT_REFUSES
            if able
            else (words.VERBS.get(token.lemma) == "accept" or token.lemma in words.REFUSABLE)
        )
        if refusal:
            stance = "reject"
            return Trigger(
                sentence,
                start,
                end,
                stance,
                subject.i,
                _chars(sentence, _object(sentence, token, token.i, stance)[0]),
                _chars(sentence, condition),
                rule="modal-refusal",
                score=0.75,
            )
        if able and token.lemma in _POWERLESS:
            return Trigger(
                sentence,
                start,
                end,
                "constraint",
                subject.i,
                _chars(sentence, _object(sentence, token, token.i, "constraint")[0]),
                rule="modal-cannot",
                score=0.6,
            )
        return None
    if (
        not negated
        and modal.lower in ("will", "would", "'ll")
        and sentence.kid(token.i, "auxpass") is None
    ):
        exclusive = _exclusive_condition(sentence, token)
        if exclusive is not None:
            return Trigger(
                sentence,
                start,
                end,
                "condition",
                subject.i if _animate(subject) else None,
                _chars(sentence, _object(sentence, token, token.i, "condition")[0]),
                _chars(sentence, exclusive),
                speaker_holds=not _animate(subject),
                rule="modal-condition",
                score=0.8,
            )
    if condition is None and token.lemma in words.ACTS:
        later = next((k for k in sentence.kids(token.i, "conj") if k.lemma in words.ACTS), None)
        condition = _condition(sentence, later) if later is not None else None
    if token.dep == "conj" and sentence.tokens[token.head].lemma in words.ACTS:
        return None
    if sentence.kid(token.i, "auxpass") is not None and subject.lower not in ("they", "we"):
        return None
    if (
        not negated
        and modal.lower in ("will", "would", "'ll")
        and token.lemma in words.ACTS
        and condition is not None
    ):
        words_of = sentence.words(*condition).lower()
        deadline = re.search(
            r"\b(?:within|by|before|hours|days|weeks|until)\b",
            sentence.words(0, len(sentence)).lower(),
        )
        denies = re.search(r"\b(?:not|n't|unless|fails?|refuses?|without)\b", words_of)
        stance = "ultimatum" if denies and deadline else "threaten"
        return Trigger(
            sentence,
            start,
            end,
            stance,
            subject.i,
            None,
            _chars(sentence, condition),
            rule="modal-threat",
            score=0.75,
        )
    return None


_CANNOT_REFUSES = frozenset(
    "accept agree sign allow tolerate recognise recognize support surrender concede".split()
)
_POWERLESS = frozenset("impose force compel guarantee deliver dictate enforce".split())


def _animate(token: Token) -> bool:
    """Whether a subject can hold a stance: a name, a pronoun for people, a body or a role."""
    named = token.entity in ("PERSON", "ORG", "GPE", "NORP")
    return named or token.tag == "PRP" or token.lower in roles.GROUPS or token.lemma in roles.ROLES


def _exclusive_condition(sentence: Sentence, token: Token) -> Range | None:
    """'would return only if', 'would only resume if', 'as soon as': nothing without the condition."""
    only = any(k.lower == "only" for k in sentence.kids(token.i, "advmod"))
    for clause in sentence.kids(token.i, "advcl"):
        low, high = sentence.edges[clause.i]
        start = sentence.words(low, low + 3).lower()
        before = sentence.tokens[low - 1].lower if low else ""
        if start.startswith("only ") or (
            before == "only" and start.startswith(("if", "when", "after", "once"))
        ):
            return low, high + 1
        if (only and start.startswith(("if", "when", "after", "once"))) or start.startswith(
            ("as soon as", "provided", "on condition")
        ):
            return low, high + 1
    return None


def _reported(sentence: Sentence, token: Token) -> bool:
    return any(
        g.lemma
        in (
            "say",
            "tell",
            "add",
            "insist",
            "argue",
            "stress",
            "warn",
            "state",
            "declare",
            "maintain",
            "note",
            "reiterate",
            "claim",
            "emphasize",
            "emphasise",
            "underline",
        )
        for g in sentence.ancestors(token.i)
    )


def _judgements(sentence: Sentence) -> Iterator[Trigger]:
    """'is unacceptable' in speech; 'called the proposal “absurd”'."""
    for token in sentence.tokens:
        stance = words.EVALUATIVE.get(token.lower)
        if stance is None or token.virtual:
            continue
        governor = sentence.tokens[token.head]
        if (
            sentence.within is None
            and not _reported(sentence, token)
            and governor.lemma not in ("call", "describe", "brand", "label")
        ):
            continue
        low = token.i
        while (
            low > 0
            and sentence.tokens[low - 1].tag == "RB"
            and sentence.tokens[low - 1].lower not in ("not", "n't")
        ):
            low -= 1
        if low > 0 and sentence.tokens[low - 1].lower in ("not", "n't", "no"):
            continue
        subject = sentence.subject(governor.i) if governor.is_verb or governor.tag == "MD" else None
        if stance == "disapprove" and subject is not None and subject.lemma in words.PROPOSALS:
            stance = "reject"
        obj = (
            (sentence.edges[subject.i][0], sentence.edges[subject.i][1] + 1)
            if subject is not None
            else None
        )
        yield Trigger(
            sentence,
            sentence.tokens[low].start,
            token.end,
            stance,
            None,
            _chars(sentence, obj),
            speaker_holds=True,
            rule="judgement",
            score=0.6,
        )


def _nouns(sentence: Sentence) -> Iterator[Trigger]:
    """'X's proposal', 'a proposal by X', 'gave X until Friday', 'ultimatum'."""
    for token in sentence.tokens:
        if (
            token.lemma
            in ("proposal", "counter-proposal", "offer", "demand", "refusal", "rejection", "threat")
            and token.is_noun
        ):
            stance = {
                "demand": "demand",
                "refusal": "reject",
                "rejection": "reject",
                "threat": "threaten",
            }.get(token.lemma, "propose")
            owner = sentence.kid(token.i, "poss")
            by = next(
                (k for k in sentence.kids(token.i, "prep") if k.lower in ("by", "from")), None
            )
            giver = sentence.kid(by.i, "pobj") if by is not None else None
            if (
                owner is not None
                and owner.tag != "PRP$"
                and stance in ("propose", "demand", "reject", "threaten")
            ):
                yield Trigger(
                    sentence,
                    sentence.tokens[sentence.edges[owner.i][0]].start,
                    token.end,
                    stance,
                    owner.i,
                    rule="noun-owner",
                    score=0.6,
                )
            elif giver is not None and by is not None:
                low = sentence.edges[token.i][0]
                low = max(low, token.i - 1) if sentence.tokens[token.i - 1].tag == "DT" else token.i
                yield Trigger(
                    sentence,
                    sentence.tokens[low].start,
                    by.end,
                    stance,
                    giver.i,
                    rule="noun-by",
                    score=0.6,
                )
        elif (
            token.lower in words.ACCUSING
            and sentence.within is not None
            and not _denied(sentence, token)
        ):
            low = token.i
            while (
                low > 0
                and sentence.tokens[low - 1].tag in ("JJ", "RB")
                and sentence.tokens[low - 1].head in (token.i, low)
            ):
                low -= 1
            yield Trigger(
                sentence,
                sentence.tokens[low].start,
                token.end,
                "accuse",
                None,
                speaker_holds=True,
                rule="noun-accusing",
                object=_chars(
                    sentence, (sentence.edges[token.i][0], sentence.edges[token.i][1] + 1)
                ),
                score=0.5,
            )
        elif token.lower == "ultimatum":
            yield Trigger(
                sentence,
                token.start,
                token.end,
                "ultimatum",
                None,
                speaker_holds=False,
                rule="noun-ultimatum",
                score=0.6,
                object=_chars(sentence, (token.i + 1, sentence.edges[token.i][1] + 1)),
            )
        elif token.lemma == "give" and token.is_verb:
            found = _given_until(sentence, token)
            if found is not None:
                yield found


def _denied(sentence: Sentence, token: Token) -> bool:
    determiner = sentence.kid(token.i, "det", "neg")
    return determiner is not None and determiner.lower == "no"


def _given_until(sentence: Sentence, token: Token) -> Trigger | None:
    stop = next(
        (t.i for t in sentence.tokens[token.i : token.i + 14] if t.lower in ("until", "till")), None
    )
    if stop is None:
        days = re.search(
            r"\b(?:hours|days|weeks|a week|one week)\s+to\b",
            sentence.words(token.i, token.i + 14).lower(),
        )
        stop = token.i + 2 if days else None
    subject = sentence.subject(token.i)
    if stop is None or subject is None or subject.virtual:
        return None
    low = _group_start(sentence, token)
    condition = _chars(sentence, (stop, min(stop + 3, len(sentence))))
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


def is_finite(sentence: Sentence, i: int) -> bool:
    """Whether token ``i`` is a finite verb."""
    return sentence.tokens[i].tag in FINITE
