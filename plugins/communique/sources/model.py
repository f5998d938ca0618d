"""What a publisher's YAML may say: the declaration of one source, every key known and checked."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from communique.sources.countries import CODES

PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
"""An environment variable's place in a value."""

KEY = r"^[a-z][a-z0-9_]*$"


def _web_address(value: str) -> str:
    """An absolute http or https address with a host; raises ValueError for anything else.

    A value that still holds a placeholder is let through: its source is disabled, so nobody asks for it.
    """
    if PLACEHOLDER.search(value):
        return value
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"{value!r} is no web address: {error}") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError(f"{value!r} is no web address: write http://… or https://… with a host")
    if parts.username is not None or re.search(r"\s", value):
        raise ValueError(f"{value!r} is no web address: no spaces and no user name may stand in it")
    return value


def _host_and_port(value: str) -> str:
    """`host` or `host:port` in lower case; of a web address, its host and port are taken."""
    if PLACEHOLDER.search(value):
        return value
    parts = urlsplit(_web_address(value if "://" in value else f"http://{value}"))
    if "://" not in value and (parts.path or parts.query):
        raise ValueError(f"{value!r} is neither a host nor host:port")
    host = parts.hostname or ""
    bracketed = f"[{host}]" if ":" in host else host
    return bracketed if parts.port is None else f"{bracketed}:{parts.port}"


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"{value!r} is no IANA time zone such as 'Asia/Almaty' or 'UTC'") from None
    return value


def _country(value: str) -> str:
    if value not in CODES:
        raise ValueError(f"{value!r} is no ISO 3166 country code such as 'KZ' (or UN, EU)")
    return value


WebAddress = Annotated[str, AfterValidator(_web_address)]
HostAndPort = Annotated[str, AfterValidator(_host_and_port)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
Country = Annotated[str, AfterValidator(_country)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$", description="ISO 639-1, lower case")]
Share = Annotated[float, Field(ge=0, le=1)]


class Declared(BaseModel):
    """A part of a declaration: immutable, and strict about keys it doesn't know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _selector(value: str, info: ValidationInfo) -> str:
    """A CSS selector that soupsieve can read; taken as it stands where the caller's context says `selectors: False`."""
    if info.context and not info.context.get("selectors", True):
        return value
    import soupsieve  # not before a selector is looked at: it brings BeautifulSoup with it

    try:
        soupsieve.compile(value)
    except soupsieve.SelectorSyntaxError as error:
        raise ValueError(f"{value!r} is no CSS selector: {str(error).splitlines()[0]}") from None
    return value


Selector = Annotated[str, AfterValidator(_selector)]


class ListingSelectors(Declared):
    """Where the entries of a page that lists news stand (CSS selectors); see extractors.feed.Listing."""

    items: Selector = Field(description="Each entry, or its link")
    link: Selector | None = Field(None, description="Within an entry what carries the address; default: its first link")
    title: Selector | None = Field(None, description="Within an entry the headline; default: the link's text")
    date: Selector | None = Field(None, description="Within an entry its day; default: a <time> element")


class Feed(Declared):
    """One list of news that the publisher keeps."""

    url: WebAddress
    format: Literal["rss", "atom", "rdf", "json", "sitemap", "html"]
    language: Language
    listing: ListingSelectors | None = Field(None, description="For the format html: where the entries stand")
    fills_gaps: bool = Field(False, description="Asked only when another feed has rolled over between two looks")

    @model_validator(mode="after")
    def _listed(self) -> Feed:
        if (self.format == "html") != (self.listing is not None):
            raise ValueError("'listing' belongs to the format html, and the format html needs it")
        return self


class Politeness(Declared):
    """How a publisher is to be asked: what robots.txt says on top of this is honoured too."""

    delay_seconds: float = Field(2.0, ge=0, le=300, description="Least time from one request's start to the next's")
    concurrency: int = Field(1, ge=1, le=16, description="Requests to one host at a time")
    robots: bool = Field(True, description="Ask robots.txt before every page")


class PageSelectors(Declared):
    """Where an article's parts stand on the publisher's pages (CSS selectors); see extractors.page.rules."""

    body: Selector | None = None
    title: Selector | None = None
    published: Selector | None = None
    remove: tuple[Selector, ...] = ()
    time_zone: TimeZone | None = Field(None, description="Zone of dates printed without one; default: the source's")
    language: Language | None = None
    date_order: Literal["DMY", "MDY"] | None = None


class Range(Declared):
    """An expected range, both ends included."""

    min: float = Field(ge=0)
    max: float = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Range:
        if self.max < self.min:
            raise ValueError(f"max {self.max:g} is less than min {self.min:g}")
        return self


class Yields(Declared):
    """What the source normally gives; outside of it, its health check fails. None: not known, not checked."""

    articles_per_day: Range | None = None
    share_with_text: Share | None = Field(None, description="Least share of pages on which a text is found")
    share_with_date: Share | None = Field(None, description="Least share of articles with a publication date")


class Source(Declared):
    """One publisher in one language, as its file under `sources/` declares it."""

    key: str = Field(pattern=KEY, description="The file's name without .yml")
    name: str = Field(min_length=1)
    country: Country
    languages: tuple[Language, ...] = Field(min_length=1)
    home: WebAddress
    time_zone: TimeZone
    enabled: bool = False
    confidence: Literal["high", "medium", "low", "dead"] = Field(description="How sure the addresses are")
    evidence: str = Field(min_length=1, description="Why we are that sure, in our own words")
    feeds: tuple[Feed, ...] = Field(min_length=1)
    poll_seconds: float = Field(900.0, ge=1)
    politeness: Politeness = Politeness()
    allow_private: tuple[HostAndPort, ...] = Field(
        (), description="Hosts that may resolve to loopback or private addresses")
    weight: float = Field(1.0, ge=0.1, le=10, description=(
        "What its word weighs beside another's where reports of one event disagree"))
    page: PageSelectors = PageSelectors()
    yields: Yields = Yields()
    disabled_reason: str | None = Field(None, description="Set by the registry only: why it can't be enabled")

    @model_validator(mode="after")
    def _consistent(self) -> Source:
        for feed in self.feeds:
            if feed.language not in self.languages:
                raise ValueError(f"feed {feed.url} is in {feed.language!r}, which 'languages' doesn't list")
        if all(feed.fills_gaps for feed in self.feeds):
            raise ValueError("every feed only fills gaps: at least one must be watched (fills_gaps: false)")
        addresses = [feed.url for feed in self.feeds]
        if len(set(addresses)) < len(addresses):
            raise ValueError("one feed address stands twice")
        return self
