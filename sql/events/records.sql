-- What of a record events are made of, under the key by which resolution knows it; the record itself only of those that
-- are not known yet in this version of their row.
SELECT
    r.record_key,
    g.article_id || '/' || r.record_id AS key,
    a.source_key,
    a.published_at,
    r.xmin::text AS version,
    j.record - '{statements,outcomes}'::text[] AS record
FROM core.record AS r
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
LEFT JOIN unnest(%(known)s::bigint[], %(versions)s::text[]) AS known (record_key, version)
    ON known.record_key = r.record_key AND known.version = r.xmin::text
LEFT JOIN core.record_json AS j
    ON j.record_key = r.record_key AND known.record_key IS NULL AND j.record_key = ANY(%(record_keys)s)
WHERE r.record_key = ANY(%(record_keys)s) AND (known.record_key IS NOT NULL OR j.record_key IS NOT NULL)
