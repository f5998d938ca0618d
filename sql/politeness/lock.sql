-- Holds the host's row until the transaction ends, and says how things stand now. The clock is read after the lock
-- is had, and only distances leave the server, so that workers' clocks need not agree.
INSERT INTO landing.host AS known (host) VALUES (%(host)s)
ON CONFLICT (host) DO UPDATE SET host = excluded.host
RETURNING
    greatest(0, extract(epoch FROM next_allowed_at - clock_timestamp()))::float8 AS next_in,
    greatest(0, extract(epoch FROM paused_until - clock_timestamp()))::float8 AS paused_for,
    greatest(0, extract(epoch FROM open_until - clock_timestamp()))::float8 AS open_for,
    failures,
    last_failure
