SELECT DISTINCT event_id FROM core.event_record WHERE record_key = ANY(%(record_keys)s)
