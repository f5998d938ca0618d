INSERT INTO core.article_text (article_id, text_sha256, body, capture_id, fetched_at, batch_id)
SELECT DISTINCT ON (article_id, text_sha256) article_id, text_sha256, body, capture_id, fetched_at, batch_id
FROM staging.article
WHERE batch_id = %(batch_id)s
ORDER BY article_id, text_sha256, fetched_at, position
ON CONFLICT DO NOTHING
