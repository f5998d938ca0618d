"""HTML to Article: what does this page tell, without everything around it?

The page is parsed once by lxml, which is fast and finds the region; only that region's markup becomes a
BeautifulSoup, which cleans it. A publisher's own rules, where there are any, come before the generic reader, which
then says whether it agrees with them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import unescape

from lxml import etree
from lxml.etree import _Element

from extractors.article import Article
from extractors.page import body, hydrated, metadata, noise, published, publishers, region, selected, tree
from extractors.page.charset import decode
from extractors.page.language import detect
from extractors.page.lead import candidates, is_lead_alone, lead_of
from extractors.page.metadata import Page
from extractors.page.origin import origin_of
from extractors.page.refusal import MIN_CHARACTERS, is_no_article, says_article, shared
from extractors.page.rules import PageRules
from extractors.page.selected import MAX_MARKUP

_OF_TITLE = 0.5  # of the title's words that a text from a script must have

__all__ = ["PageRules", "read"]


def read(
    html: str | bytes, url: str, *, charset: str | None = None, rules: PageRules | None = None, on: date | None = None,
    layouts: bool = True,
) -> Article | None:
    """The article on a page, or None where the page holds none (home, listing, error, consent, empty).

    `html` as bytes is decoded by byte order mark, `charset` (that of the HTTP header), meta element, then detection.
    `url` is the address that the page came from; relative addresses are resolved against it. `rules` are the
    source's selectors and conventions, `on` the day on which the page was fetched, which tells the layouts of a
    publisher (see publishers) that are expected to fit; `layouts` set to False leaves these aside. Dates are ISO 8601,
    see Article. Never raises on a page's content; looks at no more than 10 MB of it.
    """
    rules = rules or PageRules()
    text = html if isinstance(html, str) else decode(html, charset)[0]
    root = tree.parse(text)
    if root is None:
        return None
    page = Page.of(root, url)
    title = metadata.title(page)
    publisher = publishers.of_address(url) if layouts else None
    chosen = selected.by_selectors(text, rules, title)
    if publisher and not rules.body:
        known = selected.by_layout(page, publisher, on, metadata.headlines(page))
        if chosen:
            known = replace(known, title=chosen.title, published_at=chosen.published_at or known.published_at)
        chosen = known
    zone = rules.time_zone or (publisher.time_zone if publisher else None)
    order = rules.date_order or (publisher.date_order if publisher else None)
    dated = published.published(page, zone, order)
    changed = published.modified(page, zone, order)
    # Before the body: finding it takes the page apart
    authors, section = metadata.authors(page), metadata.section(page)
    lead_image, canonical_url = metadata.lead_image(page), metadata.canonical_url(page)
    declared_language = metadata.language_of(page)
    if chosen:
        title, authors = chosen.title or title, chosen.authors or authors
        section = chosen.section or section
        dated = (chosen.published_at, chosen.rule) if chosen.published_at else dated
        changed = (chosen.modified_at, chosen.rule) if chosen.modified_at else changed

    generic = _generic_body(page, title, authors, rules)
    warning = selected.doubt(chosen, generic)
    if chosen and chosen.has_text:
        paragraphs, text_rule = chosen.paragraphs, chosen.rule
    else:
        paragraphs, text_rule = generic, "generic"
    if text_rule == "generic" and is_no_article(paragraphs, page, title):
        # Some pages build their text by script from what they declare
        paragraphs, text_rule = _declared_body(page), "json-ld"
        if is_no_article(paragraphs, page, title):
            paragraphs, text_rule = _hydrated_body(text, page, title, authors, rules), "script"
        if is_no_article(paragraphs, page, title):
            return None
    body_text = "\n".join(paragraphs)
    return Article(
        text=body_text,
        title=title,
        language=detect(body_text) or rules.language or declared_language or "en",
        published_at=dated[0],
        url=url,
        modified_at=changed[0],
        modified_rule=changed[1],
        published_rule=dated[1],
        text_rule=text_rule,
        authors=authors,
        section=section,
        lead_image=lead_image,
        canonical_url=canonical_url,
        origin=origin_of(body_text),
        rule_warning=warning,
    )


def _generic_body(page: Page, title: str | None, authors: tuple[str, ...], rules: PageRules) -> list[str]:
    # Outlives every reference to an element below: lxml searches a cut-off tree each time that one is let go, unless
    # the tree's top is held (200,000 elements took six minutes)
    dropped: list[_Element] = []
    return _pruned_body(page, title, authors, rules, dropped)


def _pruned_body(
    page: Page, title: str | None, authors: tuple[str, ...], rules: PageRules, dropped: list[_Element]
) -> list[str]:
    headlines = (*([title] if title else []), *metadata.headlines(page))
    order = {element: place for place, element in enumerate(page.root.iter())}
    leads = candidates(page)
    dropped += noise.prune(page.root)
    found = region.find(page.root, title)
    if found is None or is_lead_alone(found) or (region.is_listing(found) and not says_article(page)):
        return []
    lead = lead_of(leads, found, order)
    markup = etree.tostring(found, encoding="unicode", method="html", with_tail=False)[:MAX_MARKUP]
    paragraphs = body.paragraphs(markup, headlines, rules.remove, authors)
    # A standfirst without a body is a stub behind a wall
    return [*lead, *paragraphs] if sum(map(len, paragraphs)) >= MIN_CHARACTERS else paragraphs


def _hydrated_body(
    text: str, page: Page, title: str | None, authors: tuple[str, ...], rules: PageRules
) -> list[str]:
    whole = tree.parse(text)  # the tree at hand has lost its scripts
    found = hydrated.markup(whole) if whole is not None else None
    root = tree.parse(found) if found else None
    if root is None:
        return []
    paragraphs = _generic_body(replace(page, root=root), title, authors, rules)
    # Scripts hold other articles of the site, too
    return paragraphs if title and shared(title, paragraphs) >= _OF_TITLE else []


def _declared_body(page: Page) -> list[str]:
    declared = page.declared("articleBody")
    if not isinstance(declared, str):
        return []
    declared = unescape(tree.printable(declared))
    if any(declared.strip().rstrip(".…") in unescape(one) for one in page.descriptions()):
        return []  # a standfirst that calls itself the body
    return body.paragraphs(declared if "<" in declared else declared.replace("\n", "<br>"))
