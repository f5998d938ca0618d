UPDATE landing.entry SET
    status = 'claimed',
    batch_id = %(batch_id)s,
    attempts = attempts + 1,
    claimed_at = now(),
    lease_until = now() + make_interval(secs => %(lease_seconds)s),
    updated_at = now()
WHERE entry_id IN (
    SELECT entry_id FROM landing.entry
    WHERE (status IN ('queued', 'waiting') AND next_attempt_at <= now())
       OR (status IN ('claimed', 'fetched') AND lease_until < now() AND batch_id <> %(batch_id)s)
    ORDER BY next_attempt_at, entry_id
    LIMIT %(limit)s
    FOR UPDATE SKIP LOCKED
)
