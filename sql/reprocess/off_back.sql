UPDATE core.reading AS g SET
    is_current = false, published_at = CASE WHEN i.was_published THEN g.published_at END
FROM core.reprocess_article AS i
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome IN ('taken_back', 'kept')
  AND g.reading_id = i.new_reading_id
