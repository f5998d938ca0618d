UPDATE landing.feed_health SET gap_filled_at = now()
WHERE source_key = %(source_key)s AND gap_from >= %(reaches_back_to)s AND gap_filled_at IS NULL
