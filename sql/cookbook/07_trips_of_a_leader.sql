-- Where did President Tokayev travel, for how long, and who received him?
SELECT t.country_name, t.arrival_day, t.last_day, t.days_abroad, t.visit_kind,
    ARRAY(SELECT DISTINCT h.host FROM mart.leader_travel AS v, unnest(v.hosted_by) AS h (host)
          WHERE v.person = t.person AND v.event_id = ANY(t.event_ids) ORDER BY 1) AS received_by
FROM mart.leader_trips AS t
WHERE t.person = 'Q200881'
ORDER BY t.arrival_day;
