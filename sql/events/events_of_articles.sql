-- The events that these articles and these records tell of, but for some, with the founding record and all that count in
-- each and are shown.
WITH asked AS MATERIALIZED (
    SELECT e.event_id
    FROM unnest(%(article_ids)s::text[]) AS given (article_id)
    CROSS JOIN LATERAL (SELECT reading_id FROM core.reading WHERE article_id = given.article_id OFFSET 0) AS g
    CROSS JOIN LATERAL (SELECT record_key FROM core.record WHERE reading_id = g.reading_id OFFSET 0) AS r
    CROSS JOIN LATERAL (
        SELECT event_id FROM core.event_record WHERE record_key = r.record_key AND is_current OFFSET 0
    ) AS e
    UNION
    SELECT event_id FROM core.event_record WHERE record_key = ANY(%(record_keys)s) AND is_current
)
SELECT asked.event_id, held.founder_record_key, held.record_keys
FROM asked
CROSS JOIN LATERAL (
    SELECT e.founder_record_key, array_agg(m.record_key ORDER BY m.record_key) AS record_keys
    FROM core.event AS e
    JOIN core.event_record AS m ON m.event_id = e.event_id AND m.is_current
    JOIN core.record AS r ON r.record_key = m.record_key
    JOIN core.reading AS g USING (reading_id)
    JOIN core.article AS a USING (article_id)
    WHERE e.event_id = asked.event_id
      AND g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL
    GROUP BY e.event_id
    OFFSET 0
) AS held
WHERE asked.event_id <> ALL(%(but)s)
