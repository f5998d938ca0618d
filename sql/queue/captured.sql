UPDATE landing.entry SET
    status = 'fetched',
    capture_id = %(capture_id)s,
    last_error = NULL,
    lease_until = now() + make_interval(secs => %(lease_seconds)s),
    updated_at = now()
WHERE entry_id = %(entry_id)s AND batch_id = %(batch_id)s AND status IN ('claimed', 'fetched')
