-- Records whose event does not fit what is shown, or all that are shown, after a given one.
SELECT r.record_key, g.article_id, s.is_shown
FROM core.record AS r
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
LEFT JOIN core.event_record AS e ON e.record_key = r.record_key AND e.is_current
CROSS JOIN LATERAL (
    SELECT g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL AS is_shown
) AS s
WHERE r.record_key > %(after)s
  AND (s.is_shown <> (e.record_key IS NOT NULL) OR (s.is_shown AND %(again)s))
ORDER BY r.record_key
LIMIT %(limit)s
