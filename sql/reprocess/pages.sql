-- The pages that a part's articles were read off, as they are kept. One whose text has changed since is left out.
SELECT
    i.article_id, a.entry_id, i.source_key, e.url AS entry_url, e.canonical_url, e.title, e.published_at, e.language,
    c.capture_id, c.url, coalesce(c.final_url, c.url) AS final_url, c.http_status, c.headers, c.charset,
    a.fetched_at, c.warc_path, c.warc_offset, c.warc_length, c.payload_sha256
FROM core.reprocess_article AS i
JOIN core.article AS a ON a.article_id = i.article_id AND a.text_sha256 = i.text_sha256
LEFT JOIN landing.entry AS e ON e.entry_id = a.entry_id
LEFT JOIN landing.capture AS c ON c.capture_id = a.capture_id
WHERE i.reprocess_id = %(reprocess_id)s AND i.part = %(part)s
ORDER BY i.article_id
