-- What two workers did not come back from is suspect: a page may have ended them. Suspects go without company that
-- would be taken for dead with them, few at a time and then one by one, so that of a whole batch only the page dies.
WITH suspect AS MATERIALIZED (
    SELECT entry_id, attempts
    FROM landing.entry
    WHERE %(held)s = 0 AND status IN ('claimed', 'fetched') AND lease_until < now() AND batch_id <> %(batch_id)s
      AND attempts >= 2
    ORDER BY attempts DESC, entry_id
    LIMIT CASE WHEN %(limit)s > 0 THEN greatest(1, %(limit)s / 20) ELSE 0 END
    FOR UPDATE SKIP LOCKED
), due AS MATERIALIZED (
    SELECT entry_id
    FROM landing.entry
    WHERE (status IN ('queued', 'waiting') AND next_attempt_at <= now())
       OR (status IN ('claimed', 'fetched') AND lease_until < now() AND batch_id <> %(batch_id)s AND attempts < 2)
    ORDER BY next_attempt_at, entry_id
    LIMIT CASE WHEN EXISTS (SELECT FROM suspect) THEN 0 ELSE %(limit)s END
    FOR UPDATE SKIP LOCKED
), taken AS (
    SELECT entry_id FROM suspect WHERE (SELECT max(attempts) FROM suspect) = 2
    UNION ALL
    (SELECT entry_id FROM suspect WHERE attempts > 2 ORDER BY attempts DESC, entry_id LIMIT 1)
    UNION ALL
    SELECT entry_id FROM due
)
UPDATE landing.entry AS e SET
    status = 'claimed',
    batch_id = %(batch_id)s,
    attempts = e.attempts + 1,
    claimed_at = now(),
    lease_until = now() + make_interval(secs => %(lease_seconds)s),
    updated_at = now()
FROM taken
WHERE e.entry_id = taken.entry_id
