UPDATE core.event SET retired_at = now(), batch_id = %(batch_id)s
WHERE event_id = ANY(%(event_ids)s) AND retired_at IS NULL
