DELETE FROM quarantine.validation_result WHERE batch_id = %(batch_id)s
