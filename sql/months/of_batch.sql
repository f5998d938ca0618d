-- The months that the keys of the batch's texts begin with; its records lie in the same ones.
SELECT DISTINCT core.month_key(t.text_key)
FROM staging.article AS s
JOIN core.article_text AS t USING (article_id, text_sha256)
WHERE s.batch_id = %(batch_id)s
