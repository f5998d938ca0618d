INSERT INTO core.event_split (event_id, split_event_id, batch_id)
SELECT event_id, split_event_id, %(batch_id)s
FROM unnest(%(event_ids)s::text[], %(split_event_ids)s::text[]) AS given (event_id, split_event_id)
ON CONFLICT DO NOTHING
