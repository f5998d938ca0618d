SELECT
    coalesce(start_date, article_published_on::text) AS day,
    start_date IS NULL AS day_of_article,
    event_type,
    status,
    coalesce(city, country_name, '') AS place,
    parent_event,
    participants,
    sides,
    article_title,
    article_url
FROM mart.meetings
WHERE is_main AND (%(source)s::text IS NULL OR source = %(source)s)
ORDER BY article_published_at NULLS FIRST, article_id, meeting_id
