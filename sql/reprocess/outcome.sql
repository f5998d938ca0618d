SELECT outcome FROM core.reprocess_part
WHERE reprocess_id = %(reprocess_id)s AND part = %(part)s AND done_at IS NOT NULL
