"""Languages: what reading needs to know of one, and how a text's language is told."""

import re
from dataclasses import dataclass

from goodoffices.reading.spacy_model import MODELS

_WORDS = {
    "en": "the of and to in a that is for on was said with by he it as at from his has"
    " have not be are".split(),
    "fr": "le la les de des et est une dans que pour qui sur pas au du en il elle avec ce".split(),
    "de": "der die das und ist nicht von mit den dem ein eine zu auf für sich des im auch".split(),
    "es": "el la los las de que y en un una por con para del se no es su al lo".split(),
    "it": "il la di che e un una per non con del della sono gli le si da nel al".split(),
    "pt": "o a os as de que e do da em um uma para com não no na por se dos".split(),
    "nl": "de het een van en in is dat op te zijn voor met niet aan er ook".split(),
    "tr": "ve bir bu da de için ile olarak olan daha çok ise gibi".split(),
    "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan".split(),
    "pl": "na się nie do że jest jak po przez od dla są oraz ale".split(),
    "cs": "se na že je do ve pro za by jako ale jsou po".split(),
    "ro": "și în de la cu pe că nu din este pentru care au mai sau după".split(),
    "sv": "och att det som en på är av för med den till inte har om ett".split(),
    "da": "og at det er en til af på for med den der ikke de som har et".split(),
    "hu": "az és hogy nem is egy meg volt ez csak már szerint azt vagy".split(),
    "fi": "ja on ei että se oli hän mutta joka myös kuin ovat sen tai".split(),
    "hr": "je na da se su za od ne koji će kao iz bi to nije".split(),
    "sq": "të në dhe për me se një nga që si është nuk do më janë".split(),
    "vi": "và của là có được trong không cho với các này đã những người một".split(),
    "sw": "ya na wa kwa ni katika za la kuwa hiyo huo baada kama watu".split(),
    "so": "iyo in ka ku oo uu ay waxa ah la soo waa".split(),
    "ha": "da na ya ta su cewa wannan don ba ce ne".split(),
}
UNKNOWN = "unknown"
"""What :func:`guess_language` returns for a text long enough that holds hardly a word it knows."""
_LONG = 25  # words after which a text of English has some of the words above
_SCRIPTS = (
    ("Arabic", "\u0600", "\u06ff"),
    ("Cyrillic", "\u0400", "\u04ff"),
    ("Chinese", "\u4e00", "\u9fff"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Japanese", "\u3040", "\u30ff"),
    ("Korean", "\uac00", "\ud7af"),
    ("Devanagari", "\u0900", "\u097f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Thai", "\u0e00", "\u0e7f"),
)
NAMES = {
    "en": "English",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "tr": "Turkish",
    "id": "Indonesian",
    "pl": "Polish",
    "cs": "Czech",
    "ro": "Romanian",
    "sv": "Swedish",
    "da": "Danish or Norwegian",
    "hu": "Hungarian",
    "fi": "Finnish",
    "hr": "Croatian or Serbian",
    "sq": "Albanian",
    "vi": "Vietnamese",
    "sw": "Swahili",
    "so": "Somali",
    "ha": "Hausa",
}


_IN_NAMES = re.compile(
    r"\b(?:de|la|los|las|dos|das|da|do|du|di|del|della|van|von|der|den|e|y|al|el)\s+(?=[A-ZÀ-Ý])"
)
"""Small words inside names: 'Caetano de Mello e Souza' makes a text no Portuguese."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that can be read: its code and the parser models to look for, best first.

    A second language adds one of these and a package of word lists beside ``reading/english``.
    """

    code: str
    name: str
    models: tuple[str, ...]


ENGLISH = Language("en", "English", MODELS)
READABLE = {"en": ENGLISH}


def guess_language(text: str) -> str | None:
    """Return the code or script of the text's language; None where there are too few words to tell.

    :data:`UNKNOWN` where there are many words and hardly one of a language known here.

    >>> guess_language("The envoy said that he was not ready to leave for the talks.")
    'en'
    """
    sample = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069]", "", text[:20000])
    letters = [ch for ch in sample if ch.isalpha()]
    if not letters:
        return None
    for name, low, high in _SCRIPTS:
        if sum(low <= ch <= high for ch in letters) > len(letters) * 0.3:
            return name
    words = re.findall(r"[^\W\d_]+", _IN_NAMES.sub(" ", sample).lower())
    if len(words) < 8:
        return None
    counts = {
        code: sum(w in stop for w in words) / len(words)
        for code, stop in ((c, frozenset(ws)) for c, ws in _WORDS.items())
    }
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    known = {w for w in words if w in _WORDS[best]}
    if counts[best] < 0.08 or len(known) < 3:
        foreign = counts["en"] < 0.03 and len(set(words)) >= _LONG
        return UNKNOWN if foreign else None
    return "en" if counts["en"] >= counts[best] - 0.02 else best
