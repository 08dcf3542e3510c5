"""The parser: spaCy and its small English model, given one sentence at a time."""

import bisect
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from goodoffices.reading.grammar.repairs import repair
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.grammar.units import Unit

if TYPE_CHECKING:
    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc

BATCH = 128
_REMEMBERED = (
    200_000  # words whose base form is kept, so that a long run of reports fills no memory
)


def parse(units: Sequence[Unit], nlp: "SpacyLanguage") -> list[Sentence]:
    """Parse all units in batches; a unit without words gives a sentence without tokens."""
    lemmas = _lemmas_of(nlp)
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
                index, self._exceptions, self._rules = (tables.get_table(n) for n in names)
                # the model keeps them as lists, in which every look is a walk
                self._index = {
                    p: frozenset(index.get(p, ())) for p in ("noun", "verb", "adj", "adv")
                }
                self._words = self._index["noun"] | self._index["verb"] | self._index["adj"]

    def of(self, token: Any) -> str:
        """Return the base form of a parser's token, in lower case."""
        if not self.known:
            return str(token.lemma_).lower()
        word, tag = token.lower_, token.tag_
        key = (word, tag)
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            found = self._memory[key] = self._find(word, tag)
        return found

    def common(self, word: str) -> bool:
        """Tell whether the lexicon has a word, or its singular, as a noun, verb or adjective."""
        return self.known and (word in self._words or word.removesuffix("s") in self._words)

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
        index = self._index[part]
        forms = [
            word[: -len(old)] + new for old, new in self._rules.get(part, []) if word.endswith(old)
        ]
        return next((form for form in forms if form in index), forms[0] if forms else word)


@lru_cache(maxsize=4)
def _lemmas_of(nlp: Any) -> _Lemmas:
    """Keep one model's base forms from report to report."""
    return _Lemmas(nlp)


def _sentence(unit: Unit, doc: "Doc", lemmas: "_Lemmas") -> Sentence:
    kept = [t for t in doc if not t.is_space]
    place = {t.i: k for k, t in enumerate(kept)}
    tokens = [_token(unit, t, k, place, lemmas) for k, t in enumerate(kept)]
    repair(tokens)
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
        common=lemmas.common(token.lower_),
    )
