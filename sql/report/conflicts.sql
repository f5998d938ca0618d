SELECT c.*, e.participants, e.sides
FROM mart.event_conflicts AS c
JOIN mart.events AS e USING (event_id)
WHERE e.is_main AND (%(source)s::text IS NULL OR %(source)s = ANY(e.sources))
ORDER BY e.first_reported_at NULLS FIRST, c.event_id, c.field, c.position, c.article_published_at, c.meeting_id
