-- Those of these records that nobody can find as candidates yet.
SELECT given.record_key
FROM unnest(%(record_keys)s::bigint[]) AS given (record_key)
WHERE NOT EXISTS (SELECT FROM core.record_block AS b WHERE b.record_key = given.record_key)
