-- Which states dealt with each other most often in October 2025, and how often in person and by themselves?
SELECT one_country_name, other_country_name, sum(event_count) AS contacts,
    coalesce(sum(event_count) FILTER (WHERE event_type IN ('bilateral_meeting', 'visit', 'signing')), 0) AS in_person_by_themselves
FROM mart.meeting_pairs
WHERE month = '2025-10-01' AND status IN ('held', 'ongoing')
GROUP BY one_country_name, other_country_name
HAVING sum(event_count) > 1
ORDER BY contacts DESC, in_person_by_themselves DESC, one_country_name, other_country_name;
