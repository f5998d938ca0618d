"""`communique source new`: a declaration drafted from a feed or a front page, for a person to finish."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

from communique.acquire.client import Fetcher, Response
from communique.acquire.errors import FetchError
from communique.sources.countries import CODES
from communique.sources.guess import Guess, Sample, guess
from communique.sources.model import Source
from communique.warehouse.address import site
from extractors.feed import Entry, FeedError, Listing, entries, sitemaps
from extractors.feed.discover import feeds_of, listing_of
from extractors.page import read as read_page
from extractors.page import tree
from extractors.page.charset import decode
from extractors.page.language import detect
from extractors.page.metadata import Page

_SAMPLES = 3
_TRIED = 4
_USUAL_PLACES = ("/rss", "/feed/", "/rss.xml", "/feed.xml")
_SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml")


class NothingToDraft(ValueError):
    """At that address there is neither a feed nor a page that names or lists news; the message says what was tried."""


@dataclass(slots=True)
class _Found:
    """One feed that answered."""

    url: str
    format: str
    entries: list[Entry]
    language: str
    listing: Listing | None = None
    fills_gaps: bool = False


@dataclass(slots=True)
class Draft:
    """A drafted declaration: its key, its YAML, and what a person should look at, one sentence each."""

    key: str
    text: str
    notes: list[str] = field(default_factory=list)


def draft(
    url: str, fetcher: Fetcher, *, key: str | None = None, allow_private: Iterable[str] = (), delay_seconds: float = 1.0
) -> Draft:
    """Draft the declaration of the publisher at `url`, the address of a feed or of a front page.

    The feed, its kin and up to three pages that it announces are fetched, `delay_seconds` apart. `key` is made of the
    host where none is given. `allow_private` are hosts that may lie in a private network. Raises FetchError for
    an address that cannot be fetched, and NothingToDraft.
    """
    asked = _provisional(url, tuple(allow_private), delay_seconds)
    first = fetcher.get(url, asked, kind="page")
    home, feeds, notes = _feeds(first, asked, fetcher)
    samples = list(_samples(feeds[0].entries, asked, fetcher, notes))
    languages = Counter(sample.article.language for sample in samples)
    if languages:
        feeds[0].language = languages.most_common(1)[0][0]
    for one in feeds[1:]:
        one.language = _language(one.entries) or feeds[0].language
    key = key or _key(feeds[0].url, feeds[0].language)
    text = _yaml(key, first if home is None else home, feeds, guess(samples), samples, tuple(allow_private), notes)
    return Draft(key, text, notes)


def _provisional(url: str, allow_private: tuple[str, ...], delay_seconds: float) -> Source:
    """A source that serves to ask by: nothing is known yet but that it is to be asked politely."""
    return Source.model_validate({
        "key": "draft", "name": "draft", "country": "UN", "languages": ["en"], "home": url, "time_zone": "UTC",
        "confidence": "low", "evidence": "draft", "feeds": [{"url": url, "format": "rss", "language": "en"}],
        "politeness": {"delay_seconds": delay_seconds}, "allow_private": allow_private})


def _feeds(first: Response, asked: Source, fetcher: Fetcher) -> tuple[Response | None, list[_Found], list[str]]:
    """The front page, where it is known, and the feeds: that which was named, or those which the page names."""
    notes: list[str] = []
    own = _try_read(first)
    if own is not None:
        home = _try_get(urljoin(first.final_url, "/"), asked, fetcher)
        notes += [] if home else ["the front page could not be fetched: name, home and time zone are guesses"]
        kin = [] if home is None else _sitemap(home, asked, fetcher)
        return home, [own, *kin], notes
    named = feeds_of(first.body, first.final_url, first.charset)
    addresses = [one.url for one in named][:_TRIED]
    if not named:
        addresses = [urljoin(first.final_url, place) for place in _USUAL_PLACES]
    found = [one for address in addresses
             if (got := _try_get(address, asked, fetcher)) and (one := _try_read(got)) and one.entries]
    if found:
        best = max(found, key=lambda one: (one.url in addresses[:1], len(one.entries)))
        others = [one.url for one in found if one is not best]
        notes += [f"the page names other feeds, too: {', '.join(others)}"] if others else []
        return first, [best, *_sitemap(first, asked, fetcher)], notes
    listing = listing_of(first.body, first.final_url, first.charset)
    if listing is not None:
        listed = list(entries(first.body, first.final_url, of=listing))
        if listed:
            notes.append("no feed was found; the page's own list of news is read by guessed selectors: look at them")
            return first, [_Found(first.final_url, "html", listed, _language(listed) or "en", listing),
                           *_sitemap(first, asked, fetcher)], notes
    raise NothingToDraft(f"{first.final_url}: no feed, and no page that names or lists news; tried "
                         f"{', '.join(addresses)}. Name the feed itself, or the page that lists the news")


def _sitemap(home: Response, asked: Source, fetcher: Fetcher) -> list[_Found]:
    """A news sitemap at one of the usual places, to fill gaps."""
    for place in _SITEMAPS:
        got = _try_get(urljoin(home.final_url, place), asked, fetcher)
        found = None if got is None else _try_read(got)
        if found is not None and found.format == "sitemap":
            found.fills_gaps = True
            return [found]
    return []


def _try_get(url: str, asked: Source, fetcher: Fetcher) -> Response | None:
    try:
        return fetcher.get(url, asked, kind="page")
    except FetchError:
        return None


def _try_read(response: Response) -> _Found | None:
    """What the response is as a feed; None where it is none."""
    try:
        if sitemaps(response.body, response.final_url) is not None:
            return _Found(response.final_url, "sitemap", [], "en")
        listed = list(entries(response.body, response.final_url))
    except FeedError:
        return None
    start = response.body[:2000].lstrip().lower()
    shape = next((name for mark, name in ((b"<urlset", "sitemap"), (b"<rdf:rdf", "rdf"), (b"<feed", "atom"),
                                         (b"<rss", "rss")) if mark in start), None)
    shape = "json" if start.startswith(b"{") else shape or "rss"
    return _Found(response.final_url, shape, listed, _language(listed) or "en")


def _language(listed: Iterable[Entry]) -> str | None:
    listed = list(listed)
    told = detect(" ".join(f"{entry.title or ''} {entry.summary or ''}" for entry in listed))
    declared = Counter(entry.language for entry in listed if entry.language)
    return told or (declared.most_common(1)[0][0] if declared else None)


def _samples(listed: list[Entry], asked: Source, fetcher: Fetcher, notes: list[str]) -> Iterator[Sample]:
    for entry in listed[:_SAMPLES]:
        try:
            got = fetcher.get(entry.url, asked, kind="page")
        except FetchError as error:
            notes.append(str(error).removeprefix("draft: "))
            continue
        article = read_page(got.body, got.final_url, charset=got.charset)
        if article is None:
            notes.append(f"{got.final_url}: no article was found on that page")
        else:
            yield Sample(got.final_url, got.body, got.charset, article)


def _key(url: str, language: str) -> str:
    host = site(urlsplit(url).hostname or "source")
    name = re.sub(r"\.(?:com|org|net|gov|co|int|edu)?\.?[a-z]{2,6}$", "", host) if not host[-1:].isdigit() else "source"
    key = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    return f"{key if key[:1].isalpha() else f'news_{key}'}_{language}"


def _yaml(key: str, home: Response, feeds: list[_Found], guessed: Guess, samples: list[Sample],
          allow_private: tuple[str, ...], notes: list[str]) -> str:
    country, zone = _place(feeds[0].url, notes)
    languages = list(dict.fromkeys(one.language for one in feeds))
    lines = [
        f"# Drafted on {datetime.now(UTC):%Y-%m-%d} by `communique source new`. Go through it, then run",
        f"# `communique source check {key}`, and say in `confidence` and `evidence` how sure the addresses are.",
        f"key: {key}", f"name: {_quoted(_name(home))}", f"country: {country}", f"languages: [{', '.join(languages)}]",
        f"home: {_quoted(urljoin(home.final_url, '/'))}", f"time_zone: {zone}", "enabled: false", "confidence: low",
        "evidence: >-", f"  {_evidence(feeds[0], samples)}", "feeds:",
    ]
    for one in feeds:
        lines += [f"  - url: {_quoted(one.url)}", f"    format: {one.format}", f"    language: {one.language}"]
        lines += ["    fills_gaps: true"] if one.fills_gaps else []
        if one.listing is not None:
            lines.append("    listing:")
            lines += [f"      {name}: {_quoted(value)}" for name in ("items", "link", "title", "date")
                      if (value := getattr(one.listing, name))]
    a_day = _per_day(feeds[0].entries)
    lines.append(f"poll_seconds: {_poll_seconds(a_day, len(feeds[0].entries))}")
    if allow_private:
        lines += ["allow_private:", *(f"  - {_quoted(host)}" for host in allow_private)]
    selectors = [(name, value) for name in ("body", "title", "published") if (value := getattr(guessed, name))]
    if selectors:
        lines += ["page:", *(f"  {name}: {_quoted(value)}" for name, value in selectors)]
    if a_day is not None:
        lines += ["yields:", f"  articles_per_day: {{min: {int(a_day / 3)}, max: {int(a_day * 3) + 1}}}"]
    return "\n".join(lines) + "\n"


def _place(url: str, notes: list[str]) -> tuple[str, str]:
    """Country and time zone, by the top-level domain where that is a country's."""
    code = (urlsplit(url).hostname or "").rpartition(".")[2].upper()
    code = {"UK": "GB", "EU": "EU", "INT": "UN"}.get(code, code)
    if code not in CODES:
        notes.append("the address does not tell the country: country and time_zone are to be filled in")
        return "UN", "UTC"
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    zones = [line.split("\t")[2] for line in table.splitlines() if line.startswith(f"{code}\t")]
    if len(zones) > 1:
        notes.append(f"{code} has several time zones: {zones[0]} is the capital's or the first, is it the publisher's?")
    return code, zones[0] if zones else "UTC"


