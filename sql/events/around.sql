-- With these records, all of their events and all of the articles of any of them: those that are shown.
WITH told AS MATERIALIZED (
    SELECT DISTINCT s.article_id
    FROM unnest(%(record_keys)s::bigint[]) AS given (record_key)
    CROSS JOIN LATERAL (
        SELECT g.article_id
        FROM core.event_record AS e
        JOIN core.event_record AS other ON other.event_id = e.event_id AND other.is_current
        JOIN core.record AS r ON r.record_key = other.record_key
        JOIN core.reading AS g USING (reading_id)
        WHERE e.record_key = given.record_key AND e.is_current
        UNION ALL
        SELECT g.article_id
        FROM core.record AS r
        JOIN core.reading AS g USING (reading_id)
        WHERE r.record_key = given.record_key
    ) AS s
)
SELECT s.record_key
FROM told
CROSS JOIN LATERAL (
    SELECT r.record_key
    FROM core.article AS a
    JOIN core.reading AS g ON g.article_id = a.article_id AND g.is_current
    JOIN core.record AS r USING (reading_id)
    WHERE a.article_id = told.article_id AND a.copy_of_article_id IS NULL AND r.published_at IS NOT NULL
    OFFSET 0
) AS s
