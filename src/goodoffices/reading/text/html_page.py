"""A page of HTML: its main text as a browser shows it, its title, and what it states of itself."""

import re
from typing import Any, NamedTuple

from goodoffices.errors import InputError
from goodoffices.reading.spacy_model import INSTALL
from goodoffices.reading.text.page_dates import stated_day

_OPENS = (
    "article|blockquote|body|center|div|font|h[1-6]|head|html|link|main|meta|p|script|section|span|"
    "style|table|title"
)
_DOCUMENT = re.compile(r"(?i)<!doctype\s+html|<(?:html|body|article)\b")
_MARKUP_FIRST = re.compile(
    rf"(?is)[\s\ufeff]*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|(?:{_OPENS})\b)"
)
_TAGS = re.compile(r"(?i)</(?:p|div|li|h[1-6])\s*>|<br\s*/?>")
_SOME_TAGS = 3
_NOT_SHOWN = re.compile(r"(?i)\bdisplay\s*:\s*none|\bvisibility\s*:\s*hidden")
_MARKS = (("“", "”"), ("‘", "’"))


class Page(NamedTuple):
    """What a page gives: its main text, and title, day of publication and site where it states them."""

    text: str
    title: str | None
    published: str | None
    publisher: str | None


def is_page(text: str) -> bool:
    """Tell a page of HTML, or a piece of one, from plain text that has an angle bracket in it.

    >>> is_page("<p>Talks ended.</p>"), is_page("Talks <ended> for now.")
    (True, False)
    """
    if _DOCUMENT.search(text, 0, 4000):
        return True
    if _MARKUP_FIRST.match(text) and "</" in text:
        return True
    return len(_TAGS.findall(text, 0, 100_000)) >= _SOME_TAGS


def read_page(page: str, name: str) -> Page:
    """Return the main text of a page and what it states of itself.

    Raises InputError where the page holds no text or the extractor is not installed.
    """
    try:
        import trafilatura
    except ImportError as missing:
        raise InputError(f"{name}: {INSTALL} (HTML pages need trafilatura)") from missing
    text = title = published = publisher = None
    try:
        tree = trafilatura.load_html(_whole(page))
        if tree is not None:
            published = stated_day(tree)
            facts = trafilatura.extract_metadata(tree, extensive=False)  # its dates are guesses
            if facts is not None:
                title, publisher = facts.title, facts.sitename
            page = _as_shown(tree)
        text = _main_text(page)
    except Exception as error:  # a broken page can fail anywhere inside the library
        raise InputError(
            f"{name}: this page cannot be read ({type(error).__name__}); save its text instead"
        ) from error
    if not text:
        text = _strip_tags(page)
    if not text.strip():
        raise InputError(f"{name}: no text found on this page; save the report as plain text")
    return Page(text, title, published, publisher)


def _main_text(page: str) -> str | None:
    """Return the main text; a report whose paragraphs the page calls comments, as a live blog does, too."""
    import trafilatura

    def extract(comments: bool) -> str | None:
        found: str | None = trafilatura.extract(
            page, include_comments=comments, include_tables=False, favor_recall=True
        )
        return found

    text = extract(False)
    if text and len(text.split()) >= _SHORT:
        return text
    with_comments = extract(True) or ""
    longer = len(with_comments.split()) >= 3 * len((text or "").split())
    return with_comments if with_comments and longer else text


_SHORT = 60  # words under which a main text may be no more than the headline


def _whole(page: str) -> str:
    """Put a page around a piece of one: the extractor takes pages."""
    if re.search(r"(?i)<(?:html|body)\b", page):
        return page
    return f"<html><body>{page}</body></html>"


def _as_shown(page: Any) -> str:
    """Return the page without what a browser hides, and with the marks it sets around ``<q>``."""
    from lxml import html

    everything = _words(page)
    for element in list(page.iter("*")):
        # What holds most of the page is hidden only until a script shows it, or behind a dialog.
        inner = _hidden(element) and element.getparent() is not None
        if inner and 2 * _words(element) <= everything:
            element.drop_tree()
    for element in list(page.iter("q")):
        _set_marks(element)
    for element in list(page.iter("b", "em", "i", "strong", "u")):
        element.drop_tag()  # of a short page the extractor makes a line of each
    return str(html.tostring(page, encoding="unicode"))


def _words(element: Any) -> int:
    shown = element.xpath(".//text()[not(ancestor::script or ancestor::style)]")
    return sum(len(words.split()) for words in shown)


def _hidden(element: Any) -> bool:
    return (
        element.tag == "template"
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_NOT_SHOWN.search(element.get("style") or ""))
    )


def _set_marks(element: Any) -> None:
    """Write the marks that a browser sets around a ``<q>`` into the sentence, single ones within another."""
    words = element.text_content().strip()
    if words and words[0] not in "“\"‘'«„":  # marks of its own
        first, last = _MARKS[int(element.get("depth", 0)) % 2]
        element.text = first + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + last
        else:
            element.text += last
    for inner in element.iter("q"):
        inner.set("depth", str(int(inner.get("depth", 0)) + 1))
    element.drop_tag()  # the extractor would set it on a line of its own


def _strip_tags(page: str) -> str:
    import html

    page = re.sub(r"(?is)<(script|style|nav|footer|header)\b.*?</\1>", " ", page)
    page = re.sub(r"(?i)</?(?:p|div|br|li|h\d|tr|article|section)\b[^>]*>", "\n", page)
    text = html.unescape(re.sub(r"<[^>]+>", "", page))
    return re.sub(r"\n\s*\n+", "\n\n", text).strip()
