SELECT count(*)::int FROM staging.record WHERE batch_id = %(batch_id)s
