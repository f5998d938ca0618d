-- A reading gives way when its article has a newer published reading of the text that now stands.
UPDATE core.reading AS old SET is_current = false
WHERE old.is_current AND old.article_id IN (
    SELECT article_id FROM core.reading WHERE batch_id = %(batch_id)s
    UNION
    SELECT article_id FROM core.article WHERE batch_id = %(batch_id)s
) AND EXISTS (
    SELECT FROM core.reading AS g
    JOIN core.article AS a ON a.article_id = g.article_id AND a.text_sha256 = g.text_sha256
    WHERE g.article_id = old.article_id AND g.published_at IS NOT NULL
      AND (g.reading_id > old.reading_id OR old.text_sha256 <> a.text_sha256)
)
