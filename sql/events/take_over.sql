-- What a newer reading put in a record's place is in its event from now on.
INSERT INTO core.event_record AS held (record_key, event_id, is_current, reason, batch_id)
SELECT given.heir, e.event_id, true, 'a newer reading of record ' || given.record_key, %(batch_id)s
FROM unnest(%(record_keys)s::bigint[], %(heirs)s::bigint[]) AS given (record_key, heir)
JOIN core.event_record AS e ON e.record_key = given.record_key AND e.is_current
ON CONFLICT (record_key) DO UPDATE SET
    event_id = excluded.event_id, is_current = true, successor_record_key = NULL, reason = excluded.reason,
    joined_at = now(), batch_id = excluded.batch_id
