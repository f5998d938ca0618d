-- Records that came to one of these events since the switch, or are left in one that the switch made.
SELECT e.record_key, g.article_id
FROM unnest(%(event_ids)s::text[]) AS given (event_id)
JOIN core.event_record AS e ON e.event_id = given.event_id AND e.is_current
JOIN core.record AS r ON r.record_key = e.record_key
JOIN core.reading AS g ON g.reading_id = r.reading_id
LEFT JOIN core.reprocess_before AS b
  ON b.reprocess_id = %(reprocess_id)s AND b.relation = 'event' AND b.row_key = given.event_id
WHERE e.joined_at > %(switched_at)s OR (b.row_key IS NOT NULL AND b.row_before IS NULL)
