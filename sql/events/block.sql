INSERT INTO core.record_block (record_key, dated_keys, day_window)
SELECT record_key, dated_keys, daterange(first_day, last_day, '[]')
FROM jsonb_to_recordset(%(rows)s) AS given (record_key bigint, dated_keys text[], first_day date, last_day date)
ON CONFLICT (record_key) DO UPDATE SET dated_keys = excluded.dated_keys, day_window = excluded.day_window
WHERE (record_block.dated_keys, record_block.day_window) IS DISTINCT FROM (excluded.dated_keys, excluded.day_window)
