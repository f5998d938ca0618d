-- Who met whom in the week of 6 October 2025, in person, and where?
SELECT start_date, event_type, coalesce(city, country_name) AS place, participants
FROM mart.events
WHERE start_day_earliest BETWEEN '2025-10-06' AND '2025-10-12'
  AND date_precision = 'day'
  AND status IN ('held', 'ongoing')
  AND event_type NOT IN ('phone_call', 'video_conference', 'correspondence')
ORDER BY start_day_earliest, first_reported_at, event_id;
