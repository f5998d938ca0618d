"""`communique source check`: does a declaration hold against what the publisher serves now?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from communique.acquire.client import Fetcher
from communique.acquire.errors import FetchError
from communique.announced import announced
from communique.reading import page_rules
from communique.sources.model import Feed, Source
from communique.warehouse.address import site
from extractors.article import Article
from extractors.feed import Entry, FeedError
from extractors.page import metadata, tree
from extractors.page import read as read_page
from extractors.page.charset import decode
from extractors.page.language import detect
from extractors.page.metadata import Page

_STALE = timedelta(days=30)
_SHORT = 200  # characters


@dataclass(slots=True)
class FeedReport:
    """One feed: what it listed, and what is wrong with it in a person's words."""

    feed: Feed
    entries: tuple[Entry, ...] = ()
    wrong: list[str] = field(default_factory=list)

    def dated(self) -> list[datetime]:
        return [entry.published_at for entry in self.entries if entry.published_at]


@dataclass(frozen=True, slots=True)
class FieldRead:
    """What one field of an article became, and where it was read; value None: it was not found."""

    name: str
    value: str | None
    where: str | None = None


@dataclass(slots=True)
class PageReport:
    """One page: its fields, and what is wrong with it."""

    url: str
    fields: list[FieldRead] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Checked:
    """What a check found; `wrong` is about the source as a whole."""

    feeds: list[FeedReport] = field(default_factory=list)
    pages: list[PageReport] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def problems(self) -> list[str]:
        """All that is wrong, one sentence each, with the address that it is about."""
        return [*(f"{report.feed.url}: {what}" for report in self.feeds for what in report.wrong),
                *(f"{page.url}: {what}" for page in self.pages for what in page.wrong), *self.wrong]


def check(source: Source, fetcher: Fetcher, pages: int = 3) -> Checked:
    """Fetch each feed of `source` and up to `pages` pages that they announce, and hold them against the declaration.

    Nothing is queued or kept. What the publisher does wrong is in the result, never raised.
    """
    found = Checked([_feed(source, feed, fetcher) for feed in source.feeds])
    for entry in _chosen(found.feeds, pages):
        found.pages.append(_page(source, entry, fetcher))
    found.wrong += _yields(source, found)
    return found


def _feed(source: Source, feed: Feed, fetcher: Fetcher) -> FeedReport:
    report = FeedReport(feed)
    try:
        got = announced(fetcher, source, feed)
    except (FetchError, FeedError) as error:
        report.wrong.append(str(error).removeprefix(f"{source.key}: ").removeprefix(f"{feed.url}: "))
        return report
    report.entries = got.entries or ()
    report.wrong += got.problems
    if not report.entries:
        report.wrong.append("it lists no entry")
        return report
    dated = report.dated()
    if not dated:
        report.wrong.append("no entry has a date: a feed that rolls over cannot be noticed by it")
    elif max(dated) < datetime.now(UTC) - _STALE:
        report.wrong.append(f"the newest entry is of {max(dated):%Y-%m-%d}: is the feed still kept?")
    away = sum(site(_host(entry.url)) != site(_host(source.home)) for entry in report.entries)
    if away > len(report.entries) / 2:
        report.wrong.append(f"{away} of {len(report.entries)} entries lead to other sites than {source.home}")
    language = detect(" ".join(entry.title or "" for entry in report.entries))
    if language and language != feed.language:
        report.wrong.append(f"the titles are in {language!r}, the file says {feed.language!r}")
    return report


def _chosen(feeds: Iterable[FeedReport], count: int) -> list[Entry]:
    """The first entries of each feed in turn, each address once."""
    columns = [list(report.entries) for report in feeds if report.entries]
    chosen: dict[str, Entry] = {}
    for row in range(count):
        for column in columns:
            if row < len(column) and len(chosen) < count:
                chosen.setdefault(column[row].url, column[row])
    return list(chosen.values())


def _page(source: Source, entry: Entry, fetcher: Fetcher) -> PageReport:
    report = PageReport(entry.url)
    try:
        response = fetcher.get(entry.url, source, kind="page")
    except FetchError as error:
        report.wrong.append(str(error).removeprefix(f"{source.key}: ").removeprefix(f"{entry.url}: "))
        return report
    article = read_page(response.body, response.final_url, charset=response.charset, rules=page_rules(source))
    if article is None:
        report.wrong.append("no article was found on it: is the text built by script, or behind a wall?")
        return report
    report.fields = fields(article, response.body, response.charset, entry)
    report.wrong += _judged(source, article, entry)
    return report


