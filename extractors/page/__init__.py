"""HTML to Article: what does this page tell, without everything around it?

The page is parsed once by lxml, which is fast and finds the region; only that region's markup becomes a
BeautifulSoup, which cleans it. A publisher's selectors, where given, come before the generic reader.
"""

from __future__ import annotations

from html import unescape

from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup
from lxml import etree
from lxml.etree import _Element

from extractors.article import Article
from extractors.page import body, metadata, noise, published, region, tree
from extractors.page.charset import decode
from extractors.page.dates import parse_moment
from extractors.page.language import detect
from extractors.page.lead import candidates, lead_of
from extractors.page.metadata import Page
from extractors.page.origin import origin_of
from extractors.page.refusal import MIN_CHARACTERS, is_no_article, says_article
from extractors.page.rules import PageRules

MAX_MARKUP = 1024 * 1024  # characters of a body's markup that are cleaned; BeautifulSoup takes 60 us an element

__all__ = ["PageRules", "read"]


def read(html: str | bytes, url: str, *, charset: str | None = None, rules: PageRules | None = None) -> Article | None:
    """The article on a page, or None where the page holds none (home, listing, error, consent, empty).

    `html` as bytes is decoded by byte order mark, `charset` (that of the HTTP header), meta element, then detection.
    `url` is the address that the page came from; relative addresses are resolved against it. `rules` are the
    publisher's selectors and conventions. Dates are ISO 8601, see Article. Never raises on a page's content; looks
    at no more than 10 MB of it.
    """
    rules = rules or PageRules()
    text = html if isinstance(html, str) else decode(html, charset)[0]
    root = tree.parse(text)
    if root is None:
        return None
    page = Page.of(root, url)
    soup = _soup(text, rules)
    title = _selected_title(soup, rules) or metadata.title(page)
    dated = _selected_date(soup, rules) or published.published(page, rules.time_zone, rules.date_order)
    modified_at = published.modified(page, rules.time_zone)
    # Before the body: finding it takes the page apart
    authors, section = metadata.authors(page), metadata.section(page)
    lead_image, canonical_url = metadata.lead_image(page), metadata.canonical_url(page)
    declared_language = metadata.language_of(page)

    paragraphs, text_rule = _selected_body(soup, rules, title), "publisher"
    if sum(map(len, paragraphs)) < MIN_CHARACTERS:
        paragraphs, text_rule = _generic_body(page, title, rules), "generic"
    if text_rule == "generic" and is_no_article(paragraphs, page, title):
        # Some pages build their text by script from what they declare
        paragraphs, text_rule = _declared_body(page), "json-ld"
        if is_no_article(paragraphs, page, title):
            return None
    body_text = "\n".join(paragraphs)
    return Article(
        text=body_text,
        title=title,
        language=detect(body_text) or rules.language or declared_language or "en",
        published_at=dated[0],
        url=url,
        modified_at=modified_at,
        published_rule=dated[1],
        text_rule=text_rule,
        authors=authors,
        section=section,
        lead_image=lead_image,
        canonical_url=canonical_url,
        origin=origin_of(body_text),
    )


def _generic_body(page: Page, title: str | None, rules: PageRules) -> list[str]:
    # Outlives every reference to an element below: lxml searches a cut-off tree each time that one is let go, unless
    # the tree's top is held (200,000 elements took six minutes)
    dropped: list[_Element] = []
    return _pruned_body(page, title, rules, dropped)


def _pruned_body(page: Page, title: str | None, rules: PageRules, dropped: list[_Element]) -> list[str]:
    order = {element: place for place, element in enumerate(page.root.iter())}
    leads = candidates(page)
    dropped += noise.prune(page.root)
    found = region.find(page.root, title)
    if found is None or (region.is_listing(found) and not says_article(page)):
        return []
    lead = lead_of(leads, found, order)
    markup = etree.tostring(found, encoding="unicode", method="html", with_tail=False)[:MAX_MARKUP]
    paragraphs = body.paragraphs(markup, title, rules.remove)
    # A standfirst without a body is a stub behind a wall
    return [lead, *paragraphs] if lead and sum(map(len, paragraphs)) >= MIN_CHARACTERS else paragraphs


def _declared_body(page: Page) -> list[str]:
    declared = page.declared("articleBody")
    if not isinstance(declared, str):
        return []
    declared = unescape(tree.printable(declared))
    return body.paragraphs(declared if "<" in declared else declared.replace("\n", "<br>"))


def _soup(text: str, rules: PageRules) -> BeautifulSoup | None:
    """The whole page as a soup, only where a selector needs it: it costs ten times the lxml tree."""
    if not (rules.body or rules.title or rules.published):
        return None
    try:
        return BeautifulSoup(tree.clean(text), "lxml")
    except ParserRejectedMarkup:
        return None


def _selected_body(soup: BeautifulSoup | None, rules: PageRules, title: str | None) -> list[str]:
    if soup is None or not rules.body:
        return []
    chosen = soup.select(rules.body)
    outermost = [element for element in chosen if not any(parent in chosen for parent in element.parents)]
    return body.paragraphs(outermost, title, rules.remove)


def _selected_title(soup: BeautifulSoup | None, rules: PageRules) -> str | None:
    element = soup.select_one(rules.title) if soup is not None and rules.title else None
    return metadata.tidy(element.get_text(" ")) or None if element else None


def _selected_date(soup: BeautifulSoup | None, rules: PageRules) -> tuple[str, str] | None:
    element = soup.select_one(rules.published) if soup is not None and rules.published else None
    if element is None:
        return None
    for value in (element.get("datetime"), element.get("content"), element.get_text(" ")):
        moment = parse_moment(value, rules.date_order or "DMY") if isinstance(value, str) else None
        if moment:
            return moment.iso(published.zone_of(rules.time_zone)), "publisher"
    return None
