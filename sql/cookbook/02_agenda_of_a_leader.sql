-- What was on President Tokayev's agenda in October 2025?
-- A person is found by the Wikidata id, whatever the spelling; names and ids are in mart.offices.
SELECT e.start_date, e.event_type, e.status, e.city, p.capacity,
    ARRAY(SELECT q.name FROM mart.event_participants AS q
          WHERE q.event_id = e.event_id AND q.name IS NOT NULL AND q.person_id IS DISTINCT FROM p.person_id
          ORDER BY q.name) AS with_whom
FROM mart.event_participants AS p
JOIN mart.events AS e USING (event_id)
WHERE p.person_id = 'Q200881'
  AND e.start_day_earliest BETWEEN '2025-10-01' AND '2025-10-31'
ORDER BY e.start_day_earliest, e.first_reported_at, e.event_id;
