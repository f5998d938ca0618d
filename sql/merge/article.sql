MERGE INTO core.article AS held
USING (
    SELECT DISTINCT ON (article_id) *
    FROM staging.article
    WHERE batch_id = %(batch_id)s
    ORDER BY article_id, fetched_at DESC, position DESC
) AS given ON held.article_id = given.article_id
WHEN MATCHED AND given.fetched_at > held.fetched_at THEN UPDATE SET
    url = given.url,
    canonical_url = given.canonical_url,
    title = given.title,
    language = given.language,
    published_text = given.published_text,
    published_on = given.published_on,
    published_at = given.published_at,
    modified_text = given.modified_text,
    authors = given.authors,
    section = given.section,
    lead_image_url = given.lead_image_url,
    origin = given.origin,
    published_rule = given.published_rule,
    text_rule = given.text_rule,
    modified_rule = given.modified_rule,
    text_sha256 = given.text_sha256,
    entry_id = given.entry_id,
    capture_id = given.capture_id,
    fetched_at = given.fetched_at,
    batch_id = given.batch_id
WHEN NOT MATCHED THEN INSERT (
    article_id, source_key, url, canonical_url, title, language, published_text, published_on, published_at,
    modified_text, authors, section, lead_image_url, origin, published_rule, text_rule, modified_rule, text_sha256,
    entry_id, capture_id, fetched_at, batch_id)
VALUES (
    given.article_id, given.source_key, given.url, given.canonical_url, given.title, given.language,
    given.published_text, given.published_on, given.published_at, given.modified_text, given.authors, given.section,
    given.lead_image_url, given.origin, given.published_rule, given.text_rule, given.modified_rule, given.text_sha256,
    given.entry_id, given.capture_id, given.fetched_at, given.batch_id)