def fields(article: Article, body: bytes, charset: str | None, entry: Entry | None = None) -> list[FieldRead]:
    """What each field of an article became, and where on its page (`body`, HTML) or in its feed it was read."""
    published, published_where = article.published_at, article.published_rule
    if not published and entry and entry.published_at:
        published, published_where = entry.published_at.isoformat(), "feed"
    lines = article.text.split("\n")
    return [
        FieldRead("title", article.title or (entry.title if entry else None),
                  _title_place(article, body, charset) if article.title else "feed"),
        FieldRead("published", published, published_where),
        FieldRead("modified", article.modified_at, "page" if article.modified_at else None),
        FieldRead("language", article.language, "text" if detect(article.text) else "page or file"),
        FieldRead("authors", ", ".join(article.authors) or None, "page" if article.authors else None),
        FieldRead("section", article.section, "page" if article.section else None),
        FieldRead("origin", article.origin, "text" if article.origin else None),
        FieldRead("lead image", article.lead_image, "page" if article.lead_image else None),
        FieldRead("canonical", article.canonical_url, "page" if article.canonical_url else None),
        FieldRead("text", f"{len(article.text)} characters in {len(lines)} paragraphs: {lines[0][:160]}",
                  article.text_rule),
    ]


def _title_place(article: Article, body: bytes, charset: str | None) -> str:
    root = tree.parse(decode(body, charset)[0])
    if root is None:
        return "page"
    page = Page.of(root, article.url or "")
    headlines = [metadata.tidy(tree.text_of(element)) for element in root.iter("h1")]
    places = {"h1": headlines, "json-ld": [str(page.declared("headline") or "")],
              "og:title": [page.meta.get("og:title", "")],
              "title": [tree.text_of(element) for element in root.iter("title")]}
    given = "".join((article.title or "").split())
    for place, texts in places.items():
        if given in ("".join(text.split()) for text in texts):
            return place
    return "page"


def _judged(source: Source, article: Article, entry: Entry) -> list[str]:
    wrong = []
    if not article.title:
        wrong.append("no title was found")
    if not article.published_at:
        wrong.append("no publication date was found on the page" + ("; the feed's stands in" if entry.published_at else
                                                                   ": name its element in page.published"))
    elif entry.published_at and abs(_day(article.published_at) - entry.published_at) > timedelta(days=2):
        wrong.append(f"the page gives {article.published_at} as its date and the feed {entry.published_at:%Y-%m-%d}: "
                     "is page.date_order right?")
    if len(article.text) < _SHORT:
        wrong.append(f"its text has only {len(article.text)} characters")
    if article.language not in source.languages:
        wrong.append(f"its text is in {article.language!r}, which 'languages' does not list")
    if source.page.body and article.text_rule != "publisher":
        wrong.append(f"page.body ({source.page.body}) finds no text; the general reader stood in")
    if source.page.published and article.published_rule != "publisher":
        wrong.append(f"page.published ({source.page.published}) finds no date")
    return wrong


def _yields(source: Source, found: Checked) -> Iterable[str]:
    expected = source.yields.articles_per_day
    dated = sorted(moment for report in found.feeds if not report.feed.fills_gaps for moment in report.dated())
    if expected and len(dated) > 4 and dated[-1] - dated[0] > timedelta(hours=6):
        a_day = len(dated) / ((dated[-1] - dated[0]) / timedelta(days=1))
        # One look at a feed is a small sample: twice as far as a day's count may stray
        if not expected.min / 2 <= a_day <= expected.max * 2:
            yield f"the feeds list {a_day:.0f} entries a day, the file expects {expected.min:g} to {expected.max:g}"
    read = [page for page in found.pages if page.fields]
    if found.pages and source.yields.share_with_text and len(read) < source.yields.share_with_text * len(found.pages):
        yield f"{len(read)} of {len(found.pages)} pages gave an article, the file expects " \
              f"{source.yields.share_with_text:.0%}"


def _day(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
