"""The day on which a page of HTML says that it was published: what it states, never a guess.

Taken are the metadata made for it: ``article:published_time`` and its kin, ``datePublished`` in JSON-LD and
in microdata, Dublin Core, and a ``<time datetime>`` in the head of the article. A year in the footer, a day
named in the text or an address with a date in it is no statement of the page on itself.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from goodoffices.reading.text.body import parse_date

_META = frozenset(
    """article:published_time article:published article:published_date article.published og:published_time
    og:article:published_time og:pubdate og:publish_date datepublished date_published publishdate publish_date
    publish-date published_date published-date published_time publication_date publicationdate pubdate
    citation_publication_date citation_date dc.date dc.date.issued dc.date.created dc.created dc:date
    dc:created dcterms.date dcterms.issued dcterms.created dcterms:date dcterms:issued dcterms:created date
    parsely-pub-date sailthru.date rnews:datepublished originalpublicationdate""".split()
)
_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_REPORT = re.compile(r"(?i)article|posting|report|webpage|creativework|statement")
_ELSEWHERE = frozenset("aside footer nav".split())
_OTHERS = re.compile(r"(?i)comment|related|sidebar|recommend|teaser|promo")
_CHANGED = re.compile(r"(?i)modif|updat|chang|revis|deadline|event")
_LONG = 25  # words: the first paragraph, where the head of an article ends


def stated_day(page: Any) -> str | None:
    """Return the day of publication that a parsed page states, as YYYY-MM-DD; None where it states none."""
    for found in (_in_meta(page), _in_json(page), _in_microdata(page), _in_head(page)):
        for words in found:
            day = _day(words)
            if day is not None:
                return day
    return None


def _day(words: str) -> str | None:
    """Return the day as the page's own clock has it: '2021-03-04T23:30-05:00' is the 4th."""
    match = _ISO.match(words)
    return parse_date("-".join(match.groups()) if match else words)


def _in_meta(page: Any) -> Iterator[str]:
    for element in page.iter("meta"):
        names = (element.get(key) or "" for key in ("property", "name", "itemprop"))
        if any(name.strip().lower() in _META for name in names):
            yield element.get("content") or element.get("datetime") or ""


def _in_json(page: Any) -> Iterator[str]:
    for element in page.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        try:
            value = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # half of a script states nothing
        yield from _published(value)


def _published(value: Any) -> Iterator[str]:
    """Yield what the page's own article states; articles that it only lists or refers to are not its own."""
    if isinstance(value, list):
        for item in value:
            yield from _published(item)
    if not isinstance(value, dict):
        return
    if _REPORT.search(str(value.get("@type", ""))) and isinstance(value.get("datePublished"), str):
        yield value["datePublished"]
    for key in ("@graph", "mainEntity"):
        if isinstance(value.get(key), list | dict):
            yield from _published(value[key])


def _in_microdata(page: Any) -> Iterator[str]:
    for element in page.iter():
        if (
            str(element.get("itemprop") or "").lower() == "datepublished"
            and element.tag != "meta"
            and not _stands_elsewhere(element)
        ):
            yield (
                element.get("content") or element.get("datetime") or element.text_content() or ""
            ).strip()


def _in_head(page: Any) -> Iterator[str]:
    """Yield the times of the article's head: before its first paragraph, not told as a change."""
    for article in (*page.iter("article"), *page.iter("main"), *page.iter("body")):
        if _stands_elsewhere(article):
            continue
        for element in article.iter("p", "time"):
            if element.tag == "p" and len(element.text_content().split()) >= _LONG:
                break
            if element.tag == "time" and not _stands_elsewhere(element) and not _changed(element):
                yield element.get("datetime") or ""
        return


def _stands_elsewhere(element: Any) -> bool:
    """Tell what stands in a margin, a foot, a list of other articles or among comments."""
    return any(
        it.tag in _ELSEWHERE or _OTHERS.search(f"{it.get('class') or ''} {it.get('id') or ''}")
        for it in (element, *element.iterancestors())
        if it.tag != "body"
    )


def _changed(element: Any) -> bool:
    """Tell '<span>Updated <time>…', whether its name says so or the words before it."""
    parent = element.getparent()
    before = (parent.text or "") if parent is not None else ""
    previous = element.getprevious()
    if previous is not None:
        before = previous.tail or (previous.text_content() if previous.tag != "time" else "")
    named = " ".join(element.get(key) or "" for key in ("class", "itemprop", "id"))
    return bool(_CHANGED.search(f"{named} {before[-40:]} {(element.text or '')[:40]}"))
