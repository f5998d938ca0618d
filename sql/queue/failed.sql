-- A try that does not count (the publisher's host was busy) gives its number back.
-- Waits 1, 4, 16, ... minutes between tries, 6 hours at most; what a server asks for counts up to a day.
UPDATE landing.entry SET
    status = CASE WHEN %(retryable)s AND (attempts < %(max_attempts)s OR NOT %(counts)s) THEN 'waiting'
                  WHEN revisits > 0 THEN 'loaded'  -- what stands in core stays as it is
                  ELSE 'dead' END,
    next_attempt_at = now() + greatest(
        least(interval '1 minute' * 4 ^ least(attempts - 1, 6), interval '6 hours'),
        make_interval(secs => least(%(retry_after)s, 86400))
    ),
    attempts = attempts - CASE WHEN %(counts)s THEN 0 ELSE 1 END,
    last_error = %(error)s,
    lease_until = NULL,
    updated_at = now()
WHERE entry_id = %(entry_id)s AND batch_id = %(batch_id)s AND status IN ('claimed', 'fetched')
RETURNING status
