-- On what do reports of one event disagree, and who says what?
SELECT e.start_date, e.city, c.field, c.conflict_kind, c.value, c.source, c.article_title, c.evidence
FROM mart.event_conflicts AS c
JOIN mart.events AS e USING (event_id)
ORDER BY e.start_day_earliest, e.first_reported_at, c.field, c.position, c.article_published_at;
