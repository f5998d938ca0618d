-- The open runs that already have articles of this choice, with one of them each.
SELECT i.reprocess_id, min(i.article_id), count(*)
FROM core.reprocess_article AS i
JOIN core.article AS a USING (article_id)
JOIN core.reading AS g ON g.article_id = a.article_id AND g.text_sha256 = a.text_sha256 AND g.is_current
WHERE i.article_outcome IS NULL AND i.reprocess_id <> %(reprocess_id)s
  AND (g.extractor_version <> %(extractor_version)s OR %(is_from_page)s)
  AND (%(source_keys)s::text[] = '{}' OR a.source_key = ANY(%(source_keys)s))
  AND (%(first_day)s::date IS NULL OR a.published_on >= %(first_day)s)
  AND (%(last_day)s::date IS NULL OR a.published_on <= %(last_day)s)
GROUP BY i.reprocess_id
ORDER BY i.reprocess_id
