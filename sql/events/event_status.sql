MERGE INTO core.event_status AS held
USING jsonb_to_recordset(%(rows)s) AS given (
    event_id text, position int, event_status text, reported_at timestamptz, record_key bigint)
ON held.event_id = given.event_id AND held.position = given.position
WHEN MATCHED AND (held.event_status::text, held.reported_at, held.record_key)
    IS DISTINCT FROM (given.event_status, given.reported_at, given.record_key) THEN UPDATE SET
    event_status = given.event_status,
    reported_at = given.reported_at,
    record_key = given.record_key
WHEN NOT MATCHED THEN INSERT (event_id, position, event_status, reported_at, record_key)
VALUES (given.event_id, given.position, given.event_status, given.reported_at, given.record_key)
