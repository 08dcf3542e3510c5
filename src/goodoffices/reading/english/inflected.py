"""Patterns written as they are read: ``<make> a U-turn`` stands for every form of the verb."""

import re

_IRREGULAR = {
    "be": "be|is|are|was|were|been|being|am",
    "blow": "blow|blows|blew|blown|blowing",
    "bring": "bring|brings|brought|bringing",
    "cast": "cast|casts|casting",
    "come": "come|comes|came|coming",
    "do": "do|does|did|done|doing",
    "draw": "draw|draws|drew|drawn|drawing",
    "fight": "fight|fights|fought|fighting",
    "find": "find|finds|found|finding",
    "get": "get|gets|got|getting",
    "give": "give|gives|gave|given|giving",
    "go": "go|goes|went|gone|going",
    "have": "have|has|had|having",
    "hold": "hold|holds|held|holding",
    "lay": "lay|lays|laid|laying",
    "lend": "lend|lends|lent|lending",
    "lose": "lose|loses|lost|losing",
    "make": "make|makes|made|making",
    "meet": "meet|meets|met|meeting",
    "pin": "pin|pins|pinned|pinning",
    "plan": "plan|plans|planned|planning",
    "put": "put|puts|putting",
    "run": "run|runs|ran|running",
    "see": "see|sees|saw|seen|seeing",
    "send": "send|sends|sent|sending",
    "set": "set|sets|setting",
    "shake": "shake|shakes|shook|shaken|shaking",
    "shut": "shut|shuts|shutting",
    "sing": "sing|sings|sang|sung|singing",
    "speak": "speak|speaks|spoke|spoken|speaking",
    "spell": "spell|spells|spelt|spelled|spelling",
    "spring": "spring|springs|sprang|sprung|springing",
    "stand": "stand|stands|stood|standing",
    "stick": "stick|sticks|stuck|sticking",
    "strike": "strike|strikes|struck|striking",
    "swing": "swing|swings|swung|swinging",
    "take": "take|takes|took|taken|taking",
    "tear": "tear|tears|tore|torn|tearing",
    "tell": "tell|tells|told|telling",
    "throw": "throw|throws|threw|thrown|throwing",
    "tie": "tie|ties|tied|tying",
    "win": "win|wins|won|winning",
    "withhold": "withhold|withholds|withheld|withholding",
}
_MARKED = re.compile(r"<(\w+)>")
_OWN = "its|his|her|their|our|my"
_DOUBLED = re.compile(r"(?:[^aeiou][aeiou][bdgmpt])$")
_WORDS = {
    "own": _OWN,
    "a": "an?|the",
}
"""Marks that stand for other words than verbs: <own>, <a>."""


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
    spread = _ANY.sub(lambda m: f"{m[1]}{_NOT}{m[2]}", spread)
    ends = spread[-1].isalnum() or (spread[-1] == ")" and not _LOOKS.search(spread))
    closing = r"\b" if ends else ""
    return rf"\b{spread.replace(' ', chr(92) + 's+')}{closing}"


_ANY = re.compile(r"(\(\?: ?)(\\[wS]\+|\[\\w-\]\+)")
_NOT = r"(?!(?:no|not|never|little|few|hardly)\b)"
"""A word of any kind is none of these: 'has no sympathy for' is not 'has sympathy for'."""
_LOOKS = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)$")
"""A row that ends in a look at what follows or stands before."""


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
