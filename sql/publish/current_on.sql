UPDATE core.reading AS new SET is_current = true
FROM (
    SELECT DISTINCT ON (g.article_id) g.reading_id
    FROM core.reading AS g
    JOIN core.article AS a ON a.article_id = g.article_id AND a.text_sha256 = g.text_sha256
    WHERE g.published_at IS NOT NULL AND g.article_id IN (
        SELECT article_id FROM core.reading WHERE batch_id = %(batch_id)s
        UNION
        SELECT article_id FROM core.article WHERE batch_id = %(batch_id)s
    )
    ORDER BY g.article_id, g.reading_id DESC
) AS newest
WHERE new.reading_id = newest.reading_id AND NOT new.is_current
