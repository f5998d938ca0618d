UPDATE core.reading AS g SET is_current = i.article_outcome = 'taken_back', published_at = i.former_published_at
FROM core.reprocess_article AS i
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome IN ('taken_back', 'kept')
  AND g.reading_id = i.former_reading_id
