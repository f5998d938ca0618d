SELECT source_key, status, count(*)::int AS entries, min(next_attempt_at) AS next_attempt_at
FROM landing.entry
GROUP BY source_key, status
ORDER BY source_key, status
