SELECT origin
FROM landing.backfill_origin
WHERE backfill_id = %(backfill_id)s AND looked_at IS NULL
ORDER BY origin
