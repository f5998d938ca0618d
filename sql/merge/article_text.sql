INSERT INTO core.article_text (article_id, text_sha256, text_key, capture_id, fetched_at, batch_id)
SELECT DISTINCT ON (s.article_id, s.text_sha256)
    s.article_id, s.text_sha256,
    core.month_start(core.month_of(a.published_at, a.published_on, a.fetched_at)) + nextval('core.text_number'),
    s.capture_id, s.fetched_at, s.batch_id
FROM staging.article AS s
JOIN core.article AS a USING (article_id)
WHERE s.batch_id = %(batch_id)s
  AND NOT EXISTS (
    SELECT FROM core.article_text AS t WHERE t.article_id = s.article_id AND t.text_sha256 = s.text_sha256)
ORDER BY s.article_id, s.text_sha256, s.fetched_at, s.position
ON CONFLICT DO NOTHING
