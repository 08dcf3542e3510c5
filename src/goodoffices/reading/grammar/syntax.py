"""Sentences as plain data: tokens with their grammar and where they stand in the stored text.

Rules work on these, not on a parser's objects, so that they can be tested with a few lines and
another parser can serve.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from goodoffices.reading.text.marks import Quote

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(slots=True)
class Token:
    """One word: ``start``/``end`` count code points of the stored text; ``head`` is an index."""

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str = ""
    begins: bool = False
    virtual: bool = False
    common: bool = False  # an English word in small letters, as the model's lexicon has it

    @property
    def is_noun(self) -> bool:
        """Whether this is a common or proper noun."""
        return self.tag.startswith("NN")

    @property
    def is_name(self) -> bool:
        """Whether this is a proper noun."""
        return self.tag.startswith("NNP")

    @property
    def is_verb(self) -> bool:
        """Whether this is a verb form (no modal)."""
        return self.tag.startswith("VB")


def root_of(tokens: Sequence[Token]) -> Token | None:
    """Return the word that heads a sentence's tree."""
    return next((t for t in tokens if t.dep == "ROOT"), None)


@dataclass
class Sentence:
    """A parsed sentence of the report, or of the speech inside ``within``.

    ``gaps`` are the direct quotations taken out before parsing, each with the number of tokens
    that stand before it. ``quoted`` are short quoted pieces left in the sentence.
    """

    tokens: list[Token]
    start: int
    end: int
    paragraph: int
    number: int = 0
    gaps: list[tuple[int, Quote]] = field(default_factory=list)
    quoted: list[Quote] = field(default_factory=list)
    within: Quote | None = None
    headline: bool = False
    said: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def children(self) -> list[list[int]]:
        """Indices of each token's dependents, in order."""
        result: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                result[token.head].append(token.i)
        return result

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last token index of every subtree."""
        result = [(t.i, t.i) for t in self.tokens]
        for token in self.tokens:
            low = high = token.i
            here, steps = token.i, 0
            while steps <= len(self.tokens):
                old = result[here]
                result[here] = (min(old[0], low), max(old[1], high))
                parent = self.tokens[here].head
                if parent == here:
                    break
                here, steps = parent, steps + 1
        return result

    def told_at(self, token: Token) -> bool:
        """Tell whether a word of a reporter's sentence stands in what somebody is told to have said."""
        return any(start <= token.start < end for start, end in self.said)

    def next_word(self, i: int) -> str:
        """Return the word after token ``i`` in small letters; empty at the end."""
        return self.tokens[i + 1].lower if i + 1 < len(self.tokens) else ""

    def tag_at(self, i: int) -> str:
        """Return the tag of token ``i``; empty beyond the end."""
        return self.tokens[i].tag if 0 <= i < len(self.tokens) else ""

    def kids(self, i: int, *deps: str) -> Iterator[Token]:
        """Yield the dependents of token ``i`` with one of these relations."""
        for j in self.children[i]:
            if self.tokens[j].dep in deps:
                yield self.tokens[j]

    def kid(self, i: int, *deps: str) -> Token | None:
        """Return the first dependent of token ``i`` with one of these relations."""
        return next(self.kids(i, *deps), None)

    def subject(self, i: int) -> Token | None:
        """Return the subject of the verb at ``i``: its own, or that of the verb it is joined to."""
        seen = set()
        while i not in seen:
            seen.add(i)
            found = list(self.kids(i, "nsubj", "nsubjpass", "csubj"))
            if found:
                plain = [t for t in found if t.lower not in ("which", "that", "whom")]
                before = [t for t in plain if t.i < i]  # where the tree gives two, the nearer
                return (before[-1:] or plain[:1] or found[:1])[0]
            token = self.tokens[i]
            if token.dep not in ("conj", "xcomp", "aux", "auxpass"):
                return None
            i = self._above_aside(token) if token.dep == "conj" else token.head
        return None

    def _above_aside(self, token: Token) -> int:
        """'condemned a raid in which five were killed and called on': joined to the verb above."""
        joined = self.tokens[token.head]
        if token.tag in ("VBZ", "VBD") and joined.tag == "VB" and self.kid(token.i, "aux") is None:
            same = next((g for g in self.ancestors(joined.i) if g.tag == token.tag), None)
            return (
                same.i if same is not None else token.head
            )  # 'opposes its bid to join and accuses'
        if token.tag != "VBD" or joined.tag != "VBN" or joined.dep != "relcl":
            return token.head
        outer = next((g for g in self.ancestors(joined.i) if g.is_verb), None)
        return outer.i if outer is not None and outer.tag == "VBD" else token.head

    def ancestors(self, i: int) -> Iterator[Token]:
        """Yield the governors of token ``i``, nearest first."""
        seen = {i}
        while self.tokens[i].head not in seen:
            i = self.tokens[i].head
            seen.add(i)
            yield self.tokens[i]

    def find(
        self, test: Callable[[Token], bool], low: int = 0, high: int | None = None
    ) -> int | None:
        """Return the index of the first token in [low, high) that passes the test."""
        for token in self.tokens[low:high]:
            if test(token):
                return token.i
        return None

    def words(self, low: int, high: int) -> str:
        """Return the tokens of [low, high) joined by blanks (for matching, not for showing)."""
        return " ".join(t.text for t in self.tokens[low:high])

    def trimmed(self, low: int, high: int) -> tuple[int, int]:
        """Shrink a token range so that it neither starts nor ends with punctuation or a dash."""
        while low < high and self.tokens[low].tag in (",", ":", ".", "HYPH", "NFP", "''", "``"):
            low += 1
        while high > low and self.tokens[high - 1].tag in (
            ",",
            ":",
            ".",
            "HYPH",
            "NFP",
            "''",
            "``",
        ):
            high -= 1
        return low, high
