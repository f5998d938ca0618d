MERGE INTO core.event_conflict AS held
USING jsonb_to_recordset(%(rows)s) AS given (
    event_id text, field text, position int, record_key bigint, conflict_kind text, value jsonb)
ON held.event_id = given.event_id AND held.field = given.field AND held.position = given.position
    AND held.record_key = given.record_key
WHEN MATCHED AND (held.conflict_kind, held.value)
    IS DISTINCT FROM (given.conflict_kind, given.value) THEN UPDATE SET
    conflict_kind = given.conflict_kind,
    value = given.value
WHEN NOT MATCHED THEN INSERT (event_id, field, position, record_key, conflict_kind, value)
VALUES (given.event_id, given.field, given.position, given.record_key, given.conflict_kind, given.value)
