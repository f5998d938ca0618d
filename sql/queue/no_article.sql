UPDATE landing.entry SET status = 'no_article', last_error = %(reason)s, lease_until = NULL, updated_at = now()
WHERE entry_id = ANY(%(entry_ids)s) AND batch_id = %(batch_id)s AND status = 'fetched'
