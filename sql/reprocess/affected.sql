SELECT article_id FROM core.reprocess_article
WHERE reprocess_id = %(reprocess_id)s AND article_outcome = ANY(%(outcomes)s)
ORDER BY part, article_id
