-- Records that no longer count follow the event that they told of.
UPDATE core.event_record AS e SET event_id = given.current_event_id
FROM unnest(%(event_ids)s::text[], %(current_event_ids)s::text[]) AS given (event_id, current_event_id)
WHERE e.event_id = given.event_id
