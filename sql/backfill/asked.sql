SELECT backfill_id, source_key, first_day, last_day, archives, undated, part_size
FROM landing.backfill
WHERE backfill_id = %(backfill_id)s
