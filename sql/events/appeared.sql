-- Records of these articles that are shown and in no event.
SELECT s.record_key, given.article_id
FROM unnest(%(article_ids)s::text[]) AS given (article_id)
CROSS JOIN LATERAL (
    SELECT r.record_key
    FROM core.article AS a
    JOIN core.reading AS g ON g.article_id = a.article_id AND g.is_current
    JOIN core.record AS r USING (reading_id)
    WHERE a.article_id = given.article_id AND a.copy_of_article_id IS NULL AND r.published_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM core.event_record AS e WHERE e.record_key = r.record_key AND e.is_current)
    OFFSET 0
) AS s
