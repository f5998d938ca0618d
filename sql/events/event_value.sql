MERGE INTO core.event_value AS held
USING jsonb_to_recordset(%(rows)s) AS given (
    event_id text, field text, value text, support double precision, record_keys bigint[])
ON held.event_id = given.event_id AND held.field = given.field
WHEN MATCHED AND (held.value, held.support, held.record_keys)
    IS DISTINCT FROM (given.value, given.support, given.record_keys) THEN UPDATE SET
    value = given.value,
    support = given.support,
    record_keys = given.record_keys
WHEN NOT MATCHED THEN INSERT (event_id, field, value, support, record_keys)
VALUES (given.event_id, given.field, given.value, given.support, given.record_keys)
