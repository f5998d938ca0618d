-- The batch's articles, and those that stopped or began to be copies of one of them: of one source and one text,
-- present or former. Here as in the questions beside it OFFSET 0 keeps the planner from turning a look at each of a few
-- rows into a walk through whole tables, which it would do as long as nobody has counted them.
WITH own AS MATERIALIZED (
    SELECT article_id FROM core.article WHERE batch_id = %(batch_id)s
    UNION
    SELECT article_id FROM core.reading WHERE batch_id = %(batch_id)s
)
SELECT article_id FROM own
UNION
SELECT a.article_id
FROM own
CROSS JOIN LATERAL (SELECT source_key FROM core.article WHERE article_id = own.article_id OFFSET 0) AS o
CROSS JOIN LATERAL (SELECT text_sha256 FROM core.article_text WHERE article_id = own.article_id OFFSET 0) AS t
CROSS JOIN LATERAL (
    SELECT article_id FROM core.article WHERE source_key = o.source_key AND text_sha256 = t.text_sha256 OFFSET 0
) AS a
