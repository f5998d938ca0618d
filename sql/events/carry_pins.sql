UPDATE core.pin AS p SET
    one_record_key = coalesce(one.heir, p.one_record_key),
    other_record_key = coalesce(other.heir, p.other_record_key)
FROM core.pin AS q
LEFT JOIN unnest(%(record_keys)s::bigint[], %(heirs)s::bigint[]) AS one (record_key, heir)
    ON one.record_key = q.one_record_key
LEFT JOIN unnest(%(record_keys)s::bigint[], %(heirs)s::bigint[]) AS other (record_key, heir)
    ON other.record_key = q.other_record_key
WHERE p.pin_id = q.pin_id AND (one.heir IS NOT NULL OR other.heir IS NOT NULL)
