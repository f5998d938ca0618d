SELECT
    e.event_id,
    coalesce(e.start_date, e.first_reported_on::text) AS day,
    e.start_date IS NULL AS day_of_article,
    e.event_type,
    e.status,
    coalesce(e.city, e.country_name, '') AS place,
    e.parent_event,
    e.participants,
    e.sides,
    e.sources,
    e.report_count,
    e.conflict_count
FROM (
    SELECT v.*, (
        SELECT min(r.article_published_on) FROM mart.event_reports AS r WHERE r.event_id = v.event_id
    ) AS first_reported_on
    FROM mart.events AS v
) AS e
WHERE e.is_main AND (%(source)s::text IS NULL OR %(source)s = ANY(e.sources))
ORDER BY e.first_reported_at NULLS FIRST, e.event_id
