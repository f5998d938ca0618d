DELETE FROM core.reprocess_before WHERE reprocess_id = %(reprocess_id)s
