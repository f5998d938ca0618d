-- How did Kazakhstan and Russia deal with each other, from the newest contact back?
SELECT start_date, event_type, status, city, parent_event, topics
FROM mart.events
WHERE sides @> ARRAY['KZ', 'RU'] AND start_date IS NOT NULL
ORDER BY start_day_earliest DESC, first_reported_at DESC;
