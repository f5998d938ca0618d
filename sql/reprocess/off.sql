-- A reading that was loaded after the one that takes its place is no longer published: of those that are the last stands.
UPDATE core.reading AS g SET
    is_current = false, published_at = CASE WHEN g.reading_id < i.new_reading_id THEN g.published_at END
FROM core.reprocess_article AS i
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome = 'switched' AND g.reading_id = i.former_reading_id
