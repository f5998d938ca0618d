-- Looked up row by row, as in record.sql.
INSERT INTO core.record_json (record_key, record)
SELECT r.record_key, s.record
FROM staging.record AS s
CROSS JOIN LATERAL (
    SELECT a.text_sha256, a.extractor_version
    FROM staging.article AS a
    WHERE a.batch_id = %(batch_id)s AND a.article_id = s.article_id
    ORDER BY a.fetched_at DESC, a.position DESC
    LIMIT 1
) AS a
CROSS JOIN LATERAL (
    SELECT k.record_key
    FROM core.reading AS g
    JOIN core.record AS k USING (reading_id)
    WHERE g.article_id = s.article_id AND g.text_sha256 = a.text_sha256 AND g.extractor_version = a.extractor_version
      AND k.record_id = s.record_id AND k.batch_id = s.batch_id
    OFFSET 0
) AS r
WHERE s.batch_id = %(batch_id)s AND NOT s.held_back
ORDER BY r.record_key
ON CONFLICT DO NOTHING
