UPDATE core.reprocess SET reprocess_status = 'switched', switched_at = now(), outcome = %(outcome)s
WHERE reprocess_id = %(reprocess_id)s
