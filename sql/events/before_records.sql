-- Which record a switch let take the place of which, where that is taken back.
SELECT r.record_key, e.successor_record_key
FROM core.reprocess_article AS i
JOIN core.record AS r ON r.reading_id = i.former_reading_id
JOIN core.event_record AS e ON e.record_key = r.record_key
JOIN core.record AS heir ON heir.record_key = e.successor_record_key AND heir.reading_id = i.new_reading_id
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome = 'taken_back' AND NOT e.is_current
