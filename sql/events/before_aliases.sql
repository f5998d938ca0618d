UPDATE core.event_alias AS a SET
    current_event_id = b.row_before ->> 'current_event_id', merged_at = (b.row_before ->> 'merged_at')::timestamptz,
    batch_id = b.row_before ->> 'batch_id'
FROM core.reprocess_before AS b
WHERE b.reprocess_id = %(reprocess_id)s AND b.relation = 'event_alias' AND b.row_before IS NOT NULL
  AND a.event_id = b.row_key
  AND EXISTS (SELECT FROM core.event_record AS e
    WHERE e.event_id = b.row_before ->> 'current_event_id' AND e.is_current)
