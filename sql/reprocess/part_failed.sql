UPDATE core.reprocess_part SET problem = %(problem)s WHERE reprocess_id = %(reprocess_id)s AND part = %(part)s
