SELECT
    e.entry_id, e.source_key, e.url AS entry_url, e.canonical_url, e.title, e.published_at, e.language,
    c.capture_id, c.url, c.final_url, c.http_status, c.headers, c.charset, c.fetched_at,
    c.warc_path, c.warc_offset, c.warc_length, c.payload_sha256
FROM landing.entry AS e
JOIN landing.capture AS c ON c.capture_id = e.capture_id
WHERE e.batch_id = %(batch_id)s AND e.status = 'fetched'
ORDER BY e.entry_id
