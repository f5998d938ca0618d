INSERT INTO core.article_body (text_key, body)
SELECT DISTINCT ON (t.text_key) t.text_key, s.body
FROM staging.article AS s
JOIN core.article_text AS t USING (article_id, text_sha256)
WHERE s.batch_id = %(batch_id)s AND t.batch_id = s.batch_id
ORDER BY t.text_key
ON CONFLICT DO NOTHING
