-- Records of these articles that count in an event and are no longer shown.
SELECT r.record_key, given.article_id
FROM unnest(%(article_ids)s::text[]) AS given (article_id)
CROSS JOIN LATERAL (SELECT copy_of_article_id FROM core.article WHERE article_id = given.article_id OFFSET 0) AS a
CROSS JOIN LATERAL (SELECT reading_id, is_current FROM core.reading WHERE article_id = given.article_id OFFSET 0) AS g
CROSS JOIN LATERAL (SELECT record_key, published_at FROM core.record WHERE reading_id = g.reading_id OFFSET 0) AS r
WHERE (SELECT e.is_current FROM core.event_record AS e WHERE e.record_key = r.record_key)
  AND NOT (g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL)
