SELECT reached, looked_at IS NOT NULL
FROM landing.backfill_origin
WHERE backfill_id = %(backfill_id)s AND origin = %(origin)s
