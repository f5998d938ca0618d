UPDATE core.record SET published_at = now() WHERE batch_id = %(batch_id)s AND published_at IS NULL
