INSERT INTO landing.entry (
    source_key, feed_url, url, canonical_url, guid, title, published_at, language, status, attempts, batch_id, claimed_at,
    lease_until)
SELECT source_key, origin, url, canonical_url, canonical_url, title, published_at, language, 'claimed', 1, %(batch_id)s,
    now(), now() + make_interval(secs => %(lease_seconds)s)
FROM landing.backfill_item
WHERE backfill_id = %(backfill_id)s AND part = %(part)s
ORDER BY source_key, canonical_url
ON CONFLICT DO NOTHING
