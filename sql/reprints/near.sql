-- Within two weeks: what is printed again a year later is news of its own. No more than 50 for each article, the
-- earliest: texts made by a form (rates of the day) would otherwise pair with all of their kind.
SELECT n.article_id, n.signature, near.article_id, near.signature
FROM core.text_signature AS n
-- Printed at most two weeks apart is printed in one fortnight or the next
CROSS JOIN LATERAL (
    SELECT core.dated_bands(n.bands, n.printed_at - interval '14 days') || core.dated_bands(n.bands, n.printed_at)
        || core.dated_bands(n.bands, n.printed_at + interval '14 days') AS bands
    OFFSET 0
) AS sought
CROSS JOIN LATERAL (
    SELECT o.article_id, o.signature
    FROM core.text_signature AS o
    WHERE core.dated_bands(o.bands, o.printed_at) && sought.bands AND o.article_id <> n.article_id
      AND o.printed_at BETWEEN n.printed_at - interval '14 days' AND n.printed_at + interval '14 days'
    ORDER BY o.printed_at, o.article_id
    LIMIT 50
) AS near
WHERE n.article_id = ANY(%(article_ids)s)
