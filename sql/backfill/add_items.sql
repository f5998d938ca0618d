-- Of several captures of an address the newest stands; one that is already in a part stays what it is.
INSERT INTO landing.backfill_item AS known (
    backfill_id, source_key, canonical_url, url, origin, title, published_at, language, fetched_at, http_status, headers,
    charset, warc_path, warc_offset, warc_length)
SELECT DISTINCT ON (i.source_key, i.canonical_url)
    %(backfill_id)s, i.source_key, i.canonical_url, i.url, %(origin)s, i.title, i.published_at, i.language, i.fetched_at,
    i.http_status, i.headers, i.charset, i.warc_path, i.warc_offset, i.warc_length
FROM jsonb_to_recordset(%(items)s) AS i (
    source_key text, canonical_url text, url text, title text, published_at timestamptz, language text,
    fetched_at timestamptz, http_status int, headers jsonb, charset text, warc_path text, warc_offset bigint,
    warc_length bigint)
ORDER BY i.source_key, i.canonical_url, i.fetched_at DESC NULLS LAST, i.warc_offset
ON CONFLICT (backfill_id, source_key, canonical_url) DO UPDATE SET
    url = excluded.url, origin = excluded.origin, fetched_at = excluded.fetched_at,
    http_status = excluded.http_status, headers = excluded.headers, charset = excluded.charset,
    warc_path = excluded.warc_path, warc_offset = excluded.warc_offset, warc_length = excluded.warc_length
WHERE known.part IS NULL AND excluded.fetched_at > known.fetched_at
