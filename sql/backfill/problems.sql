SELECT origin AS what, problem, left_out FROM landing.backfill_origin
WHERE backfill_id = %(backfill_id)s AND (problem IS NOT NULL OR left_out <> '{}')
UNION ALL
SELECT 'part ' || part, problem, '{}' FROM landing.backfill_part
WHERE backfill_id = %(backfill_id)s AND problem IS NOT NULL
ORDER BY what
