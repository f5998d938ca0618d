-- A start that came later than it was given keeps its distance too: `ran_for` is how long ago it really was, in seconds.
-- `failure` is null where nothing was learned of the host, empty where it answered, else what it failed of.
WITH told AS (
    UPDATE landing.host SET
        next_allowed_at = greatest(next_allowed_at, clock_timestamp() + make_interval(secs => %(delay)s - %(ran_for)s)),
        failures = CASE WHEN %(failure)s::text = '' THEN 0 WHEN %(failure)s::text IS NULL THEN failures ELSE failures + 1 END,
        open_until = CASE
            WHEN %(failure)s::text = '' THEN NULL
            WHEN %(failure)s::text IS NULL OR failures + 1 < %(threshold)s THEN open_until
            ELSE clock_timestamp() + make_interval(secs => least(
                %(longest)s, %(cooldown)s * 2.0 ^ least(failures + 1 - %(threshold)s, 30)))
        END,
        last_failure = coalesce(nullif(%(failure)s::text, ''), last_failure),
        failed_at = CASE WHEN %(failure)s::text <> '' THEN clock_timestamp() ELSE failed_at END,
        answered_at = CASE WHEN %(failure)s::text = '' THEN clock_timestamp() ELSE answered_at END
    WHERE host = %(host)s
    RETURNING host
), freed AS (
    UPDATE landing.host_slot SET taken_until = clock_timestamp()
    WHERE (host, slot) IN (SELECT s.host, s.slot FROM landing.host_slot AS s JOIN told USING (host) WHERE s.turn = %(turn)s)
)
SELECT pg_notify('communique_host', host) FROM told
