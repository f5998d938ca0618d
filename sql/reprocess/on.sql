UPDATE core.reading AS g SET is_current = true, published_at = coalesce(g.published_at, now())
FROM core.reprocess_article AS i
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome = 'switched' AND g.reading_id = i.new_reading_id
