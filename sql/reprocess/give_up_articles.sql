UPDATE core.reprocess_article SET article_outcome = 'given_up'
WHERE reprocess_id = %(reprocess_id)s AND article_outcome IS NULL
