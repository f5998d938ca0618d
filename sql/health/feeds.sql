SELECT source_key, feed_url, polled_at, readable, reason, error, failing_since, failures, read_at, listed, new_at,
    newest_at, rolled_over_at, rollovers, gap_from, gap_until, gap_filled_at
FROM landing.feed_health
ORDER BY source_key, feed_url
