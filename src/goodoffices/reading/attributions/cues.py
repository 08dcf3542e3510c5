"""Finding reporting cues in a sentence, and leaving out what reports nothing.

Left out: negated cues ("did not say"), plans and wishes ("is expected to say", "will announce"),
conditions ("if Moscow says"), hearsay passives ("is said to").
"""

from dataclasses import dataclass
from typing import Literal

from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.irrealis import is_conditional, is_negated, is_planned
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token
from goodoffices.reading.grammar.units import title_case
from goodoffices.reading.text.marks import Quote

Form = Literal["finite", "participle", "according", "act"]
_ALWAYS_VERB = frozenset({"said", "says", "told", "tells"})
_BE = frozenset({"be", "get"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at tokens [low, high); ``form`` says how its subject and content are found."""

    low: int
    high: int
    form: Form
    lemma: str
    passive: bool = False

    @property
    def i(self) -> int:
        """Index of the cue's first token."""
        return self.low


def find_cues(sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence from left to right."""
    found = []
    titles = [q for q in sentence.quoted if _is_title(sentence, q)]
    for token in sentence.tokens:
        if token.virtual or any(q.start <= token.start < q.end for q in titles):
            continue
        cue = _according(sentence, token) or _verb_cue(sentence, token)
        if cue is not None:
            found.append(cue)
    return found


def _is_title(sentence: Sentence, quote: Quote) -> bool:
    """'its sequel, “Who Said the Road Would Come?”': what a title says nobody says."""
    return title_case([t.text for t in sentence.tokens if quote.start <= t.start < quote.end])


def _according(sentence: Sentence, token: Token) -> Cue | None:
    if token.lower != "according" or token.i + 2 >= len(sentence):
        return None
    if sentence.tokens[token.i + 1].lower != "to":
        return None
    return Cue(token.i, token.i + 2, "according", "according")


def _verb_cue(sentence: Sentence, token: Token) -> Cue | None:
    if not token.is_verb and token.lower not in _ALWAYS_VERB:
        ends = _ends_quotation(sentence, token)
        return Cue(token.i, token.i + 1, "finite", token.lemma) if ends else None
    dash = sentence.tokens[token.i - 1]
    if token.i and dash.text == "-" and dash.end == token.start:
        return None  # 'domestic-related'
    lemma = cue_lemma(token)
    if token.text == "Said" and _inside_name(sentence, token):
        return None
    granted = lemma in _WITH_THAT and (
        sentence.next_word(token.i) == "that" or (lemma == "hold" and _court_holds(sentence, token))
    )
    clause = sentence.kid(token.i, "ccomp")
    granted = granted and clause is not None and sentence.kid(token.i, "dobj") is None
    if granted and token.tag in ("VBD", "VBZ") and not is_negated(sentence, token):
        return Cue(token.i, token.i + 1, "finite", _WITH_THAT[lemma])
    if (
        lemma not in words.REPORTING
        and lemma not in words.QUOTE_ONLY
        and not _pointed_out(sentence, token)
    ):
        return None
    if _pointed_out(sentence, token):
        lemma = "note"
    following = sentence.next_word(token.i)
    if lemma == "threaten" and following == "that" and token.tag in ("VBD", "VBN", "VBZ"):
        lemma = "declare"
    if lemma == "read" and _document_reads(sentence, token):
        return Cue(token.i, token.i + 1, "finite", "say")
    if lemma in ("accuse", "suspect", "convict") and following == "of":
        return None
    if token.dep == "acl" and sentence.tokens[token.head].lemma in _ASKING:
        return None  # 'in response to a question suggesting that'
    if lemma in ("post", "tweet") and token.dep == "acl":
        return None  # 'said in a statement posted on its website that'
    if (lemma, following) in _OTHERWISE:
        return None
    if (
        lemma in words.QUESTION
        and token.dep == "relcl"
        and token.tag == "VBD"
        and following not in _ASKED
    ):
        return None  # 'papers that the auditor questioned are kept'
    if token.lower == "asked" and following in _ASKED and _set_off_after_noun(sentence, token):
        return None  # 'Noor, asked whether it was open, said'
    if lemma in _BACK and following != "back" and not sentence.gaps:
        return None  # "Police shoot man after 'terror' attack"
    if lemma == "determine" and following != "that":
        return None
    if lemma == "rule" and sentence.kid(token.i, "prt") is not None:
        return None
    if lemma == "continue" and (
        sentence.kid(token.i, "xcomp", "dobj", "prt") is not None or following in _GOING_ON
    ):
        return None
    if token.lower == "said" and token.i == 1 and sentence.tokens[0].lower == "that":
        return None if following == "," else Cue(token.i, token.i + 1, "finite", lemma)
    if is_negated(sentence, token) or is_conditional(sentence, token):
        return None
    if token.i > 0 and sentence.tokens[token.i - 1].virtual:
        later = any(t.lower in _ALWAYS_VERB for t in sentence.tokens[token.i + 1 :])
        if token.tag == "VBN" and token.lower not in _ALWAYS_VERB and later:
            return None  # '“… the little deal” announced in October, said Derek Scissors'
        return Cue(token.i, _particle_end(sentence, token), "finite", lemma)
    helping = sentence.kid(token.i, "auxpass")
    passive = helping is not None and not (lemma == "say" and helping.lower in ("'s", "’s"))
    if token.tag == "VBG" and sentence.tokens[token.i - 1].lower == "worth":
        return None
    if token.tag == "VBG" and not _has_be(sentence, token):
        going_on = token.lower in words.PARTICIPLES or _pointed_out(sentence, token)
        if not going_on and lemma not in words.QUOTE_ONLY:
            return None
        if (
            token.dep
            in (
                "pobj",
                "pcomp",
                "csubj",
                "nsubj",
                "dobj",
                "amod",
                "compound",
            )
            and not _as_saying(sentence, token)
            and not _by_saying(sentence, token)
        ):
            return None
        form: Form = "participle" if going_on else "act"
        return Cue(token.i, _particle_end(sentence, token), form, lemma)
    if is_planned(sentence, token):
        return None
    if passive:
        empty = sentence.kid(token.i, "nsubjpass")
        by = sentence.kid(token.i, "agent")
        if (
            empty is not None
            and empty.lower == "it"
            and by is not None
            and lemma in words.REPORTING
        ):
            return Cue(token.i, token.i + 1, "finite", lemma, passive=True)  # 'it was announced by'
        if lemma in words.ADDRESSED and sentence.kid(token.i, "agent") is not None:
            return Cue(token.i, token.i + 1, "finite", lemma, passive=True)
        if lemma in words.PASSIVE_QUOTE or lemma in ("say", "tell", "ask", "inform"):
            return None
        return Cue(token.i, token.i + 1, "act", lemma, passive=True)
    behind_mark = token.tag == "VBD" and (
        any(at == token.i for at, _ in sentence.gaps) or _closes_clause(sentence, token)
    )
    if token.dep in ("amod", "compound") and token.tag in ("VBN", "VBD") and not behind_mark:
        return None
    apart = token.dep == "advcl" and token.i == 0 and sentence.kid(token.i, "agent") is not None
    if token.tag == "VBN" and (token.dep == "acl" or apart) and token.lower not in _ALWAYS_VERB:
        return Cue(token.i, token.i + 1, "act", lemma, passive=True)
    form = "finite" if lemma in words.REPORTING else "act"
    if lemma == "insist" and _insists_on(sentence, token):
        form = "act"
    if lemma in words.QUESTION and (lemma, following) != ("ask", "for"):
        form = "finite"
    return Cue(token.i, _particle_end(sentence, token), form, lemma)


def _ends_quotation(sentence: Sentence, token: Token) -> bool:
    """'“She is strong,” a voice in the advertisement states.': a verb that the tagger took for a noun."""
    alone = bool(sentence.gaps) and sentence.gaps[-1][0] == 0
    if alone and token.lower == "read" and sentence.tag_at(token.i + 1) in (",", "."):
        return any(t.lemma in words.DOCUMENTS for t in sentence.tokens[: token.i])
    last = all(t.tag in (".", "''") for t in sentence.tokens[token.i + 1 :])
    return alone and last and token.i > 0 and token.tag == "NNS" and token.lower in _NOUN_LIKE


_ASKING = frozenset("question query request".split())
_NOUN_LIKE = frozenset("states notes claims reports remarks".split())
_ASKED = frozenset("whether if about by how why what when where who".split())


def _set_off_after_noun(sentence: Sentence, token: Token) -> bool:
    before = sentence.tokens[max(0, token.i - 2) : token.i]
    return len(before) == 2 and before[1].tag == "," and before[0].is_noun


def _closes_clause(sentence: Sentence, token: Token) -> bool:
    """'The convoy had been stopped, insisted Norway, which': a name behind the cue, a clause before it."""
    named = sentence.tokens[token.head].is_name and token.head == token.i + 1
    comma = token.i > 3 and sentence.tokens[token.i - 1].tag == ","
    return named and comma and any(t.tag in FINITE for t in sentence.tokens[: token.i])


_OTHERWISE = frozenset(
    {
        *(("write", "off"), ("write", "down"), ("contend", "with"), ("contend", "for")),
        *(("relate", "to"), ("reckon", "with"), ("answer", "for")),
    }
)
"""Verbs that report nothing with these: 'writing off donations', 'contending with debt'."""

_WITH_THAT = {"accept": "acknowledge", "hold": "rule"}
"""With 'that' these report: 'accepted that one call was logged', 'held that it was void'."""


def _court_holds(sentence: Sentence, token: Token) -> bool:
    """'The court held, by five votes to four, that': what a court holds it rules."""
    court = sentence.kid(token.i, "nsubj")
    that = sentence.find(lambda t: t.lower == "that", token.i + 1, token.i + 14)
    aside = that is not None and sentence.tokens[that - 1].tag == "," == sentence.tag_at(
        token.i + 1
    )
    return aside and court is not None and court.lemma in _COURTS


_COURTS = frozenset("court judge justice tribunal panel bench chamber".split())
_BACK = frozenset("shoot fire snap".split())
"""With 'back' these answer."""

_GOING_ON = frozenset("on with in for until through to at into".split())
"""After 'continued' these tell that something went on, not that somebody went on speaking."""


def _insists_on(sentence: Sentence, token: Token) -> bool:
    """'had insisted on monitors' says nothing; 'insisted on Monday that' does."""
    after = sentence.tokens[token.i + 1 : token.i + 3]
    return (
        len(after) == 2
        and after[0].lower in ("on", "upon")
        and after[1].entity not in ("DATE", "TIME")
    )


def _inside_name(sentence: Sentence, token: Token) -> bool:
    """'Mohammad Said al-Sahhaf': a given name, between names."""
    around = sentence.tokens[max(0, token.i - 1) : token.i + 2]
    set_off = len(around) == 3 and around[0].tag == "," and around[2].is_name
    if set_off and sentence.tag_at(token.i + 2) == "," and not sentence.headline:
        return True  # 'his spokesman, Said Warsame, dismissed'
    following = around[-1].lower in ("al", "el", "bin", "ibn") or around[-1].is_name
    return len(around) == 3 and around[0].is_name and following and not sentence.headline


def _document_reads(sentence: Sentence, token: Token) -> bool:
    """'…, a statement from the ministry read': what a document reads, it says."""
    subject = sentence.subject(token.i)
    return (
        subject is not None
        and subject.lemma in words.DOCUMENTS
        and token.tag in ("VBD", "VBZ", "VBP")
        and token.dep not in ("acl", "amod")
        and sentence.tokens[token.i - 1].tag != ","
        and sentence.kid(token.i, "dobj") is None
    )


def cue_lemma(token: Token) -> str:
    """Return the base form of a cue word, right even where the tagger erred."""
    return {
        "said": "say",
        "says": "say",
        "told": "tell",
        "tells": "tell",
        "saying": "say",
        "adding": "add",
        "warning": "warn",
    }.get(token.lower, token.lemma)


def _pointed_out(sentence: Sentence, token: Token) -> bool:
    return _particle_end(sentence, token) > token.i + 1


def _particle_end(sentence: Sentence, token: Token) -> int:
    """Index after 'pointed out', 'made it clear', 'let it be known', 'was adamant'."""
    after = sentence.words(token.i + 1, token.i + 4).lower()
    for lemma, words_after in _SET_CUES:
        if token.lemma == lemma and f"{after} ".startswith(words_after + " "):
            return token.i + 1 + len(words_after.split())
    return token.i + 1


_SET_CUES = (
    *(("point", "out"), ("spell", "out"), ("let", "it be known")),
    *(
        ("make", words_after)
        for words_after in ("clear", "it clear", "plain", "it plain", "it known")
    ),
    *(("be", f"{firm} that") for firm in ("adamant", "emphatic", "categorical", "insistent")),
)
"""Verbs that report with these after them; 'that' stays outside."""


def _has_be(sentence: Sentence, token: Token) -> bool:
    return any(
        kid.lemma in _BE or kid.lower in ("'s", "'re", "'m")
        for kid in sentence.kids(token.i, "aux")
    )


def _by_saying(sentence: Sentence, token: Token) -> bool:
    """'responded by saying that', 'footage of her saying': a report all the same."""
    if token.dep not in ("pcomp", "pobj"):
        return False
    clause = sentence.kid(token.i, "ccomp")
    own = sentence.kid(token.i, "nsubj")
    marked = any(
        q.start < sentence.tokens[min(token.i + 1, len(sentence) - 1)].start <= q.start + 2
        for q in sentence.quoted
    )
    before = sentence.tokens[token.i - 1]
    besides = sentence.words(token.i - 3, token.i).lower() == "in addition to" or (
        before.text == "-" and before.start > sentence.tokens[token.i - 2].end
    )  # 'changed his mind on the spot – saying he was'
    return (own is not None and own.i == token.i - 1) or (
        (clause is not None or marked) and (besides or before.lower in _REPORT_AFTER)
    )


_REPORT_AFTER = frozenset("by in while for after from before besides despite".split())


def _as_saying(sentence: Sentence, token: Token) -> bool:
    return token.i > 0 and sentence.tokens[token.i - 1].lower == "as"
