"""When was the article published and changed, and by which rule do we know?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml.etree import _Element

from extractors.page import jsonld
from extractors.page.dates import Moment, parse_moment
from extractors.page.metadata import Page
from extractors.page.tree import text_of, text_up_to

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "date.issued", "dc.date.issued",
    "dcterms.created", "parsely-pub-date", "sailthru.date", "publishdate", "pubdate", "publish_date",
    "publication_date", "article.published", "dc.date", "dcterms.date", "date", "cxenseparse:recs:publishtime",
    "mediator_published_time", "og:published_time",
)
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod",
)
_DATE_CLASS = re.compile(r"date|time|publish|posted|byline|meta|info|created|дата|күні", re.I)
_CHANGED = re.compile(
    r"date-?_?modified|(?:last|date|time)-?_?updated?|updated-?_?(?:date|time|at|on)|date-upd\b", re.I
)
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_VISIBLE_LENGTH = 120


def published(page: Page, zone: str | None, order: str | None) -> tuple[str | None, str | None]:
    """ISO 8601 of the first publication, and the rule that gave it, or (None, None).

    The rules, by how seldom they err: `json-ld`, `meta`, `time` (a `<time datetime>` before or within the article),
    `visible` (a date line near the headline), `address` (a whole date in the url). A date alone where no time is
    known; an offset where the page prints one or `zone` (an IANA name) supplies it.
    """
    for rule, moment in _candidates(page, order or "DMY"):
        return moment.iso(zone_of(zone)), rule
    return None, None


def modified(page: Page, zone: str | None, order: str | None) -> tuple[str | None, str | None]:
    """ISO 8601 of the last change, and the rule that gave it, or (None, None).

    The rules: `json-ld`, `meta`, `time` (a `<time>` or `<span>` marked as the day of the last change by `itemprop` or
    its class). The zone as for `published`.
    """
    for rule, value in _changes(page):
        moment = parse_moment(value, order or "DMY")
        if moment:
            return moment.iso(zone_of(zone)), rule
    return None, None


def zone_of(name: str | None) -> tzinfo | None:
    """The zone of an IANA name; None for none or an unknown one."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _changes(page: Page) -> Iterator[tuple[str, str]]:
    if declared := jsonld.text(page.declared("dateModified")):
        yield "json-ld", declared
    for name in _MODIFIED_META:
        if name in page.meta:
            yield "meta", page.meta[name]
    for element in page.root.iter("time", "span"):
        marks = (element.get("itemprop") or "") + (element.get("class") or "")
        if marks and _CHANGED.search(marks) and not _elsewhere(element):
            printed = text_up_to(element, _VISIBLE_LENGTH)
            yield "time", element.get("datetime") or element.get("content") or printed or ""


def _candidates(page: Page, order: str) -> Iterator[tuple[str, Moment]]:
    declared = jsonld.text(page.declared("datePublished")) or jsonld.text(page.declared("dateCreated"))
    if declared and (moment := parse_moment(declared, order)):
        yield "json-ld", moment
    for name in _PUBLISHED_META:
        if name in page.meta and (moment := parse_moment(page.meta[name], order)):
            yield "meta", moment
    for element in page.root.iter("time"):
        value = element.get("datetime") or text_of(element)
        if not _elsewhere(element) and (moment := parse_moment(value, order)):
            yield "time", moment
            break
    if moment := _visible(page.root, order):
        yield "visible", moment
    if found := _IN_ADDRESS.search(page.url):
        moment = parse_moment("-".join(found.groups()))
        if moment:
            yield "address", moment


def _visible(root: _Element, order: str) -> Moment | None:
    """A short text with a date whose element is named like one, the first after the headline, else the first."""
    headline = next(root.iter("h1"), None)
    after_headline = False
    first: Moment | None = None
    for element in root.iter():
        if element is headline:
            after_headline = True
        marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if not _DATE_CLASS.search(marks) or _elsewhere(element):
            continue
        text = text_of(element)
        if 6 <= len(text) <= _VISIBLE_LENGTH and (moment := parse_moment(text, order)):
            if after_headline or headline is None:
                return moment
            first = first or moment
    return first


def _elsewhere(element: _Element) -> bool:
    """Does the element belong to a list of other articles, a comment or the page's frame?"""
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in ("aside", "footer", "nav", "li"):
            return True
        marks = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}".lower()
        if re.search(r"related|sidebar|comment|recommend|popular|latest|more-news|teaser|widget|footer", marks):
            return ancestor.tag not in ("body", "html")
    return False
