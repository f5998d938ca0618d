DELETE FROM core.event_conflict AS held
WHERE held.event_id = ANY(%(event_ids)s)
  AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(%(rows)s) AS given (event_id text, field text, position int, record_key bigint)
    WHERE given.event_id = held.event_id AND given.field = held.field AND given.position = held.position
      AND given.record_key = held.record_key)
