-- What of a record events are made of, under the key by which resolution knows it.
SELECT
    r.record_key,
    g.article_id || '/' || r.record_id AS key,
    a.source_key,
    a.published_at,
    j.record - '{statements,outcomes}'::text[] AS record
FROM core.record AS r
JOIN core.record_json AS j USING (record_key)
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
WHERE r.record_key = ANY(%(record_keys)s) AND j.record_key = ANY(%(record_keys)s)
