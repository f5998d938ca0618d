-- How many requests are under way, the lowest slot that is free, and in how many seconds the next lease runs out.
WITH under_way AS (
    SELECT slot, taken_until FROM landing.host_slot WHERE host = %(host)s AND taken_until > clock_timestamp()
)
SELECT
    (SELECT count(*)::int FROM under_way) AS taken,
    (SELECT min(n) FROM generate_series(1, (SELECT count(*)::int + 1 FROM under_way)) AS n
     WHERE n NOT IN (SELECT slot FROM under_way)) AS free_slot,
    (SELECT extract(epoch FROM min(taken_until) - clock_timestamp())::float8 FROM under_way) AS frees_in
