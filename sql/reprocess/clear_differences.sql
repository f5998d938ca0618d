DELETE FROM core.reprocess_difference WHERE reprocess_id = %(reprocess_id)s AND part = %(part)s
