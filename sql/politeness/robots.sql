SELECT http_status, content, extract(epoch FROM clock_timestamp() - asked_at)::float8 AS age
FROM landing.robots
WHERE robots_url = %(robots_url)s
