"""What time rules know while they read: the day of publication, tense, the last day named."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reading.english import calendar as words
from goodoffices.reading.english.cues import REPORTING
from goodoffices.reading.grammar.syntax import Sentence, Token

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: code points, TIMEX3 type, value and mod, and the rule that found it."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None
    rule: str
    score: float = 0.9


@dataclass
class Clock:
    """What the rules know while they read: publication day, sentences, the last day named."""

    published: Day | None
    sentences: Sequence[Sentence] = ()
    last: Day | None = None
    named: str | None = None
    """The last year or month named after ``last``: '2012', '2012-07'."""
    named_at: int = -1

    def note(self, found: Found) -> None:
        """Remember the day, month or year just read: what 'later' and 'the following' count from."""
        if found.type != "DATE" or not re.fullmatch(r"\d{4}(-\d\d){0,2}", found.value):
            return
        if len(found.value) == 10:
            self.last, self.named = Day.fromisoformat(found.value), None
        else:
            self.named, self.named_at = found.value, found.end

    def sentence_at(self, at: int) -> Sentence | None:
        """Return the innermost sentence around a character."""
        best: Sentence | None = None
        for sentence in self.sentences:
            if sentence.start <= at < sentence.end and (
                best is None or sentence.end - sentence.start <= best.end - best.start
            ):
                best = sentence
        return best

    def looks_ahead(self, start: int, end: int, text: str) -> bool:
        """Tell whether the clause around a time speaks of the future."""
        before = text[max(0, start - 28) : start].lower().split()
        tail = [w.strip(',."“”') for w in before[-3:]]
        bound = (tail and tail[-1] in ("until", "till", "by")) or tail[-2:-1] in (
            ["until"],
            ["till"],
        )
        if bound:
            return not self._lasted(start, by=tail[-1] == "by")
        if tail[-2:] == ["ahead", "of"] or tail == ["as", "soon", "as"]:
            return True
        if planned(tail) or _PUT_OFF.search(text, max(0, start - 60), start):
            return True
        if re.match(r"['’]s\b", text[end : end + 2]):
            if set(tail) & {"before", "for"}:
                return not self.is_past(start)
            return bool(set(tail) & {"ahead", "upcoming", "until"})
        called = _CALLED.search(text, max(0, start - 70), start)
        if called and not self.is_past(start):
            return True  # 'has called a meeting for Tuesday'
        if (tail and tail[-1] in words.PAST_CUES) or any(
            w in REPORTING or w in ("said", "told", "says") for w in tail[-2:]
        ):
            return False
        following = text[end : end + 20].lower()
        if re.match(r"\s+(?:deadline|night deadline)", following):
            return True
        token, sentence = self._token(start)
        if token is None or sentence is None:
            return False
        if "before" in tail[-2:]:
            return not self.is_past(start)
        return _verb_looks_ahead(sentence, token)

    def _lasted(self, start: int, by: bool) -> bool:
        """'had not called him a suspect until Thursday': over by now; 'gave them until Friday' is not."""
        token, sentence = self._token(start)
        if token is None or sentence is None or not self.is_past(start):
            return False
        verb = next((g for g in sentence.ancestors(token.i) if g.is_verb), None)
        if verb is not None and by and any(k.lower == "had" for k in sentence.kids(verb.i, "aux")):
            return True  # 'by Sunday all had left'
        return verb is not None and verb.lemma not in _GRANTED

    def is_past(self, start: int) -> bool:
        """Tell whether a plain past tense governs the time."""
        token, sentence = self._token(start)
        if token is None or sentence is None:
            return False
        for governor in sentence.ancestors(token.i):
            if governor.is_verb and governor.dep != "amod":
                return governor.tag == "VBD" or (
                    governor.tag == "VBN"
                    and any(
                        k.lower in ("was", "were", "had")
                        for k in sentence.kids(governor.i, "aux", "auxpass")
                    )
                )
        return False

    def _token(self, at: int) -> tuple[Token | None, Sentence | None]:
        sentence = self.sentence_at(at)
        if sentence is None:
            return None, None
        return next(
            (t for t in sentence.tokens if t.start <= at < t.end and not t.virtual), None
        ), sentence


def planned(tail: Sequence[str]) -> bool:
    """Tell whether words before a time set it: 'scheduled for', 'put off to', 'due on'."""
    if tail[-2:-1] == ["off"] and tail[-3:-2] != ["put"]:
        return False  # 'broke off on Monday'
    return tail[-1:] != [] and tail[-1] in ("to", "for", "on") and bool({*tail[-3:-1]} & _SET)


_SET = frozenset(
    "off moved postponed delayed rescheduled scheduled planned set due slated adjourned".split()
)
_PUT_OFF = re.compile(
    r"\b(?:moved|postponed|delayed|rescheduled|put off|put back|pushed back|brought forward)"
    r" from [^.;]*\bto\s+$"
)
_CALLED = re.compile(
    r"\b(?:meetings?|talks|session|summit|vote|elections?|strike|rally|hearing|conference|polls?|call(?:s|ed)?|"
    r"plan(?:s|ned)?|set|summoned|convened|announced|invited)\b[^.;:,!?]{0,50}\bfor\s+$"
)
_UNREACHED = frozenset("reach locate contact confirm verify find determine".split())
_GRANTED = frozenset(
    "give have extend set allow grant postpone delay adjourn put suspend leave".split()
)
_PLANNED = frozenset("plan schedule arrange hope anticipate slate".split())
_MODALS = frozenset("will 'll would shall may might could should must wo can".split())
_TOLD_OF_THE_PAST = frozenset("fail manage use refuse begin start help continue decline".split())
_SCHEDULED = frozenset("begin start resume open meet expire take end leave be run".split())


def _verb_looks_ahead(sentence: Sentence, token: Token) -> bool:
    for governor in sentence.ancestors(token.i):
        if governor.dep == "pobj" or not (governor.is_verb or governor.tag == "MD"):
            if governor.lower in ("deadline", "schedule"):
                return True
            continue
        auxiliaries = {k.lower for k in sentence.kids(governor.i, "aux")}
        passive = {k.lower for k in sentence.kids(governor.i, "auxpass")}
        if governor.lemma == "expect" and passive & {"is", "are"}:
            return True
        if passive & {"was", "were"} and not auxiliaries and governor.lemma not in _PLANNED:
            return False  # 'was held in June; the next one will be'
        if governor.tag == "VBN" and governor.dep == "acl":
            return False  # 'the decision, announced Wednesday'
        if "could" in auxiliaries and governor.lemma in _UNREACHED:
            return False
        if auxiliaries & _MODALS:
            return not auxiliaries & {"have"} or "will" in auxiliaries
        if "to" in auxiliaries or (
            governor.tag == "VB" and governor.dep in ("xcomp", "advcl", "acl")
        ):
            ruler = sentence.tokens[governor.head]
            if governor.dep == "advcl" and ruler.tag == "VBD":
                return False  # 'travelled to Geneva to meet them on Friday'
            return ruler.lemma not in _TOLD_OF_THE_PAST
        if governor.lemma in _PLANNED:
            return True
        if auxiliaries & {"have", "has", "had"} or governor.tag == "VBD":
            return False
        present = governor.tag in ("VBZ", "VBP") or (
            governor.tag == "VB" and governor.dep in ("ROOT", "conj")  # so the small model tags it
        )
        if present and governor.lemma not in REPORTING:
            polls = governor.lemma == "go" and any("polls" in k.lower for k in sentence.tokens)
            return (
                polls or governor.dep in ("advcl", "ccomp", "relcl") or governor.lemma in _SCHEDULED
            )
        if governor.tag == "VBG":
            progressive = any(
                k.lemma == "be" and k.lower in ("is", "are", "'s", "'re")
                for k in sentence.kids(governor.i, "aux")
            )
            if progressive:
                return True
            if governor.dep in ("pcomp", "advcl") and governor.i < token.i:
                continue
    return False
