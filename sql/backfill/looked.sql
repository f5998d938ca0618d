-- What was left out is added up over the pieces of a file.
UPDATE landing.backfill_origin AS o SET
    reached = %(reached)s,
    seen = seen + %(seen)s,
    taken = taken + %(taken)s,
    left_out = o.left_out || (
        SELECT coalesce(jsonb_object_agg(given.key, given.value::bigint + coalesce((o.left_out ->> given.key)::bigint, 0)), '{}')
        FROM jsonb_each_text(%(left_out)s) AS given),
    problem = coalesce(%(problem)s, problem),
    looked_at = CASE WHEN %(done)s THEN now() END
WHERE backfill_id = %(backfill_id)s AND origin = %(origin)s
