-- An event that stands again leads nowhere.
DELETE FROM core.event_alias AS a
USING core.reprocess_before AS b
WHERE b.reprocess_id = %(reprocess_id)s AND b.relation = 'event_alias' AND b.row_before IS NULL
  AND a.event_id = b.row_key
  AND EXISTS (SELECT FROM core.event_record AS e WHERE e.event_id = a.event_id AND e.is_current)
