"""A verb as it stands in a sentence, for the rules that say whether it takes a stance there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from goodoffices.reading.grammar.syntax import Sentence, Token

Reading = tuple[str, int, float] | None
"""A stance, the index of its last word, a score; None where the verb takes none."""

PLAIN = 0.75
"""Score of a verb that needs nothing beside it."""


@dataclass(frozen=True)
class Use:
    """One verb with what hangs on it, and the stance it takes by itself."""

    sentence: Sentence
    token: Token
    stance: str

    @cached_property
    def objects(self) -> list[Token]:
        """Objects and complement clauses."""
        return list(self.sentence.kids(self.token.i, "dobj", "ccomp", "xcomp", "oprd"))

    def kid(self, *deps: str) -> Token | None:
        """Return the first dependent with one of these relations."""
        return self.sentence.kid(self.token.i, *deps)

    @property
    def act(self) -> Token | None:
        """What the subject is to do: 'pledged to *sign*'."""
        return self.kid("xcomp")

    def denied(self, act: Token | None) -> bool:
        """Whether a dependent verb is negated: 'vowed not to sign'."""
        return act is not None and self.sentence.kid(act.i, "neg") is not None

    def upto(self, act: Token | None, reach: int) -> int:
        """Index of ``act`` where it stands near, else of the verb: where the trigger ends."""
        near = act is not None and act.i - self.token.i <= reach
        return act.i if act is not None and near else self.token.i

    def plain(self, score: float = PLAIN) -> Reading:
        """The verb's own stance."""
        return self.stance, self.token.i, score

    def when(self, told: bool, score: float = PLAIN) -> Reading:
        """The verb's own stance where a condition holds."""
        return self.plain(score) if told else None


Rule = Callable[[Use], Reading]


def table(*rows: tuple[str, Rule]) -> dict[str, Rule]:
    """Return verb -> rule from rows of verbs parted by blanks."""
    return {verb: rule for verbs, rule in rows for verb in verbs.split()}
