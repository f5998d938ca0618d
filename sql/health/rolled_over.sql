-- A gap that is still open grows; one that was filled makes room for the new one.
UPDATE landing.feed_health SET
    rolled_over_at = now(),
    rollovers = rollovers + 1,
    gap_from = CASE WHEN gap_filled_at IS NULL AND gap_from IS NOT NULL THEN gap_from
                    ELSE coalesce(newest_at, read_at) END,
    gap_until = %(oldest_at)s,
    gap_filled_at = NULL
WHERE source_key = %(source_key)s AND feed_url = %(feed_url)s
  AND listed > 0
  AND (newest_at IS NULL OR %(oldest_at)s::timestamptz IS NULL OR newest_at < %(oldest_at)s)
RETURNING gap_from
