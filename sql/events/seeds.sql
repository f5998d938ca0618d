-- The shown records of these articles, and those that count in one event with any of these records.
SELECT s.record_key
FROM unnest(%(article_ids)s::text[]) AS given (article_id)
CROSS JOIN LATERAL (
    SELECT r.record_key
    FROM core.article AS a
    JOIN core.reading AS g ON g.article_id = a.article_id AND g.is_current
    JOIN core.record AS r USING (reading_id)
    WHERE a.article_id = given.article_id AND a.copy_of_article_id IS NULL AND r.published_at IS NOT NULL
    OFFSET 0
) AS s
UNION
SELECT s.record_key
FROM unnest(%(record_keys)s::bigint[]) AS given (record_key)
CROSS JOIN LATERAL (
    SELECT r.record_key
    FROM core.event_record AS e
    JOIN core.event_record AS other ON other.event_id = e.event_id AND other.is_current
    JOIN core.record AS r ON r.record_key = other.record_key
    JOIN core.reading AS g USING (reading_id)
    JOIN core.article AS a USING (article_id)
    WHERE e.record_key = given.record_key AND e.is_current
      AND g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL
    OFFSET 0
) AS s
