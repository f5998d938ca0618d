-- Records are in the events in which they were, but for those that have moved since the switch, or are not shown.
UPDATE core.event_record AS e SET
    event_id = was.event_id, is_current = was.is_current, successor_record_key = was.successor_record_key,
    reason = was.reason, joined_at = was.joined_at, batch_id = was.batch_id
FROM core.reprocess_before AS b
CROSS JOIN LATERAL jsonb_populate_record(NULL::core.event_record, b.row_before) AS was
JOIN core.record AS r ON r.record_key = was.record_key
JOIN core.reading AS g ON g.reading_id = r.reading_id
JOIN core.article AS a ON a.article_id = g.article_id
WHERE b.reprocess_id = %(reprocess_id)s AND b.relation = 'event_record' AND b.row_before IS NOT NULL
  AND e.record_key = was.record_key AND e.joined_at <= %(switched_at)s
  AND was.is_current <= (g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL)
RETURNING e.record_key, e.is_current
