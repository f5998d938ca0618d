-- Which promises to meet again were kept, and after how many days?
SELECT c.parties, c.words, c.made_day, c.kept_day, c.kept_day - c.made_day AS days_later, e.event_type, e.city
FROM mart.commitments AS c
JOIN mart.events AS e ON e.event_id = c.kept_by_event_id
ORDER BY c.made_day, c.words;
