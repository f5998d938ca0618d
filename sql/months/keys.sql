SELECT coalesce(min(record_key), 0) AS first_key, coalesce(max(record_key), 0) AS last_key
FROM core.record
WHERE batch_id = %(batch_id)s
