UPDATE core.event AS e SET founder_record_key = given.heir
FROM unnest(%(record_keys)s::bigint[], %(heirs)s::bigint[]) AS given (record_key, heir)
JOIN core.event_record AS r ON r.record_key = given.heir
WHERE e.event_id = r.event_id AND e.founder_record_key = given.record_key
