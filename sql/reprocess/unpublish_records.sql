UPDATE core.record AS r SET published_at = NULL
FROM core.reprocess_article AS i
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome IN ('taken_back', 'kept') AND NOT i.was_published
  AND r.reading_id = i.new_reading_id
