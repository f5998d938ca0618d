UPDATE core.reprocess_part SET stage = %(stage)s WHERE reprocess_id = %(reprocess_id)s AND part = %(part)s
