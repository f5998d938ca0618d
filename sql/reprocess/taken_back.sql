UPDATE core.reprocess SET reprocess_status = 'taken_back', taken_back_at = now(), outcome = %(outcome)s
WHERE reprocess_id = %(reprocess_id)s
