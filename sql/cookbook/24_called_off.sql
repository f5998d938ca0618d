-- What was cancelled or postponed, and who was to meet whom?
SELECT e.start_date, e.event_type, e.visit_kind, e.status, e.country_name, e.sides, h.article_title
FROM mart.events AS e
JOIN mart.event_status_history AS h USING (event_id)
WHERE e.status IN ('cancelled', 'postponed') AND e.is_main AND h.position = 0
ORDER BY e.start_day_earliest;
