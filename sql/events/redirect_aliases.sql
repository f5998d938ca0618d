-- Ids that led to an event which is none any more lead on.
UPDATE core.event_alias AS a SET current_event_id = given.current_event_id
FROM unnest(%(event_ids)s::text[], %(current_event_ids)s::text[]) AS given (event_id, current_event_id)
WHERE a.current_event_id = given.event_id
