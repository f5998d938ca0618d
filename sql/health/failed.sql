INSERT INTO landing.feed_health AS known
    (source_key, feed_url, polled_at, readable, reason, error, failing_since, failures)
VALUES (%(source_key)s, %(feed_url)s, now(), false, %(reason)s, %(error)s, now(), 1)
ON CONFLICT (source_key, feed_url) DO UPDATE SET
    polled_at = now(), readable = false, reason = excluded.reason, error = excluded.error,
    failing_since = coalesce(known.failing_since, now()), failures = known.failures + 1
