"""Known errors of the small English model, put right in its trees before anything reads them."""

from itertools import pairwise

from goodoffices.reading.grammar.repairs_clauses import repair_clauses
from goodoffices.reading.grammar.repairs_names import repair_names
from goodoffices.reading.grammar.repairs_said import repair_said
from goodoffices.reading.grammar.syntax import Token, root_of


def repair(tokens: list[Token]) -> None:
    """Put the known errors right in one sentence's tokens, in place."""
    repair_names(tokens)
    _repair_particles(tokens)
    _repair_nouns(tokens)
    _repair_headline_verb(tokens)
    _repair_bare_headline(tokens)
    _repair_prefixes(tokens)
    _repair_joined_names(tokens)
    _repair_disputes(tokens)
    _repair_second_verb(tokens)
    repair_said(tokens)
    repair_clauses(tokens)
    _repair_lost_subject(tokens)
    _repair_plural_verb(tokens)
    _repair_may(tokens)
    _repair_past(tokens)
    _repair_age(tokens)
    _repair_clause_noun(tokens)
    _repair_noun_root(tokens)


def _repair_joined_names(tokens: list[Token]) -> None:
    """'Obama and Prime Minister Modi said': two persons joined, not one with a modifier."""
    for first in tokens:
        second = tokens[first.head]
        if first.dep != "nmod" or not first.is_name or second.entity != "PERSON":
            continue
        office = next((t for t in tokens if t.head == first.i and t.dep == "conj"), None)
        if office is None or not first.i < office.i < second.i or second.i - first.i > 8:
            continue
        first.dep, first.head = second.dep, second.head if second.head != second.i else first.i
        second.dep, second.head = "conj", first.i
        office.dep, office.head = "compound", second.i
        for token in tokens[first.i + 2 : second.i]:
            if token.head == first.i:
                token.head = second.i


_DISPUTES = frozenset("disputes denies rejects disagrees opposes".split())


def _repair_disputes(tokens: list[Token]) -> None:
    """'The federal institute disputes this.': a verb, though the tree has one noun."""
    root = root_of(tokens)
    if root is None or root.tag != "NNS" or root.lower not in _DISPUTES or root.i == 0:
        return
    noun = tokens[root.i - 1]
    opened = any(t.tag == "DT" and t.head == root.i for t in tokens[: noun.i])
    goes_on = any(t.text != "." for t in tokens[root.i + 1 :])
    if noun.is_noun and noun.head == root.i and opened and goes_on:
        for token in tokens[: noun.i]:
            if token.head == root.i:
                token.head = noun.i
        noun.dep, root.tag = "nsubj", "VBZ"
        root.lemma = "deny" if root.lower == "denies" else root.lower.removesuffix("s")


def _repair_past(tokens: list[Token]) -> None:
    """'the officers “attempted to obey orders,” he said': with a subject and no auxiliary a past tense."""
    helped = {t.head for t in tokens if t.dep in ("aux", "auxpass")}
    for subject in tokens:
        verb = tokens[subject.head]
        acts = subject.dep == "nsubj" and subject.i < verb.i and verb.i not in helped
        if acts and verb.tag == "VBN" and verb.dep in ("ROOT", "ccomp", "conj"):
            verb.tag = "VBD"


_CLAUSE_VERBS = frozenset("hinges depends rests remains lies stems needs calls shows".split())


def _repair_clause_noun(tokens: list[Token]) -> None:
    """'indicated that any revival of the talks hinges on': a clause has a verb, not two nouns."""
    for noun in tokens:
        if noun.dep != "ccomp" or not noun.tag.startswith("NN"):
            continue
        mark = next((t for t in tokens if t.head == noun.i and t.dep == "mark"), None)
        verb = next(
            (t for t in tokens[noun.i + 1 :] if t.tag == "NNS" and t.lower in _CLAUSE_VERBS), None
        )
        if mark is None or verb is None or any(t.is_verb for t in tokens[noun.i : verb.i]):
            continue
        before = tokens[verb.i - 1]
        verb.tag, verb.lemma = "VBZ", verb.lower[:-1]
        if before.head == verb.i:
            before.dep, before.head = verb.dep, verb.head
        for token in tokens[: verb.i]:
            if token.head == verb.i:
                token.head = before.i
        verb.dep, verb.head = "ccomp", noun.head
        noun.dep, noun.head, mark.head = "nsubj", verb.i, verb.i
        return


