"""Makes a warehouse what an older version would have left: its readings under that version's name."""

from __future__ import annotations

import psycopg

OLDER = "0.0.1"
OLD_TITLE = "Title of old"

_JSON = """
    UPDATE core.record_json AS j SET record = j.record || jsonb_build_object(
        'record_id', 'r' || left(md5(r.record_id), 15), 'extractor_version', %s::text,
        'event', j.record -> 'event' || jsonb_build_object(
            'place', coalesce(nullif(j.record #> '{event,place}', 'null'), '{}') || '{"venue": "Old Palace"}'))
    FROM core.record AS r
    WHERE r.record_key = j.record_key
"""
_RECORDS = "UPDATE core.record SET record_id = 'r' || left(md5(record_id), 15), venue = 'Old Palace'"
_TEXTS = """
    WITH old AS (
        INSERT INTO core.article_text (article_id, text_sha256, text_key, capture_id, fetched_at, batch_id)
        SELECT t.article_id, encode(sha256(convert_to(b.body || ' Read also.', 'UTF8')), 'hex'),
            core.month_start(core.month_key(t.text_key)) + nextval('core.text_number'), t.capture_id, t.fetched_at,
            t.batch_id
        FROM core.article_text AS t
        JOIN core.article_body AS b USING (text_key)
        RETURNING article_id, text_sha256, text_key
    ), bodies AS (
        INSERT INTO core.article_body (text_key, body)
        SELECT old.text_key, b.body || ' Read also.'
        FROM old
        JOIN core.article_text AS t USING (article_id)
        JOIN core.article_body AS b ON b.text_key = t.text_key
    ), readings AS (
        UPDATE core.reading AS g SET text_sha256 = old.text_sha256 FROM old WHERE g.article_id = old.article_id
    )
    UPDATE core.article AS a SET text_sha256 = old.text_sha256, title = %s FROM old WHERE a.article_id = old.article_id
"""
_FORMER = """
    FROM core.article_text AS t
    WHERE NOT EXISTS (SELECT FROM core.article AS a WHERE a.article_id = t.article_id AND a.text_sha256 = t.text_sha256)
"""


def age(owner_dsn: str, *, texts: bool = False) -> int:
    """Let all that has been read be by version OLDER, which read one field otherwise; how many readings.

    With `texts` an older reader of pages left another title, and words in the text that are none of the article.
    """
    with psycopg.connect(owner_dsn) as connection:
        connection.execute(_JSON, [OLDER])
        connection.execute(_RECORDS)
        if texts:
            connection.execute(_TEXTS, [OLD_TITLE])
            connection.execute("DELETE FROM core.article_body WHERE text_key IN (SELECT t.text_key" + _FORMER + ")")
            connection.execute("DELETE FROM core.article_text WHERE text_key IN (SELECT t.text_key" + _FORMER + ")")
        return connection.execute("UPDATE core.reading SET extractor_version = %s", [OLDER]).rowcount
