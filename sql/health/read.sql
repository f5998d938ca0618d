INSERT INTO landing.feed_health AS known
    (source_key, feed_url, polled_at, readable, read_at, listed, new_at, newest_at)
VALUES (%(source_key)s, %(feed_url)s, now(), true, now(), %(listed)s, CASE WHEN %(new)s > 0 THEN now() END,
        %(newest_at)s)
ON CONFLICT (source_key, feed_url) DO UPDATE SET
    polled_at = now(), readable = true, reason = NULL, error = NULL, failing_since = NULL, failures = 0,
    read_at = now(), listed = coalesce(excluded.listed, known.listed),
    new_at = coalesce(excluded.new_at, known.new_at), newest_at = greatest(excluded.newest_at, known.newest_at)
