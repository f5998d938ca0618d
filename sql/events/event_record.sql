-- Why a record is in its event is noted when it comes to it, and stays.
MERGE INTO core.event_record AS held
USING jsonb_to_recordset(%(rows)s) AS given (record_key bigint, event_id text, reason text)
ON held.record_key = given.record_key
WHEN MATCHED AND (held.event_id, held.is_current) IS DISTINCT FROM (given.event_id, true) THEN UPDATE SET
    event_id = given.event_id,
    is_current = true,
    successor_record_key = NULL,
    reason = given.reason,
    joined_at = now(),
    batch_id = %(batch_id)s
WHEN NOT MATCHED THEN INSERT (record_key, event_id, is_current, reason, batch_id)
VALUES (given.record_key, given.event_id, true, given.reason, %(batch_id)s)
