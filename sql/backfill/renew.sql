UPDATE landing.entry SET lease_until = now() + make_interval(secs => %(lease_seconds)s), updated_at = now()
WHERE batch_id = %(batch_id)s AND status IN ('claimed', 'fetched')
