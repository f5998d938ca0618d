SELECT outcome FROM landing.backfill_part
WHERE backfill_id = %(backfill_id)s AND part = %(part)s AND done_at IS NOT NULL
