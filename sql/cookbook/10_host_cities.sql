-- Which cities receive most contacts?
SELECT city, country_name, count(*) AS contacts, count(DISTINCT event_type) AS forms
FROM mart.events
WHERE city IS NOT NULL AND status IN ('held', 'ongoing') AND is_main
GROUP BY city, country_name
HAVING count(*) > 1
ORDER BY contacts DESC, city;
