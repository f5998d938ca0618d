-- The records that a switch brought, where that is taken back.
SELECT r.record_key
FROM core.reprocess_article AS i
JOIN core.record AS r ON r.reading_id = i.new_reading_id
JOIN core.event_record AS e ON e.record_key = r.record_key AND e.is_current
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome = 'taken_back'
