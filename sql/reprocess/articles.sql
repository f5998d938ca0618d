-- What of a part the version has not read yet, as core holds it. One whose text has changed since, or whose month is
-- detached, is left out.
SELECT
    a.article_id AS id, a.source_key AS source, a.url, a.canonical_url, a.title, b.body AS text, a.language,
    a.published_text AS published_at, a.modified_text AS modified_at, a.authors, a.section,
    a.lead_image_url AS lead_image, a.origin, a.published_rule, a.text_rule, a.modified_rule,
    a.fetched_at, a.entry_id, a.capture_id
FROM core.reprocess_article AS i
JOIN core.article AS a ON a.article_id = i.article_id AND a.text_sha256 = i.text_sha256
JOIN core.article_text AS t ON t.article_id = a.article_id AND t.text_sha256 = a.text_sha256
JOIN core.article_body AS b USING (text_key)
WHERE i.reprocess_id = %(reprocess_id)s AND i.part = %(part)s
  AND NOT EXISTS (
    SELECT FROM core.reading AS g
    WHERE g.article_id = i.article_id AND g.text_sha256 = i.text_sha256 AND g.extractor_version = %(extractor_version)s)
ORDER BY a.article_id