def _name(home: Response) -> str:
    root = tree.parse(decode(home.body, home.charset)[0])
    if root is None:
        return urlsplit(home.final_url).hostname or "?"
    page = Page.of(root, home.final_url)
    title = next((tree.text_of(element) for element in root.iter("title")), "")
    return page.first_meta("og:site_name") or title[:100] or urlsplit(home.final_url).hostname or "?"


def _evidence(one: _Found, samples: list[Sample]) -> str:
    newest = max((entry.published_at for entry in one.entries if entry.published_at), default=None)
    age = f", the newest of {newest:%Y-%m-%d %H:%M} UTC" if newest else ", without dates"
    return (f"Answered on {datetime.now(UTC):%Y-%m-%d} with {len(one.entries)} entries{age}; "
            f"{len(samples)} sample pages gave an article.")


def _per_day(listed: list[Entry]) -> float | None:
    dates = sorted(entry.published_at for entry in listed if entry.published_at)
    if len(dates) < 5 or dates[-1] - dates[0] < timedelta(hours=1):
        return None
    return (len(dates) - 1) / ((dates[-1] - dates[0]) / timedelta(days=1))


def _poll_seconds(a_day: float | None, length: int) -> int:
    """So often that a feed has turned over by an eighth at most; between 5 minutes and an hour."""
    if a_day is None:
        return 900
    return int(min(3600, max(300, length / 8 / a_day * 86400)) // 60 * 60)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML one
