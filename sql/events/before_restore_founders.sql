UPDATE core.event AS e SET founder_record_key = (b.row_before ->> 'founder_record_key')::bigint
FROM core.reprocess_before AS b
WHERE b.reprocess_id = %(reprocess_id)s AND b.relation = 'event' AND b.row_before IS NOT NULL
  AND e.event_id = b.row_key AND e.founder_record_key <> (b.row_before ->> 'founder_record_key')::bigint
