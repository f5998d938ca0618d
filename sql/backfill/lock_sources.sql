-- The lock that the watchers take too: who inserts the same entries in another order would deadlock with this.
SELECT pg_advisory_xact_lock(hashtextextended('landing.entry ' || source_key, 0))
FROM (
    SELECT DISTINCT source_key FROM landing.backfill_item
    WHERE backfill_id = %(backfill_id)s AND part = %(part)s
    ORDER BY source_key
) AS concerned
