-- The run is read when no part is left.
UPDATE core.reprocess AS r SET read_at = now()
WHERE r.reprocess_id = %(reprocess_id)s AND r.read_at IS NULL AND NOT EXISTS (
    SELECT FROM core.reprocess_part AS p WHERE p.reprocess_id = r.reprocess_id AND p.done_at IS NULL)
