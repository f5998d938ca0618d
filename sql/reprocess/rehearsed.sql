UPDATE core.reprocess SET rehearsal = %(outcome)s WHERE reprocess_id = %(reprocess_id)s
