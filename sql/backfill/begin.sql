INSERT INTO landing.backfill (backfill_id, source_key, first_day, last_day, archives, undated, part_size)
VALUES (%(backfill_id)s, %(source_key)s, %(first_day)s, %(last_day)s, %(archives)s, %(undated)s, %(part_size)s)
ON CONFLICT DO NOTHING
