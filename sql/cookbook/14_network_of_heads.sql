-- Which heads of state and government met more than once in October 2025: the thick edges of the network?
SELECT one_name, other_name, sum(event_count) AS contacts, array_agg(DISTINCT event_type ORDER BY event_type) AS forms
FROM mart.person_pairs
WHERE month = '2025-10-01' AND level = 'heads' AND status IN ('held', 'ongoing')
GROUP BY one_person, one_name, other_person, other_name
HAVING sum(event_count) > 1
ORDER BY contacts DESC, one_name, other_name;
