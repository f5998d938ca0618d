SELECT e.*, coalesce(a.current_event_id, asked.event_id) <> asked.event_id AS is_alias
FROM (VALUES (%(event_id)s::text)) AS asked (event_id)
LEFT JOIN mart.event_aliases AS a ON a.event_id = asked.event_id
JOIN mart.events AS e ON e.event_id = coalesce(a.current_event_id, asked.event_id)
