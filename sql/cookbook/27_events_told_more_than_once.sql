-- Which events are told by several articles, in which order did they come?
SELECT e.start_date, e.event_type, r.source, r.article_title, r.article_published_at AT TIME ZONE 'UTC' AS published_utc, r.delay_minutes
FROM mart.events AS e
JOIN mart.event_reports AS r USING (event_id)
WHERE e.report_count > 1
ORDER BY e.start_day_earliest, e.first_reported_at, r.article_published_at;
