SELECT event_id FROM core.event WHERE event_id = ANY(%(event_ids)s)
