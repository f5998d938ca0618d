-- Before the articles are brought up to date: afterwards nobody knows what stood there.
INSERT INTO core.article_change (article_id, changed_at, from_text_sha256, to_text_sha256, from_title, to_title, batch_id)
SELECT held.article_id, given.fetched_at, held.text_sha256, given.text_sha256, held.title, given.title, given.batch_id
FROM (
    SELECT DISTINCT ON (article_id) *
    FROM staging.article
    WHERE batch_id = %(batch_id)s
    ORDER BY article_id, fetched_at DESC, position DESC
) AS given
JOIN core.article AS held USING (article_id)
WHERE given.fetched_at > held.fetched_at
  AND (given.text_sha256 <> held.text_sha256 OR given.title IS DISTINCT FROM held.title)
ON CONFLICT DO NOTHING
