SELECT r.record_key, g.article_id
FROM core.record AS r
JOIN core.reading AS g USING (reading_id)
WHERE r.record_key = ANY(%(record_keys)s)
