SELECT entry_id, source_key, feed_url, url, canonical_url, guid, title, summary, published_at, language, attempts
FROM landing.entry
WHERE batch_id = %(batch_id)s AND status = 'claimed'
ORDER BY entry_id
