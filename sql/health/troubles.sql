SELECT source_key, feed_url, readable, reason, error, failing_since, failures, rolled_over_at, rollovers, gap_from,
    gap_until, gap_filled_at
FROM landing.feed_health
WHERE NOT readable OR (gap_from IS NOT NULL AND gap_filled_at IS NULL)
ORDER BY source_key, feed_url
