-- These events, each with its founding record and all that count in it (null: none).
SELECT e.event_id, e.founder_record_key, m.record_keys
FROM unnest(%(event_ids)s::text[]) AS given (event_id)
CROSS JOIN LATERAL (SELECT * FROM core.event WHERE event_id = given.event_id OFFSET 0) AS e
CROSS JOIN LATERAL (
    SELECT array_agg(record_key ORDER BY record_key) AS record_keys
    FROM core.event_record WHERE event_id = given.event_id AND is_current
) AS m
