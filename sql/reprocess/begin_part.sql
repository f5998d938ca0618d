UPDATE core.reprocess_part SET begun_at = now(), tries = tries + 1, problem = NULL
WHERE reprocess_id = %(reprocess_id)s AND part = %(part)s
