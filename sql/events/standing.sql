-- The record that stands for this one now: itself, or what newer readings put in its place. No row where none does.
WITH RECURSIVE line AS (
    SELECT r.record_key, 0 AS step
    FROM core.record AS r
    WHERE r.record_key = %(record_key)s
    UNION ALL
    SELECT e.successor_record_key, line.step + 1
    FROM line
    JOIN core.event_record AS e ON e.record_key = line.record_key AND NOT e.is_current
    WHERE e.successor_record_key IS NOT NULL AND line.step < 1000
)
SELECT line.record_key, g.article_id, e.event_id
FROM line
JOIN core.event_record AS e ON e.record_key = line.record_key AND e.is_current
JOIN core.record AS r ON r.record_key = line.record_key
JOIN core.reading AS g USING (reading_id)
