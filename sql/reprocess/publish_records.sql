UPDATE core.record AS r SET published_at = now()
FROM core.reprocess_article AS i
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome = 'switched' AND r.reading_id = i.new_reading_id
  AND r.published_at IS NULL
