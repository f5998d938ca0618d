-- What took place on the sidelines of which organization's summits?
SELECT parent_organization, parent_event, start_date, event_type, participants
FROM mart.events
WHERE parent_organization IS NOT NULL
ORDER BY parent_organization, start_day_earliest, first_reported_at;
