DELETE FROM core.event_split AS s
USING core.reprocess_before AS b
WHERE b.reprocess_id = %(reprocess_id)s AND b.relation = 'event_split'
  AND b.row_key = concat_ws(' ', s.event_id, s.split_event_id)
  AND NOT EXISTS (SELECT FROM core.event_record AS e WHERE e.event_id = s.split_event_id AND e.is_current)