def _repair_age(tokens: list[Token]) -> None:
    """'the 67-year-old told reporters': whoever is of that age, not what the reporters are."""
    for before, old, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if old.lower != "old" or before.text != "-" or tokens[old.i - 2].lower != "year":
            continue
        other = tokens[old.head]
        if other.i > old.i and not other.is_verb:
            if verb.tag != "VBD" or verb.dep != "amod" or verb.head != other.i:
                continue
            verb.dep, verb.head = other.dep, other.head if other.head != other.i else verb.i
            for token in tokens:
                if token.head == other.i and token is not verb:
                    token.head = old.i if token.i < old.i else verb.i
            other.dep, other.head = "dobj", verb.i
            old.dep, old.head = "nsubj", verb.i
        old.tag, old.entity = "NN", ""


def _repair_noun_root(tokens: list[Token]) -> None:
    """Give a sentence parsed as one long noun phrase its verb back.

    'The head of the agency, Noor, called on …' and 'French officials, for their part, proposed …'
    come back from the small model as a noun with modifiers.
    """
    root = root_of(tokens)
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
    clause = any(
        t.dep == "mark" and t.lower == "that" and tokens[t.head].head == verb.i for t in tokens
    )
    if hangs and clause and tokens[-1].text == "." and tokens[verb.i - 1].i == root.i:
        return True  # 'The IAEA announced on Monday that the work was late.'
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
        odd = token.tag == "PRP" and len(token.text) > 4  # a company taken for a pronoun
        if token.dep not in _NOUN_PLACES or not (odd or token.tag.startswith("VB")):
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
    aside = [t.tag for t in tokens[1:4]] == [",", "RB", ","] and len(tokens) > 5
    if aside and tokens[4].head == 4 and tokens[4].dep == "ROOT":
        verb = tokens[4]  # 'Prakash, however, said'
    if verb.lower not in _SPOKE or any(t.head == verb.i and t.dep == "nsubj" for t in tokens):
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
        if noun.is_noun and noun.head in (before.i, dash.i):
            noun.head, noun.dep = before.head, before.dep
        if noun.is_noun and before.head != noun.i:
            for part in tokens[max(0, dash.i - 3) : noun.i]:
                if part.head == noun.head and part.dep == noun.dep:
                    part.head, part.dep = noun.i, "compound"
            before.tag, dash.tag = "NN", "HYPH"
            for part in (before, dash):
                part.head, part.dep = noun.i, "compound"


_NOTED = frozenset("notes states reports claims demands calls urges hopes warns regrets".split())


def _repair_plural_verb(tokens: list[Token]) -> None:
    """'The Ministry notes with concern that': a verb where it has a subject, no plural."""
    root = root_of(tokens)
    if root is None or root.tag != "NNS" or root.lower not in _NOTED or root.i == 0:
        return
    subject = next((t for t in tokens[: root.i] if t.head == root.i and t.dep == "nsubj"), None)
    if subject is not None and subject.tag not in ("NNS", "NNPS"):
        root.tag, root.lemma = "VBZ", root.lower.removesuffix("s")


_FINITE = ("VBD", "VBZ")


def _repair_may(tokens: list[Token]) -> None:
    """'“…,” May said': before a finite verb no auxiliary, but a surname."""
    for token, verb in pairwise(tokens):
        spoke = verb.tag in _FINITE or (verb.tag == "VBN" and verb.lower in _SPOKE)
        if token.text in ("May", "Will") and token.dep == "aux" and spoke:
            verb.tag = verb.tag if verb.tag in _FINITE else "VBD"
            token.tag, token.dep, token.head, token.entity = "NNP", "nsubj", verb.i, "PERSON"


def _repair_lost_subject(tokens: list[Token]) -> None:
    """'says 650 boxes - or three percent - have gone': the clause's subject, not a second one of 'says'."""
    for token in tokens:
        if token.dep not in ("nsubj", "nsubjpass", "dobj") or token.head >= token.i:
            continue
        saying = tokens[token.head]
        if token.dep == "dobj" and saying.lower not in ("said", "says"):
            continue
        own = any(t.head == saying.i and t.dep == "nsubj" and t.i < saying.i for t in tokens)
        clause = next((t for t in tokens if t.head == saying.i and t.dep == "ccomp"), None)
        if not own or clause is None or clause.i < token.i:
            continue
        if not any(t.head == clause.i and t.dep.startswith("nsubj") for t in tokens):
            token.dep, token.head = "nsubj", clause.i
