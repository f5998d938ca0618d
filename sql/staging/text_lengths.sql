SELECT DISTINCT ON (article_id) article_id, length(body)
FROM staging.article
WHERE batch_id = %(batch_id)s
ORDER BY article_id, fetched_at DESC, position DESC
