UPDATE core.reprocess SET reprocess_status = 'open', read_at = NULL WHERE reprocess_id = %(reprocess_id)s
