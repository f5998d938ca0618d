UPDATE core.reprocess SET reprocess_status = 'given_up' WHERE reprocess_id = %(reprocess_id)s
