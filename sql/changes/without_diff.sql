SELECT c.article_id, c.changed_at, earlier.text_key, later.text_key
FROM core.article_change AS c
JOIN core.article_text AS earlier ON earlier.article_id = c.article_id AND earlier.text_sha256 = c.from_text_sha256
JOIN core.article_text AS later ON later.article_id = c.article_id AND later.text_sha256 = c.to_text_sha256
WHERE c.batch_id = %(batch_id)s AND c.diff IS NULL
ORDER BY c.article_id, c.changed_at
