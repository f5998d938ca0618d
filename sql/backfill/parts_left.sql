SELECT part
FROM landing.backfill_part
WHERE backfill_id = %(backfill_id)s AND done_at IS NULL
ORDER BY part
