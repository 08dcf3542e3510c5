"""Known errors of the small English model at names of bodies, put right in its trees."""

from itertools import pairwise

from goodoffices.reading.english import given_names
from goodoffices.reading.english.bodies import AIMING, PRINTED
from goodoffices.reading.grammar.syntax import Token


def repair_names(tokens: list[Token]) -> None:
    """Put the known errors at names of bodies right in one sentence's tokens, in place."""
    _repair_who(tokens)
    _repair_doubled_subject(tokens)
    _repair_islamic_state(tokens)
    _repair_paper(tokens)
    _repair_given(tokens)
    _repair_body_noun(tokens)
    _repair_guard(tokens)
    _repair_compounds(tokens)
    _repair_latter(tokens)
    _repair_named_body(tokens)
    _repair_listed(tokens)


def _repair_who(tokens: list[Token]) -> None:
    """'The WHO said', 'WHO say': a body, no pronoun."""
    for article, token in pairwise(tokens):
        if token.text == "WHO" and token.tag in ("NNP", "WP") and article.lower == "the":
            token.tag, token.lower = "NNP", "w.h.o."
    capitals = all(t.text.isupper() for t in tokens if t.text.isalpha())
    says = len(tokens) > 2 and tokens[1].lower in ("say", "says", "said")
    if tokens and tokens[0].text == "WHO" and says and not capitals and tokens[-1].text != "?":
        tokens[0].tag, tokens[0].lower, tokens[0].entity = "NNP", "w.h.o.", "ORG"


def _repair_doubled_subject(tokens: list[Token]) -> None:
    """'the arm of the U.S. Congress says': a name cut in two, and its end made a second subject."""
    for first, second in pairwise(tokens):
        verb = tokens[second.head]
        cut = first.dep == "pobj" and first.entity == second.entity == "ORG"
        if not cut or second.dep != "nsubj" or not (first.is_name and second.is_name):
            continue
        earlier = [t for t in tokens[: first.i] if t.head == verb.i and t.dep == "nsubj"]
        if earlier and verb.i > second.i:
            second.dep, second.head = "pobj", first.head
            for token in tokens:
                if token.head == first.i and token.i != first.i:
                    token.head = second.i
            first.dep, first.head = "compound", second.i


def _repair_islamic_state(tokens: list[Token]) -> None:
    """'said IS killed 280 people': in capitals no verb, but a name."""
    if all(t.text.isupper() for t in tokens if t.text.isalpha()):
        return
    for token in tokens:
        if token.text != "IS" or token.tag not in ("VBZ", "NN"):
            continue
        token.tag, token.lemma, token.lower, token.entity = "NNP", "IS", "i.s.", "ORG"
        verb = tokens[token.head]
        if token.dep in ("aux", "auxpass") and verb.is_verb:
            token.dep = "nsubj"
            verb.tag = "VBD" if verb.tag == "VBN" else verb.tag


def _repair_paper(tokens: list[Token]) -> None:
    """'The local newspaper "TRUD" revealed': a paper's name, whatever word it is."""
    for noun, name in pairwise(tokens):
        written = noun.lower in PRINTED and noun.dep == "compound" and noun.head == name.i
        if written and name.tag == "NN" and name.text[:1].isupper():
            name.tag, name.lemma, name.entity = "NNP", name.lower, "ORG"


def _repair_given(tokens: list[Token]) -> None:
    """'Tshering Dorji said': a given name, no gerund."""
    for given, surname in pairwise(tokens):
        known = given.tag == "VBG" and given.text.istitle() and given_names.is_given(given.lower)
        if known and surname.is_name:
            given.tag, given.dep, given.head, given.entity = "NNP", "compound", surname.i, "PERSON"
            surname.entity = "PERSON"
            verb = tokens[surname.i + 1] if surname.i + 1 < len(tokens) else surname
            if verb.tag in ("VBD", "VBZ") and surname.dep == "dobj":
                surname.dep, surname.head = "nsubj", verb.i


def _repair_body_noun(tokens: list[Token]) -> None:
    """'The rebel Front for Unity said': a capital inside the sentence, a body's name."""
    capitals = sum(t.text[:1].isupper() for t in tokens)
    if capitals * 2 > len(tokens):
        return  # a headline
    for token, aim, of in zip(tokens[1:], tokens[2:], tokens[3:], strict=False):
        named = token.tag == "NN" and token.text.istitle() and token.lower in AIMING
        if named and aim.lower == "for" and of.is_name and of.text[:1].isupper():
            token.tag, token.lemma, token.begins = "NNP", token.lower, True
            aim.begins = of.begins = False
            token.entity = aim.entity = of.entity = "ORG"


_GUARDS = frozenset("coast national civil presidential revolutionary border".split())


def _repair_guard(tokens: list[Token]) -> None:
    """'The Greek coast guard said': a body, where 'a former border guard' is a person."""
    for kind, guard in pairwise(tokens):
        if guard.lower != "guard" or kind.lower not in _GUARDS:
            continue
        ahead = {t.lower for t in tokens[max(0, kind.i - 3) : kind.i]}
        if kind.lower == "border" and tokens[kind.i - 1].tag != "JJ":
            continue  # 'the border guard said he had no choice'
        if not ahead & {"a", "an", "one", "former", "another"}:
            guard.lemma = guard.lower = "coastguard"


def _repair_compounds(tokens: list[Token]) -> None:
    """'argues Barcelona virologist Uri Castel': between names no verb, but a noun."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag == "VB" and token.dep == "compound" and before.is_name and after.is_name:
            token.tag = "NN"


def _repair_named_body(tokens: list[Token]) -> None:
    """'The leader of the militant group Sabah is blaming': the leader does, the group has a name."""
    for noun, name in pairwise(tokens):
        if noun.dep != "pobj" or noun.tag != "NN" or not name.is_name or name.dep != "nsubj":
            continue
        of = tokens[noun.head]
        outer = tokens[of.head]
        if of.lower in ("of", "from", "by") and (outer.dep, outer.head) == ("nsubj", name.head):
            name.dep, name.head = "appos", noun.i


_POWERS = frozenset({"GPE", "ORG", "NORP"})


def _repair_listed(tokens: list[Token]) -> None:
    """'Israel, the United States and the European Union say': three that speak, no apposition."""
    for second in tokens:
        first = tokens[second.head]
        if second.dep != "appos" or not (first.is_name and second.is_name):
            continue
        verb = tokens[first.head]
        several = verb.tag == "VBP" or any(
            t.lower in ("have", "are") for t in _helping(tokens, verb)
        )
        joined = any(t.head == second.i and t.dep == "conj" and t.is_name for t in tokens)
        if first.dep == "nsubj" and several and joined and {first.entity, second.entity} <= _POWERS:
            second.dep = "conj"


def _helping(tokens: list[Token], verb: Token) -> list[Token]:
    return [t for t in tokens if t.head == verb.i and t.dep == "aux"]


def _repair_latter(tokens: list[Token]) -> None:
    """'“No,” says the latter.', 'said the largest of the groups': nouns where none follows."""
    for token in tokens[1:]:
        after = tokens[token.i + 1 : token.i + 2]
        alone = not after or not after[0].tag.startswith(("NN", "JJ", "CD", "HYPH"))
        if token.lower in ("former", "latter") and tokens[token.i - 1].lower == "the" and alone:
            token.tag = "NN"
        most = token.tag == "JJS" and token.dep in ("nsubj", "pobj", "nsubjpass")
        if most and tokens[token.i - 1].lower == "the" and after and after[0].lower == "of":
            token.tag = "NN"
