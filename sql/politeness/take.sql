WITH start AS (
    UPDATE landing.host
    SET next_allowed_at = clock_timestamp() + make_interval(secs => %(wait)s + %(delay)s)
    WHERE host = %(host)s
)
INSERT INTO landing.host_slot (host, slot, turn, taken_until)
VALUES (%(host)s, %(slot)s, %(turn)s, clock_timestamp() + make_interval(secs => %(wait)s + %(lease)s))
ON CONFLICT (host, slot) DO UPDATE SET turn = excluded.turn, taken_until = excluded.taken_until
