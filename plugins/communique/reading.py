"""From captures to articles: what the landing store keeps, read by the source's rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from communique.acquire.errors import LandingError
from communique.acquire.landing import CaptureRef, Landing
from communique.sources import PageSelectors, Source
from communique.warehouse.address import article_url
from communique.warehouse.queue import FetchedEntry
from communique.warehouse.rules import RuleUse
from communique.warehouse.staging import StagedArticle
from extractors.article import Article
from extractors.page import PageRules
from extractors.page import read as read_page


@dataclass(slots=True)
class Reading:
    """What reading some captures brought: articles, by entry id why there is none, and the rules that were used."""

    articles: list[StagedArticle] = field(default_factory=list)
    without: list[tuple[int, str]] = field(default_factory=list)
    unreadable: list[tuple[int, str]] = field(default_factory=list)
    rules: list[RuleUse] = field(default_factory=list)


def read_captures(entries: Iterable[FetchedEntry], known: Mapping[str, Source], landing: Landing) -> Reading:
    """Read the article off each entry's newest capture; problems are kept beside it, never raised."""
    found = Reading()
    for entry in entries:
        where = f"{entry.source_key}: {entry.final_url}"
        try:
            body = landing.open(_ref(entry)).body
        except LandingError as error:
            found.unreadable.append((entry.entry_id, f"{where}: {error}"))
            continue
        article = read_page(body, entry.final_url, charset=entry.charset, on=entry.fetched_at.date(),
                            rules=page_rules(known.get(entry.source_key)))
        if article is None:
            found.rules.append(RuleUse(entry.capture_id, None, None))
            found.without.append((entry.entry_id, f"{where}: no article on that page"))
            continue
        found.rules.append(RuleUse(entry.capture_id, article.text_rule, article.rule_warning))
        announced = entry.published_at.isoformat() if entry.published_at else None
        found.articles.append(StagedArticle(
            replace(article, id=None, source=entry.source_key, url=entry.final_url,
                    canonical_url=article_url(entry.final_url, article.canonical_url),
                    title=article.title or entry.title,
                    published_at=article.published_at or announced,
                    published_rule=article.published_rule or ("feed" if announced else None)),
            fetched_at=entry.fetched_at, entry_id=entry.entry_id, capture_id=entry.capture_id))
    return found


def at_home(article: Article, known: Mapping[str, Source]) -> Article:
    """The article with its publisher's country out of the registry; as it is where its source is not declared."""
    source = known.get(article.source or "")
    return article if source is None else replace(article, home=source.country)


def page_rules(source: Source | None) -> PageRules | None:
    """A source's selectors as the page reader takes them; None for a source that is no longer declared."""
    if source is None:
        return None
    given = source.page.model_dump()
    given["time_zone"] = given["time_zone"] or source.time_zone
    return PageRules(**{name: given[name] for name in PageSelectors.model_fields})


def _ref(entry: FetchedEntry) -> CaptureRef:
    if entry.warc_path is None or entry.warc_offset is None or entry.warc_length is None:
        raise LandingError(f"capture {entry.capture_id} does not say where its response is kept")
    return CaptureRef(entry.warc_path, entry.warc_offset, entry.warc_length, entry.payload_sha256 or "")
