UPDATE core.article AS a SET
    url = n.url, canonical_url = n.canonical_url, title = n.title, language = n.language,
    published_text = n.published_text, published_on = n.published_on, published_at = n.published_at,
    modified_text = n.modified_text, authors = n.authors, section = n.section, lead_image_url = n.lead_image_url,
    origin = n.origin, published_rule = n.published_rule, text_rule = n.text_rule, modified_rule = n.modified_rule,
    text_sha256 = n.text_sha256, batch_id = %(batch_id)s
FROM core.reprocess_article AS i
CROSS JOIN LATERAL jsonb_to_record(CASE WHEN %(is_back)s THEN i.former_article ELSE i.new_article END) AS n (
    url text, canonical_url text, title text, language text, published_text text, published_on date,
    published_at timestamptz, modified_text text, authors text[], section text, lead_image_url text, origin text,
    published_rule text, text_rule text, modified_rule text, text_sha256 text)
WHERE i.reprocess_id = %(reprocess_id)s AND i.new_article IS NOT NULL
  AND i.article_outcome = CASE WHEN %(is_back)s THEN 'taken_back' ELSE 'switched' END
  AND a.article_id = i.article_id
