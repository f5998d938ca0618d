-- Articles whose present text is shown as another version read it (all, where the page itself is read again); copies too, since each may come to stand for itself.
INSERT INTO core.reprocess_article (reprocess_id, article_id, source_key, part, text_sha256, former_reading_id)
SELECT
    %(reprocess_id)s, a.article_id, a.source_key,
    (row_number() OVER (ORDER BY a.published_on, a.source_key, a.article_id) - 1) / %(part_size)s + 1,
    a.text_sha256, g.reading_id
FROM core.article AS a
JOIN core.reading AS g ON g.article_id = a.article_id AND g.text_sha256 = a.text_sha256 AND g.is_current
WHERE (g.extractor_version <> %(extractor_version)s OR %(is_from_page)s)
  AND (%(source_keys)s::text[] = '{}' OR a.source_key = ANY(%(source_keys)s))
  AND (%(first_day)s::date IS NULL OR a.published_on >= %(first_day)s)
  AND (%(last_day)s::date IS NULL OR a.published_on <= %(last_day)s)
