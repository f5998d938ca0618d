-- The events that these records are in, each with all that count in it. One without any is there again when its last
-- record is.
WITH asked AS MATERIALIZED (
    SELECT DISTINCT event_id FROM core.event_record WHERE record_key = ANY(%(record_keys)s)
)
SELECT asked.event_id, held.opened_at, held.published_at, held.is_retired, held.founder, held.members
FROM asked
CROSS JOIN LATERAL (
    SELECT
        e.opened_at,
        told.published_at,
        e.retired_at IS NOT NULL AS is_retired,
        f.article_id || '/' || founder.record_id AS founder,
        (
            SELECT array_agg(g.article_id || '/' || r.record_id)
            FROM core.event_record AS m
            JOIN core.record AS r ON r.record_key = m.record_key
            JOIN core.reading AS g ON g.reading_id = r.reading_id
            WHERE m.event_id = e.event_id AND (m.is_current OR e.retired_at IS NOT NULL)
        ) AS members
    FROM core.event AS e
    JOIN core.record AS founder ON founder.record_key = e.founder_record_key
    JOIN core.reading AS f ON f.reading_id = founder.reading_id
    JOIN core.article AS told ON told.article_id = f.article_id
    WHERE e.event_id = asked.event_id
    OFFSET 0
) AS held
WHERE held.members IS NOT NULL
