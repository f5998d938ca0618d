INSERT INTO core.record_json (record_key, record)
SELECT r.record_key, s.record
FROM staging.record AS s
JOIN (
    SELECT DISTINCT ON (article_id) article_id, text_sha256, extractor_version
    FROM staging.article
    WHERE batch_id = %(batch_id)s
    ORDER BY article_id, fetched_at DESC, position DESC
) AS a USING (article_id)
JOIN core.reading AS g USING (article_id, text_sha256, extractor_version)
JOIN core.record AS r USING (reading_id, record_id)
WHERE s.batch_id = %(batch_id)s AND NOT s.held_back AND r.batch_id = s.batch_id
ORDER BY r.record_key
ON CONFLICT DO NOTHING
