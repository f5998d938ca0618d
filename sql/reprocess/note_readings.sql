UPDATE core.reprocess_article AS i SET new_reading_id = g.reading_id
FROM core.reading AS g
WHERE i.reprocess_id = %(reprocess_id)s AND i.part = %(part)s
  AND g.article_id = i.article_id AND g.text_sha256 = i.text_sha256 AND g.extractor_version = %(extractor_version)s
