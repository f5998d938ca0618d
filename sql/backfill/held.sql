SELECT
    count(*) FILTER (WHERE status = 'claimed')::int AS claimed,
    count(*) FILTER (WHERE status = 'fetched')::int AS fetched
FROM landing.entry
WHERE batch_id = %(batch_id)s AND status IN ('claimed', 'fetched')
