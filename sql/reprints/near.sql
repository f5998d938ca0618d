-- Within two weeks: what is printed again a year later is news of its own. No more than 50 for each article, the
-- earliest: texts made by a form (rates of the day) would otherwise pair with all of their kind.
SELECT n.article_id, n.signature, near.article_id, near.signature
FROM core.text_signature AS n
CROSS JOIN LATERAL (
    SELECT o.article_id, o.signature
    FROM core.text_signature AS o
    WHERE o.bands && n.bands AND o.article_id <> n.article_id
      AND o.printed_at BETWEEN n.printed_at - interval '14 days' AND n.printed_at + interval '14 days'
    ORDER BY o.printed_at, o.article_id
    LIMIT 50
) AS near
WHERE n.article_id = ANY(%(article_ids)s)
