SELECT min(gap_from), max(coalesce(gap_until, rolled_over_at))
FROM landing.feed_health
WHERE source_key = %(source_key)s AND gap_from IS NOT NULL AND gap_filled_at IS NULL
HAVING count(*) > 0
