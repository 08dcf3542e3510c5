"""Reading statements: a precedence parser that answers in the field's words, with a caret.

::

    statement   = alternative [ ( "if" | "only" "if" | "iff" ) alternative ]
    alternative = joint { "or" joint }
    joint       = negation { "and" negation }
    negation    = "not" negation | primary
    primary     = id | "(" statement ")" | count "of" "(" statement { "," statement } ")"
    count       = ( "at" "least" | "at" "most" | "exactly" ) whole-number
    id          = a-z { a-z | 0-9 | "_" }, and none of the words above

``not`` binds tighter than ``and``, then ``or``; ``if``, ``only if`` and ``iff`` bind loosest and do not
chain, so that nobody has to guess: ``a if (b if c)`` needs its parentheses.
"""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from goodoffices.errors import StatementError
from goodoffices.statements.syntax import (
    And,
    Count,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Quantity,
    Statement,
)

__all__ = ["RESERVED", "is_identifier", "parse"]

RESERVED = frozenset(
    ("not", "and", "or", "if", "only", "iff", "at", "least", "most", "exactly", "of")
)
"""Words of the language, which no option or proposition can have as its id."""

_DEEPEST = 40  # nesting a person can follow; each level can be three of `MOST_LEVELS`
_LINKS: dict[str, type[If | Iff | OnlyIf]] = {"if": If, "iff": Iff, "only": OnlyIf}
_TOKEN = re.compile(r"\s*(?:(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<number>\d+)|(?P<mark>[(),]))")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*\Z")


class _Token(NamedTuple):
    kind: str  # "word", "number", "mark" or "end"
    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return "the end" if self.kind == "end" else f"'{self.text}'"


def is_identifier(text: str) -> bool:
    """Tell whether ``text`` can name an option or a proposition.

    >>> is_identifier("accept_assad"), is_identifier("Veto"), is_identifier("not")
    (True, False, False)
    """
    return _IDENTIFIER.match(text) is not None and text not in RESERVED


def parse(text: str) -> Statement:
    """Read a statement.

    Raises
    ------
    StatementError
        with the place, what was found there and what was expected.

    >>> parse("not veto and vote")
    And(parts=(Not(part=Name(id='veto')), Name(id='vote')))
    """
    return _Parser(text).statement_to_the_end()


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    while match := _TOKEN.match(text, at):
        kind = match.lastgroup or ""
        found.append(_Token(kind, match[kind], match.start(kind), match.end(kind)))
        at = match.end()
    rest = len(text) - len(text[at:].lstrip())
    if rest < len(text):
        _unreadable(text, rest)
    return [*found, _Token("end", "", len(text.rstrip()), len(text.rstrip()) + 1)]


_SPELLINGS = {
    "&": "and",
    "|": "or",
    "!": "not",
    "~": "not",
    "-": "not",
    "=": "iff",
    "<": "if",
    "¬": "not",
}


def _unreadable(text: str, at: int) -> NoReturn:
    character = text[at]
    help_ = f"; write '{_SPELLINGS[character]}'" if character in _SPELLINGS else ""
    raise StatementError(f"'{character}' has no meaning in a statement{help_}", text, at, at + 1)


class _Parser:
    """Recursive descent over the tokens of one statement."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0

    @property
    def here(self) -> _Token:
        return self.tokens[self.at]

    def fail(self, reason: str, token: _Token | None = None) -> NoReturn:
        token = token or self.here
        raise StatementError(reason, self.text, token.start, token.end)

    def takes(self, text: str) -> bool:
        if self.here.text == text and self.here.kind != "end":
            self.at += 1
            return True
        return False

    def expect(self, text: str, after: str) -> None:
        if not self.takes(text):
            self.fail(f"expected '{text}' after {after}, found {self.here}")

    def statement_to_the_end(self) -> Statement:
        if self.here.kind == "end":
            self.fail("the statement is empty; say what is wanted, such as 'vote and not veto'")
        found = self.statement()
        if self.here.kind != "end":
            self.left_over()
        return found

    def left_over(self) -> NoReturn:
        token = self.here
        if token.text in _LINKS:
            self.fail(
                f"'{token.text}' after another 'if', 'only if' or 'iff' can be read two ways; "
                "add parentheses"
            )
        if token.text == ")":
            self.fail("')' closes nothing")
        if token.text == ",":
            self.fail("',' belongs only inside 'of (…)'; join statements with 'and' or 'or'")
        self.fail(f"expected 'and', 'or', 'if', 'only if', 'iff' or the end, found {token}")

    def statement(self) -> Statement:
        left = self.alternative()
        link = _LINKS.get(self.here.text)
        if link is None:
            return left
        self.at += 1
        if link is OnlyIf:
            self.expect("if", "'only'")
        return link(left, self.alternative())

    def alternative(self) -> Statement:
        parts = [self.joint()]
        while self.takes("or"):
            parts.append(self.joint())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def joint(self) -> Statement:
        parts = [self.negation()]
        while self.takes("and"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def negation(self) -> Statement:
        self.depth += 1
        if self.depth > _DEEPEST:
            self.fail(
                f"nested more than {_DEEPEST} deep; name a part under [derived] and use the name"
            )
        found = Not(self.negation()) if self.takes("not") else self.primary()
        self.depth -= 1
        return found

    def primary(self) -> Statement:
        token = self.here
        if self.takes("("):
            inside = self.statement()
            self.expect(")", "the part in parentheses")
            return inside
        if token.text in ("at", "exactly"):
            return self.count()
        if token.kind == "word" and is_identifier(token.text):
            self.at += 1
            return Name(token.text)
        return self.not_a_primary(token)

    def not_a_primary(self, token: _Token) -> NoReturn:
        if token.kind == "word" and token.text.lower() in RESERVED and token.text not in RESERVED:
            self.fail(f"write '{token.text.lower()}' in small letters")
        if token.kind == "word" and token.text not in RESERVED:
            self.fail(
                f"'{token.text}' cannot be a name: small letters, digits and _ only, a letter first"
            )
        self.fail(f"expected a name, 'not', '(' or 'at least k of (…)', found {token}")

    def count(self) -> Statement:
        quantity: Quantity = "exactly"
        if self.takes("at"):
            if self.here.text not in ("least", "most"):
                self.fail(f"expected 'least' or 'most' after 'at', found {self.here}")
            quantity = "at least" if self.here.text == "least" else "at most"
        self.at += 1
        number = self.here
        if number.kind != "number":
            self.fail(f"expected a whole number after '{quantity}', found {number}")
        self.at += 1
        self.expect("of", f"'{quantity} {number.text}'")
        self.expect("(", "'of'")
        parts = [self.statement()]
        while self.takes(","):
            parts.append(self.statement())
        self.expect(")", f"what '{quantity} {number.text} of' counts")
        if len(number.text) > 6 or int(number.text) > len(parts):
            self.fail(
                f"counts up to {number.text}, but only {len(parts)} stand in the list", number
            )
        return Count(quantity, int(number.text), tuple(parts))
