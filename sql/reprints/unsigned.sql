SELECT a.article_id, a.text_sha256, coalesce(a.published_at, a.published_on, a.first_loaded_at), t.text_key
FROM core.article AS a
JOIN core.article_text AS t USING (article_id, text_sha256)
LEFT JOIN core.text_signature AS s USING (article_id)
WHERE a.batch_id = %(batch_id)s
  AND (s.text_sha256, s.printed_at)
      IS DISTINCT FROM (a.text_sha256, coalesce(a.published_at, a.published_on, a.first_loaded_at))
ORDER BY a.article_id
