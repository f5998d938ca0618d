-- The articles concerned, the first prints that they belong to, and all of those firsts' reprints.
WITH firsts AS (
    SELECT DISTINCT coalesce(reprint_of_article_id, article_id) AS article_id
    FROM core.article
    WHERE article_id = ANY(%(article_ids)s)
), members AS (
    SELECT article_id FROM firsts
    UNION
    SELECT a.article_id FROM firsts AS f JOIN core.article AS a ON a.reprint_of_article_id = f.article_id
    UNION
    SELECT unnest(%(article_ids)s::text[])
)
SELECT a.article_id, a.reprint_of_article_id, s.printed_at, a.first_loaded_at, s.signature
FROM members
JOIN core.article AS a USING (article_id)
JOIN core.text_signature AS s USING (article_id)
