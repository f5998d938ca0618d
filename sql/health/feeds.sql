SELECT source_key, feed_url, polled_at, readable, reason, error, failing_since, failures, read_at, listed, new_at
FROM landing.feed_health
ORDER BY source_key, feed_url
