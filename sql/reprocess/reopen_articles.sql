-- As they stand now: what was read stays read, a text that has changed since is read anew.
UPDATE core.reprocess_article AS i SET
    article_outcome = NULL,
    text_sha256 = a.text_sha256,
    former_reading_id = g.reading_id,
    new_reading_id = NULL,
    new_article = NULL
FROM core.article AS a
JOIN core.reading AS g ON g.article_id = a.article_id AND g.is_current
WHERE i.reprocess_id = %(reprocess_id)s AND a.article_id = i.article_id
