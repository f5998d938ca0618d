INSERT INTO core.reading (article_id, text_sha256, extractor_version, batch_id)
SELECT DISTINCT ON (article_id) article_id, text_sha256, extractor_version, batch_id
FROM staging.article
WHERE batch_id = %(batch_id)s
  AND NOT EXISTS (
    SELECT FROM core.reading AS r
    WHERE r.article_id = article.article_id AND r.text_sha256 = article.text_sha256
      AND r.extractor_version = article.extractor_version)
ORDER BY article_id, fetched_at DESC, position DESC
