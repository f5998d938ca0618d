UPDATE core.event_record AS e SET
    is_current = false, successor_record_key = given.successor_record_key, joined_at = now(), batch_id = %(batch_id)s
FROM unnest(%(record_keys)s::bigint[], %(successors)s::bigint[]) AS given (record_key, successor_record_key)
WHERE e.record_key = given.record_key AND e.is_current
