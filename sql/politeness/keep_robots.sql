INSERT INTO landing.robots (robots_url, http_status, content, asked_at)
VALUES (%(robots_url)s, %(http_status)s, %(content)s, clock_timestamp())
ON CONFLICT (robots_url) DO UPDATE SET
    http_status = excluded.http_status, content = excluded.content, asked_at = excluded.asked_at
