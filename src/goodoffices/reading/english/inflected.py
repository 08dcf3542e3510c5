"""Patterns written as they are read: ``<make> a U-turn`` stands for every form of the verb."""

import re

_IRREGULAR = {
    "be": "be|is|are|was|were|been|being|am",
    "bring": "bring|brings|brought|bringing",
    "come": "come|comes|came|coming",
    "do": "do|does|did|done|doing",
    "draw": "draw|draws|drew|drawn|drawing",
    "fight": "fight|fights|fought|fighting",
    "find": "find|finds|found|finding",
    "give": "give|gives|gave|given|giving",
    "go": "go|goes|went|gone|going",
    "have": "have|has|had|having",
    "hit": "hit|hits|hitting",
    "hold": "hold|holds|held|holding",
    "keep": "keep|keeps|kept|keeping",
    "lay": "lay|lays|laid|laying",
    "lead": "lead|leads|led|leading",
    "leave": "leave|leaves|left|leaving",
    "lend": "lend|lends|lent|lending",
    "lose": "lose|loses|lost|losing",
    "make": "make|makes|made|making",
    "meet": "meet|meets|met|meeting",
    "put": "put|puts|putting",
    "say": "say|says|said|saying",
    "see": "see|sees|saw|seen|seeing",
    "send": "send|sends|sent|sending",
    "set": "set|sets|setting",
    "show": "show|shows|showed|shown|showing",
    "speak": "speak|speaks|spoke|spoken|speaking",
    "spell": "spell|spells|spelt|spelled|spelling",
    "stand": "stand|stands|stood|standing",
    "swing": "swing|swings|swung|swinging",
    "take": "take|takes|took|taken|taking",
    "tear": "tear|tears|tore|torn|tearing",
    "throw": "throw|throws|threw|thrown|throwing",
    "win": "win|wins|won|winning",
}
_MARKED = re.compile(r"<(\w+)>")
_OWN = "its|his|her|their|our|my"
_DOUBLED = re.compile(r"(?:[^aeiou][aeiou][bdgmpt])$")
_WORDS = {
    "own": _OWN,
    "a": "an?|the",
    "the": f"the|this|that|any|an?|{_OWN}",
    "not": "not|never|no longer",
}
"""Marks that stand for other words than verbs: <own>, <a>, <the>, <not>."""


def forms(verb: str) -> str:
    """Return the forms of a verb as alternatives of a pattern.

    >>> forms("reverse"), forms("bar")
    ('reverse|reverses|reversed|reversing', 'bar|bars|barred|barring')
    >>> forms("rely")
    'rely|relies|relied|relying'
    """
    known = _IRREGULAR.get(verb)
    if known is not None:
        return known
    if verb.endswith("e"):
        return f"{verb}|{verb}s|{verb}d|{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb}|{verb[:-1]}ies|{verb[:-1]}ied|{verb}ing"
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return f"{verb}|{verb}es|{verb}ed|{verb}ing"
    stem = verb + verb[-1] if verb in ("bar", "refer") or _DOUBLED.search(verb) else verb
    return f"{verb}|{verb}s|{stem}ed|{stem}ing"


def pattern(row: str) -> str:
    r"""Return the regular expression a row stands for: blanks are any white space, <verb> all its forms.

    >>> pattern("<make> <a> U-turn")
    '\\b(?:make|makes|made|making)\\s+(?:an?|the)\\s+U-turn\\b'
    """
    spread = _MARKED.sub(lambda m: f"(?:{_WORDS.get(m[1]) or forms(m[1])})", row.strip())
    closing = r"\b" if spread[-1].isalnum() or spread[-1] == ")" else ""
    return rf"\b{spread.replace(' ', chr(92) + 's+')}{closing}"


def rows(**by_stance: str) -> tuple[tuple[str, str], ...]:
    """Return (pattern, stance) for the lines of a table, stance by stance.

    >>> rows(concede="<make> a U-turn")[0][1]
    'concede'
    """
    return tuple(
        (pattern(line), stance)
        for stance, lines in by_stance.items()
        for line in lines.strip().splitlines()
    )
