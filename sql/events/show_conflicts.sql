SELECT * FROM mart.event_conflicts WHERE event_id = %(event_id)s ORDER BY field, position, article_published_at, meeting_id
