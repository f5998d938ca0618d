UPDATE core.reprocess_article AS i SET
    new_reading_id = g.reading_id,
    new_article = jsonb_build_object(
        'url', s.url, 'canonical_url', s.canonical_url, 'title', s.title, 'language', s.language,
        'published_text', s.published_text, 'published_on', s.published_on, 'published_at', s.published_at,
        'modified_text', s.modified_text, 'authors', s.authors, 'section', s.section,
        'lead_image_url', s.lead_image_url, 'origin', s.origin, 'published_rule', s.published_rule,
        'text_rule', s.text_rule, 'modified_rule', s.modified_rule, 'text_sha256', s.text_sha256)
FROM staging.article AS s
JOIN core.reading AS g ON g.article_id = s.article_id AND g.text_sha256 = s.text_sha256
WHERE i.reprocess_id = %(reprocess_id)s AND i.part = %(part)s
  AND s.batch_id = %(batch_id)s AND s.article_id = i.article_id AND g.extractor_version = %(extractor_version)s
