-- Where something newer is shown since the switch, it stays.
UPDATE core.reprocess_article AS i SET article_outcome = CASE WHEN g.is_current THEN 'taken_back' ELSE 'kept' END
FROM core.reading AS g
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome = 'switched' AND g.reading_id = i.new_reading_id
