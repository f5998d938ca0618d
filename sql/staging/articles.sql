SELECT id, entry_id, source, url, canonical_url, title, text, text_sha256, language, published_at, modified_at,
    authors, section, lead_image, origin, published_rule, text_rule, modified_rule
FROM (
    SELECT DISTINCT ON (article_id)
        article_id AS id, entry_id, source_key AS source, url, canonical_url, title, body AS text, text_sha256,
        language, published_text AS published_at, modified_text AS modified_at, authors, section,
        lead_image_url AS lead_image, origin, published_rule, text_rule, modified_rule, position
    FROM staging.article
    WHERE batch_id = %(batch_id)s
    ORDER BY article_id, fetched_at DESC, position DESC
) AS newest
ORDER BY position
