UPDATE landing.backfill_part SET begun_at = now(), tries = tries + 1, stage = 'take'
WHERE backfill_id = %(backfill_id)s AND part = %(part)s AND done_at IS NULL
