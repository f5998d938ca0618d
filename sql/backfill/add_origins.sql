INSERT INTO landing.backfill_origin (backfill_id, origin, found_in)
SELECT %(backfill_id)s, unnest(%(origins)s::text[]), %(found_in)s
ON CONFLICT DO NOTHING
