MERGE INTO core.event_topic AS held
USING jsonb_to_recordset(%(rows)s) AS given (
    event_id text, topic text, source_count int, record_keys bigint[])
ON held.event_id = given.event_id AND held.topic = given.topic
WHEN MATCHED AND (held.source_count, held.record_keys)
    IS DISTINCT FROM (given.source_count, given.record_keys) THEN UPDATE SET
    source_count = given.source_count,
    record_keys = given.record_keys
WHEN NOT MATCHED THEN INSERT (event_id, topic, source_count, record_keys)
VALUES (given.event_id, given.topic, given.source_count, given.record_keys)
