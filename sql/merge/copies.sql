-- Of one source's articles with the same text, the one loaded first stands for all. Whoever was a copy of an
-- article of this batch is looked at again, since that article's text may have changed.
WITH concerned AS (
    SELECT source_key, text_sha256 FROM core.article WHERE batch_id = %(batch_id)s
    UNION
    SELECT a.source_key, a.text_sha256
    FROM core.article AS a
    JOIN core.article AS original ON original.article_id = a.copy_of_article_id
    WHERE original.batch_id = %(batch_id)s
), ranked AS (
    SELECT a.article_id, first_value(a.article_id) OVER (
        PARTITION BY a.source_key, a.text_sha256 ORDER BY a.first_loaded_at, a.entry_id, a.article_id) AS original_id
    FROM core.article AS a
    JOIN concerned USING (source_key, text_sha256)
)
UPDATE core.article AS a SET copy_of_article_id = nullif(ranked.original_id, a.article_id)
FROM ranked
WHERE a.article_id = ranked.article_id
  AND a.copy_of_article_id IS DISTINCT FROM nullif(ranked.original_id, a.article_id)
