-- What of a record events are made of, under the key by which resolution knows it; the record itself only of those that
-- are not known yet in this version of their row.
SELECT
    r.record_key,
    g.article_id || '/' || r.record_id AS key,
    a.source_key,
    a.published_at,
    r.xmin::text AS version,
    CASE WHEN known.record_key IS NULL THEN r.record - '{statements,outcomes}'::text[] END AS record
FROM core.record AS r
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
LEFT JOIN unnest(%(known)s::bigint[], %(versions)s::text[]) AS known (record_key, version)
    ON known.record_key = r.record_key AND known.version = r.xmin::text
WHERE r.record_key = ANY(%(record_keys)s)
