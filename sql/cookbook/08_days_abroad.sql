-- Which leaders were in more than one foreign country in October 2025, and for how many days?
SELECT name, home_country, count(DISTINCT country) AS countries, sum(days_abroad) AS days
FROM mart.leader_trips
WHERE arrival_day BETWEEN '2025-10-01' AND '2025-10-31'
GROUP BY person, name, home_country
HAVING count(DISTINCT country) > 1
ORDER BY days DESC, name;
