SELECT meeting_id FROM mart.meetings WHERE article_url = %(url)s LIMIT 1
