"""Title, authors, section, picture, canonical address: what a page says of its article outside the body."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element

from extractors.page import jsonld
from extractors.page.tree import text_of

_SEPARATOR = re.compile(r"\s+[|–—·»«:-]\s+|\s*[|»]\s*")
_BYLINE = re.compile(r"^(?:by|von|par|por|di|автор:?|author:?|written by|reported by)\s+", re.I)
_NO_AUTHOR = re.compile(r"https?:|@|\d{3}|^(?:admin|editor|redaktion|redacción|rédaction)$", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page with what it declares: meta elements by name, and its JSON-LD articles."""

    root: _Element
    url: str
    meta: dict[str, str]
    articles: list[dict[str, Any]]

    @classmethod
    def of(cls, root: _Element, url: str) -> Page:
        """Collect the declarations; the first of several meta elements of a name counts."""
        meta: dict[str, str] = {}
        for element in root.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = (element.get("content") or "").strip()
            if name and content:
                meta.setdefault(name.strip().lower(), content)
        return cls(root, url, meta, jsonld.articles(root))

    def declared(self, key: str) -> Any:
        """The first article's value of a JSON-LD key."""
        return next((article[key] for article in self.articles if article.get(key)), None)

    def first_meta(self, *names: str) -> str | None:
        """The content of the first of these meta elements that the page has."""
        return next((self.meta[name] for name in names if name in self.meta), None)

    def descriptions(self) -> list[str]:
        """What the page says in a sentence or two that it is about."""
        names = ("description", "og:description", "twitter:description")
        return [self.meta[name] for name in names if name in self.meta]

    def absolute(self, address: str | None) -> str | None:
        """An address of the page made absolute, or None where it is no http address."""
        if not address:
            return None
        try:
            found = urljoin(self.url, address.strip())
            return found if urlsplit(found).scheme in ("http", "https") and urlsplit(found).netloc else None
        except ValueError:
            return None


def title(page: Page) -> str | None:
    """The headline: what JSON-LD declares as one, in the printed wording where the two are the same but for a kicker or
    an end that is cut off; else the heading that another declaration confirms; else the best of these alone.

    `<h1>` is what the reader sees, but pages have several, some hold the site's name and some a kicker; declared titles
    carry the site's name at their end. Publishers print other wordings for search engines and for social networks;
    schema.org's `headline` is the article's own.
    """
    headline, *others = declared = _declared_titles(page)
    headings = [heading for element in page.root.iter("h1") if (heading := tidy(text_of(element)))]
    confirmed = next((heading for heading in headings if any(one and _begins(one, heading) for one in declared)), None)
    # A declared headline that shares no word with any other wording is that of another article on the page
    own = headline and (not confirmed or _stems(headline) & _stems(" ".join((confirmed, *filter(None, others)))))
    if headline and own and not (confirmed and _begins(headline, confirmed)):
        return _without_site(headline, page.first_meta("og:site_name"))
    if confirmed:
        return confirmed
    named = next(filter(None, declared), None)
    if named:
        return _without_site(named, page.first_meta("og:site_name"))
    return max(headings, key=len, default=None)


def headlines(page: Page) -> list[str]:
    """The wordings of the headline that a page declares: in JSON-LD, for social networks, for the browser's bar."""
    return [value for value in _declared_titles(page) if value]


def _declared_titles(page: Page) -> tuple[str | None, str | None, str | None]:
    element = next(page.root.iter("title"), None)
    printed = text_of(element) if element is not None else None
    named = page.first_meta("og:title", "twitter:title", "dc.title", "title")
    declared, social, bar = (tidy(value) if value else None for value in (
        jsonld.text(page.declared("headline")), named, printed))
    return declared, social, bar


def authors(page: Page) -> tuple[str, ...]:
    """The people or desks named as authors, in the page's order, without "By"."""
    found = jsonld.texts(page.declared("author") or [])
    if not found and (name := page.first_meta("author", "article:author", "dc.creator", "parsely-author")):
        found = [name]
    if not found:
        marked = (item for item in page.root.iter() if item.get("rel") == "author" or item.get("itemprop") == "author")
        found = [text_of(item) for item in islice(marked, 3)]
    clean = (_BYLINE.sub("", tidy(name)) for name in found)
    return tuple(dict.fromkeys(name for name in clean if 2 < len(name) < 80 and not _NO_AUTHOR.search(name)))


def section(page: Page) -> str | None:
    """The section that the article stands in, as the publisher names it."""
    value = page.first_meta("article:section", "section", "parsely-section")
    value = value or jsonld.text(page.declared("articleSection"))
    return tidy(value) if value else None


def lead_image(page: Page) -> str | None:
    """The absolute address of the article's picture."""
    image = page.declared("image")
    if isinstance(image, list) and image:
        image = image[0]
    if isinstance(image, dict):
        image = image.get("url") or image.get("contentUrl")
    return page.absolute(page.first_meta("og:image", "og:image:url", "twitter:image") or jsonld.text(image))


def canonical_url(page: Page) -> str | None:
    """The address that the page calls its own, if it is more than the bare host."""
    links = [link.get("href") for link in page.root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for address in (*links, page.first_meta("og:url")):
        found = page.absolute(address)
        if found and (urlsplit(found).path.strip("/") or urlsplit(found).query):
            return found
    return None


def language_of(page: Page) -> str | None:
    """The language that the page declares, ISO 639-1."""
    value = page.root.get("lang") or page.root.get("{http://www.w3.org/XML/1998/namespace}lang")
    value = value or page.first_meta("content-language", "og:locale", "dc.language")
    value = value or jsonld.text(page.declared("inLanguage"))
    primary = re.split(r"[-_]", (value or "").strip().lower())[0]
    return {"kz": "kk", "kaz": "kk", "rus": "ru", "eng": "en"}.get(primary, primary if len(primary) == 2 else None)


def tidy(value: str) -> str:
    """Entities that were escaped twice undone, white space collapsed."""
    return " ".join(html.unescape(value).split())


def _begins(declared: str, heading: str) -> bool:
    one, other = _letters(declared), _letters(heading)
    return len(other) >= 8 and (one.startswith(other) or (len(one) >= 8 and other.startswith(one)))


def _stems(value: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", value.lower())} or set(value)


def _letters(value: str) -> str:
    return "".join(filter(str.isalnum, value.lower()))


def _without_site(declared: str, site: str | None) -> str:
    """Take the site's name off the end of a title: "Talks held - Agency" → "Talks held"."""
    pieces = list(_SEPARATOR.finditer(declared))
    if not pieces:
        return declared
    last = pieces[-1]
    tail = declared[last.end():]
    if (site and _letters(tail) == _letters(site)) or ("|" in last[0] and last.start() > len(tail)):
        return declared[:last.start()].strip()
    return declared
