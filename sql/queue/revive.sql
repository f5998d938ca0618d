UPDATE landing.entry SET status = 'queued', attempts = 0, next_attempt_at = now(), updated_at = now()
WHERE status = 'dead' AND (%(source_key)s::text IS NULL OR source_key = %(source_key)s)
