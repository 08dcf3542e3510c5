"""Who backs whom: "the U.S., which backs the opposition", "Iran-backed Houthis", "Assad's main backer"."""

from collections.abc import Iterator, Sequence

from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.roster import Draft
from goodoffices.reading.grammar.syntax import Sentence, Token

_BACKING = frozenset("back support arm fund finance sponsor bankroll".split())
_BACKED = frozenset("backed supported armed funded financed sponsored aligned".split())
_BACKERS = frozenset("backer patron sponsor benefactor protector".split())
_CLOSE = frozenset(
    "main closest close key chief staunch staunchest strongest biggest principal".split()
)


def link_backers(sentences: Sequence[Sentence], cast: Cast) -> None:
    """Note on every actor whom the report tells to back it."""
    for sentence in sentences:
        for backer, backed in _pairs(sentence, cast):
            if backer is not backed and backer not in backed.backers:
                backed.backers.append(backer)


def _pairs(sentence: Sentence, cast: Cast) -> Iterator[tuple[Draft, Draft]]:
    for token in sentence.tokens:
        for one, other in (
            _which_backs(sentence, token),
            _backed_by(sentence, token),
            _hyphened(sentence, token),
            _backer_of(sentence, token),
        ):
            backer = _who(cast, sentence, one)
            backed = _who(cast, sentence, other)
            if backer is not None and backed is not None:
                yield backer, backed


Pair = tuple[Token | None, Token | None]
_NOBODY: Pair = (None, None)


def _which_backs(sentence: Sentence, verb: Token) -> Pair:
    """'the U.S., which backs the opposition': the noun before and the object."""
    if verb.dep != "relcl" or verb.lemma not in _BACKING or verb.tag not in ("VBZ", "VBP", "VBD"):
        return _NOBODY
    subject = sentence.kid(verb.i, "nsubj")
    if subject is None or subject.lower not in ("which", "who", "that"):
        return _NOBODY
    return sentence.tokens[verb.head], sentence.kid(verb.i, "dobj")


def _backed_by(sentence: Sentence, verb: Token) -> Pair:
    """'the rebels, who are backed by Turkey', 'the army, backed by Moscow': the agent and the noun before."""
    if verb.tag != "VBN" or verb.lemma not in _BACKING or verb.dep not in ("relcl", "acl"):
        return _NOBODY
    agent = sentence.kid(verb.i, "agent")
    if agent is None:
        return _NOBODY
    return sentence.kid(agent.i, "pobj"), sentence.tokens[verb.head]


def _hyphened(sentence: Sentence, word: Token) -> Pair:
    """'Iran-backed Houthis': the name before the hyphen and the noun behind."""
    if word.lower not in _BACKED or word.i < 2 or sentence.tokens[word.i - 1].text != "-":
        return _NOBODY
    noun = word.i + 1
    while noun < len(sentence) and sentence.tag_at(noun) in ("JJ", "NN", "NNP", "NNPS"):
        if not sentence.tag_at(noun + 1).startswith(("NN", "JJ")):
            break
        noun += 1
    behind = sentence.tokens[noun] if noun < len(sentence) else None
    return sentence.tokens[word.i - 2], behind if behind is not None and behind.is_noun else None


def _backer_of(sentence: Sentence, noun: Token) -> Pair:
    """'Moscow, Assad's main backer', 'Russia, the government's main ally': the name before the comma."""
    close = any(k.lower in _CLOSE for k in sentence.kids(noun.i, "amod"))
    if noun.lemma not in _BACKERS and not (noun.lemma == "ally" and close):
        return _NOBODY
    low = sentence.edges[noun.i][0]
    if low < 2 or sentence.tokens[low - 1].tag != ",":
        return _NOBODY
    return sentence.tokens[low - 2], sentence.kid(noun.i, "poss")


_SIDES = ("opposition", "government")


def _who(cast: Cast, sentence: Sentence, noun: Token | None) -> Draft | None:
    """The actor met at a noun; 'the opposition coalition' is the opposition where there is one."""
    if noun is None:
        return None
    met = cast.resolver.at(noun)
    if met is not None:
        return met
    low = sentence.edges[noun.i][0]
    words = {t.lower for t in sentence.tokens[low : noun.i + 1]}
    sides = [d for d in cast.roster.drafts if d.type in _SIDES and d.type in words]
    return sides[0] if len(sides) == 1 else None
