SELECT article_outcome, count(*) FROM core.reprocess_article
WHERE reprocess_id = %(reprocess_id)s AND article_outcome IS NOT NULL
GROUP BY article_outcome
