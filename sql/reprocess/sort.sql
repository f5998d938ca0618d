-- Which of the run's articles can be switched, and what stood before.
UPDATE core.reprocess_article AS i SET
    article_outcome = CASE
        WHEN a.text_sha256 <> i.text_sha256 THEN 'changed'
        WHEN i.new_reading_id IS NULL THEN 'unread'
        WHEN now_shown.reading_id = i.new_reading_id THEN 'there'
        WHEN now_shown.reading_id IS DISTINCT FROM i.former_reading_id THEN 'overtaken'
        ELSE 'switched' END,
    former_published_at = former.published_at,
    was_published = new.published_at IS NOT NULL,
    former_article = CASE WHEN i.new_article IS NOT NULL THEN jsonb_build_object(
        'url', a.url, 'canonical_url', a.canonical_url, 'title', a.title, 'language', a.language,
        'published_text', a.published_text, 'published_on', a.published_on, 'published_at', a.published_at,
        'modified_text', a.modified_text, 'authors', a.authors, 'section', a.section,
        'lead_image_url', a.lead_image_url, 'origin', a.origin, 'published_rule', a.published_rule,
        'text_rule', a.text_rule, 'modified_rule', a.modified_rule, 'text_sha256', a.text_sha256) END
FROM core.reprocess_article AS o
JOIN core.article AS a ON a.article_id = o.article_id
JOIN core.reading AS former ON former.reading_id = o.former_reading_id
LEFT JOIN core.reading AS new ON new.reading_id = o.new_reading_id
LEFT JOIN core.reading AS now_shown ON now_shown.article_id = o.article_id AND now_shown.is_current
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome IS NULL
  AND o.reprocess_id = i.reprocess_id AND o.article_id = i.article_id
