INSERT INTO core.event_alias (event_id, current_event_id, batch_id)
SELECT event_id, current_event_id, %(batch_id)s
FROM unnest(%(event_ids)s::text[], %(current_event_ids)s::text[]) AS given (event_id, current_event_id)
ON CONFLICT (event_id) DO NOTHING
