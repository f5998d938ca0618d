-- Records that a reviewer has decided on since the switch.
SELECT DISTINCT e.record_key, g.article_id
FROM core.pin AS p
CROSS JOIN LATERAL unnest(ARRAY[p.one_record_key, p.other_record_key]) AS named (record_key)
JOIN core.event_record AS e ON e.record_key = named.record_key AND e.is_current
JOIN core.record AS r ON r.record_key = e.record_key
JOIN core.reading AS g ON g.reading_id = r.reading_id
WHERE p.decided_at > %(switched_at)s
