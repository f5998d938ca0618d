"""The readers that are compared: ours and those that are well known. One that is not installed is left out."""

from __future__ import annotations

import importlib
import importlib.metadata
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

OURS = "communique"


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader makes of a page: no text is "no article"; a day is ISO 8601."""

    text: str | None = None
    title: str | None = None
    date: str | None = None


Read = Callable[[str, str], Found]


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader by the name it has in the report. `make` imports it and gives the function from a page's source and
    address to what it finds; `gives` says which of text, title and date it looks for at all."""

    name: str
    package: str | None
    make: Callable[[], Read]
    gives: frozenset[str] = frozenset({"text", "title", "date"})

    @property
    def version(self) -> str | None:
        """The installed version, None where it is not installed, and "" for our own."""
        if self.package is None:
            return ""
        try:
            return importlib.metadata.version(self.package)
        except importlib.metadata.PackageNotFoundError:
            return None


def _communique() -> Read:
    from extractors.page import read

    def one(html: str, url: str) -> Found:
        article = read(html, url, layouts=False)
        return Found() if article is None else Found(article.text, article.title, (article.published_at or "")[:10])

    return one


def _trafilatura(**options: Any) -> Callable[[], Read]:
    def make() -> Read:
        trafilatura = importlib.import_module("trafilatura")
        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

        def one(html: str, url: str) -> Found:
            found = trafilatura.bare_extraction(html, url=url, include_comments=False, with_metadata=True, **options)
            return Found(found.text, found.title, found.date) if found is not None else Found()

        return one

    return make


def _readability() -> Read:
    readability = importlib.import_module("readability")
    html_text = importlib.import_module("lxml.html")
    logging.getLogger("readability").setLevel(logging.CRITICAL)

    def one(html: str, url: str) -> Found:
        document = readability.Document(html, url=url)
        summary = document.summary(html_partial=True)
        if not summary.strip():
            return Found()
        root = html_text.fromstring(summary)
        return Found(_broken(root), document.short_title())

    return one


def _broken(root: Any) -> str:
    """The text of a fragment with a line for each block, as a browser shows it."""
    for block in root.iter("p", "li", "blockquote", "h1", "h2", "h3", "h4", "div", "br"):
        block.tail = "\n" + (block.tail or "")
    return str(root.text_content()).strip()


def _newspaper() -> Read:
    newspaper = importlib.import_module("newspaper")
    logging.getLogger("newspaper").setLevel(logging.CRITICAL)

    def one(html: str, url: str) -> Found:
        article = newspaper.Article(url, fetch_images=False)
        article.download(input_html=html)
        article.parse()
        published = article.publish_date
        return Found(article.text, article.title, published.date().isoformat() if published else None)

    return one


def _resiliparse() -> Read:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    tree = importlib.import_module("resiliparse.parse.html").HTMLTree

    def one(html: str, url: str) -> Found:
        parsed = tree.parse(html)
        title = parsed.title
        return Found(extract(parsed, main_content=True, alt_texts=False, comments=False, post_meta=False), title)

    return one


def _htmldate() -> Read:
    htmldate = importlib.import_module("htmldate")

    def one(html: str, url: str) -> Found:
        return Found(date=htmldate.find_date(html, url=url, original_date=True))

    return one


READERS = (
    Reader(OURS, None, _communique),
    Reader("trafilatura", "trafilatura", _trafilatura()),
    Reader("trafilatura, precision", "trafilatura", _trafilatura(favor_precision=True)),
    Reader("readability-lxml", "readability-lxml", _readability, frozenset({"text", "title"})),
    Reader("newspaper4k", "newspaper4k", _newspaper),
    Reader("resiliparse", "resiliparse", _resiliparse, frozenset({"text", "title"})),
    Reader("htmldate", "htmldate", _htmldate, frozenset({"date"})),
)
"""In the order in which they are reported; htmldate finds dates alone."""


def installed() -> list[Reader]:
    """The readers that are here to be run."""
    return [reader for reader in READERS if reader.version is not None]


def absent() -> list[Reader]:
    """The readers that are not installed."""
    return [reader for reader in READERS if reader.version is None]
