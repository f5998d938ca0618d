-- The origin and all that it led to, as far as they are to be looked through.
WITH RECURSIVE below AS (
    SELECT origin, looked_at FROM landing.backfill_origin
    WHERE backfill_id = %(backfill_id)s AND origin = %(origin)s
    UNION
    SELECT o.origin, o.looked_at
    FROM landing.backfill_origin AS o
    JOIN below ON o.found_in = below.origin
    WHERE o.backfill_id = %(backfill_id)s
)
SELECT origin FROM below WHERE looked_at IS NULL ORDER BY origin
