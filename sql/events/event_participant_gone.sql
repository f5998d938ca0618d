DELETE FROM core.event_participant AS held
WHERE held.event_id = ANY(%(event_ids)s)
  AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(%(rows)s) AS given (event_id text, position int)
    WHERE given.event_id = held.event_id AND given.position = held.position)
