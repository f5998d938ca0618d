-- Who met the most different people? Summits with everybody in one room left out.
SELECT name, count(DISTINCT other) AS people
FROM (
    SELECT one_name AS name, other_person AS other, event_type, status FROM mart.person_pairs
    UNION ALL
    SELECT other_name, one_person, event_type, status FROM mart.person_pairs
) AS pair
WHERE event_type IN ('bilateral_meeting', 'phone_call', 'video_conference') AND status = 'held'
GROUP BY name
HAVING count(DISTINCT other) > 1
ORDER BY people DESC, name;
