UPDATE reference.refresh SET applied_at = now() WHERE refresh_id = %(refresh_id)s
