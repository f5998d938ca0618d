UPDATE staging.record AS r SET held_back = held.position IS NOT NULL
FROM staging.record AS s
LEFT JOIN jsonb_to_recordset(%(held)s) AS held (position int) ON held.position = s.position
WHERE r.batch_id = %(batch_id)s AND s.batch_id = r.batch_id AND s.position = r.position
