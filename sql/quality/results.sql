INSERT INTO quarantine.validation_result (batch_id, expectation, column_name, message, failed)
SELECT %(batch_id)s, r.expectation, r.column_name, r.message, r.failed
FROM jsonb_to_recordset(%(results)s) AS r (expectation text, column_name text, message text, failed int)
