SELECT * FROM mart.event_reports WHERE event_id = %(event_id)s ORDER BY article_published_at, meeting_id
