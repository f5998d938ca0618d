-- Which foreign ministers who met somebody had been in office for less than a year on that day?
SELECT o.name, o.country, o.start_date AS in_office_since, min(e.start_day_earliest) AS first_contact, count(*) AS contacts
FROM mart.event_participants AS p
JOIN mart.events AS e USING (event_id)
JOIN mart.offices AS o ON (o.person_id = p.person_id OR (p.person_id IS NULL AND o.name = p.name))
    AND o.office_class = 'foreign_minister' AND o.country = p.country AND o.held_during @> e.start_day_earliest
WHERE e.status = 'held' AND e.start_day_earliest - o.start_day_earliest < 365
GROUP BY o.name, o.country, o.start_date
ORDER BY first_contact, o.name;
