"""Staging: a batch's articles and records on their way to core, written by COPY.

Each function replaces what the batch had staged before, so a stage can be run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from psycopg.rows import dict_row

from communique.warehouse.columns import MAX_PROBLEMS_LENGTH, RECORD_COLUMNS, record_columns
from communique.warehouse.connection import Connection, sql
from communique.warehouse.storable import json_text, storable
from extractors.article import Article
from extractors.record import problems


@dataclass(frozen=True, slots=True)
class StagedArticle:
    """An article with the entry and capture that it was read from; `fetched_at` is aware.

    The article's `source` must be set: it is the key under which the warehouse keeps it.
    """

    article: Article
    fetched_at: datetime
    entry_id: int | None = None
    capture_id: int | None = None


def stage_articles(conn: Connection, batch_id: str, rows: Iterable[StagedArticle]) -> int:
    """Replace the batch's staged articles by `rows`; returns how many there are.

    NUL and lone surrogates, which PostgreSQL cannot hold, become U+FFFD each, so that every offset stays; the
    text's SHA-256 is that of the text as stored. Raises ValueError for an article without a source.
    """
    count = 0
    with conn.transaction():
        conn.execute(sql("staging/clear_articles"), {"batch_id": batch_id})
        with conn.cursor() as cursor, cursor.copy(sql("staging/copy_articles")) as copy:
            for row in rows:
                copy.write_row((batch_id, count, *_article_values(row)))
                count += 1
    return count


def articles(conn: Connection, batch_id: str) -> list[dict[str, Any]]:
    """The batch's staged articles as JSON objects, as `Article.from_json` reads them; one line an article.

    Where two entries led to one article, the one fetched last stands for both.
    """
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("staging/articles"), {"batch_id": batch_id}).fetchall()


def stage_records(
    conn: Connection, batch_id: str, records: Iterable[Mapping[str, Any]], extractor_version: str
) -> int:
    """Replace the batch's staged records by what `extractor_version` read out of its articles; returns how many.

    Every staged article of the batch counts as read by that version, those without a record too. What is wrong
    with a record is noted beside it, for the expectations to find; only what is no JSON object raises.
    """
    lengths: dict[str, int] = {}
    count = 0
    with conn.transaction():
        given = {"batch_id": batch_id, "extractor_version": extractor_version}
        conn.execute(sql("staging/clear_records"), given)
        conn.execute(sql("staging/mark_read"), given)
        for article_id, length in conn.execute(sql("staging/text_lengths"), given):
            lengths[article_id] = length
        with conn.cursor() as cursor, cursor.copy(sql("staging/copy_records")) as copy:
            for record in records:
                copy.write_row((batch_id, count, *_record_values(record, lengths)))
                count += 1
    return count


def sweep(conn: Connection, keep_days: float) -> int:
    """Forget what was staged by batches published more than `keep_days` days ago; returns how many batches."""
    row = conn.execute(sql("staging/sweep"), {"keep_days": keep_days}).fetchone()
    return int(row[0]) if row else 0


def _article_values(row: StagedArticle) -> tuple[Any, ...]:
    given = row.article
    if not given.source:
        raise ValueError(f"the article {given.key} ({given.url}) names no source; set Article.source to stage it")
    text = storable(given.text)
    stored = Article(text=text)
    published = storable(given.published_at)
    return (
        row.entry_id, row.capture_id, row.fetched_at, storable(given.key), storable(given.source),
        storable(given.url), storable(given.canonical_url), storable(given.title), text, stored.text_sha256,
        storable(given.language), published, _day(published), _moment(published), storable(given.modified_at),
        [storable(author) for author in given.authors], storable(given.section), storable(given.lead_image),
        storable(given.origin), storable(given.published_rule), storable(given.text_rule),
        storable(given.modified_rule),
    )


def _record_values(given: Mapping[str, Any], lengths: Mapping[str, int]) -> tuple[Any, ...]:
    text, record = json_text(given)
    article = record.get("article")
    article_id = article.get("id") if isinstance(article, dict) else None
    article_id = article_id if isinstance(article_id, str) else ""
    record_id = record.get("record_id")
    columns = record_columns(record, lengths.get(article_id))
    contract = "; ".join(problems(record))[:MAX_PROBLEMS_LENGTH] or None
    return (
        article_id, record_id if isinstance(record_id, str) else "", text,
        *(columns[name] for name in RECORD_COLUMNS), contract,
    )


def _day(published: str | None) -> date | None:
    """The day that was printed, whatever zone it is of."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _moment(published: str | None) -> datetime | None:
    """The moment, where the page gave both a time and an offset."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
