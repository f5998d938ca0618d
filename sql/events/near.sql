-- The records that are candidates of any seeker: stored under a key that it seeks, with a day in common.
SELECT DISTINCT b.record_key
FROM jsonb_to_recordset(%(seekers)s) AS seeker (keys text[], first_day date, last_day date)
JOIN core.record_block AS b
  ON b.dated_keys && seeker.keys AND b.day_window && daterange(seeker.first_day, seeker.last_day, '[]')
