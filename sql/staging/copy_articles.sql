COPY staging.article (
    batch_id, position, entry_id, capture_id, fetched_at, article_id, source_key, url, canonical_url, title, body,
    text_sha256, language, published_text, published_on, published_at, modified_text, authors, section,
    lead_image_url, origin, published_rule, text_rule, modified_rule)
FROM STDIN
