"""How to cite Good Offices: the sentence, and the entry for a bibliography."""

from __future__ import annotations

from goodoffices._version import __version__

__all__ = ["citation"]

AUTHORS = "The Good Offices developers"
TITLE = "Good Offices: conflict analysis for mediators"
YEAR = "2026"
URL = "https://goodoffices.readthedocs.io"


def citation() -> str:
    """Return the citation in words and as BibTeX.

    >>> print(citation())
    The Good Offices developers (2026). Good Offices: conflict analysis for mediators...
    <BLANKLINE>
    @software{goodoffices,
    ...
    """
    return f"""\
{AUTHORS} ({YEAR}). {TITLE}, version {__version__}.
{URL}

@software{{goodoffices,
  author  = {{{{{AUTHORS}}}}},
  title   = {{{{{TITLE}}}}},
  year    = {{{YEAR}}},
  version = {{{__version__}}},
  url     = {{{URL}}}
}}

Cite the conflict too: a model is somebody's reading, named under 'read by' in each analysis."""
