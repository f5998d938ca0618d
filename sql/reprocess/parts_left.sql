SELECT part FROM core.reprocess_part WHERE reprocess_id = %(reprocess_id)s AND done_at IS NULL ORDER BY part
