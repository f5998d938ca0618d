SELECT
    b.backfill_id, b.source_key, b.first_day, b.last_day, cardinality(b.archives) AS archives, b.begun_at, b.finished_at,
    o.origins, o.looked, o.seen, o.problems,
    (SELECT count(*) FROM landing.backfill_item AS i WHERE i.backfill_id = b.backfill_id) AS items,
    p.parts, p.parts_done, p.items_done, p.failed, p.under_way, p.outcome
FROM landing.backfill AS b
CROSS JOIN LATERAL (
    SELECT count(*) AS origins, count(looked_at) AS looked, coalesce(sum(seen), 0)::bigint AS seen,
        count(problem) AS problems
    FROM landing.backfill_origin AS o
    WHERE o.backfill_id = b.backfill_id
) AS o
CROSS JOIN LATERAL (
    SELECT count(*) AS parts, count(done_at) AS parts_done,
        coalesce(sum(items) FILTER (WHERE done_at IS NOT NULL), 0)::bigint AS items_done,
        count(problem) AS failed,
        array_agg(part || ' ' || stage ORDER BY part)
            FILTER (WHERE done_at IS NULL AND begun_at IS NOT NULL AND problem IS NULL) AS under_way,
        (SELECT coalesce(jsonb_object_agg(word, items), '{}') FROM (
            SELECT key AS word, sum(value::bigint) AS items
            FROM landing.backfill_part AS d, jsonb_each_text(d.outcome)
            WHERE d.backfill_id = b.backfill_id
            GROUP BY key) AS added) AS outcome
    FROM landing.backfill_part AS p
    WHERE p.backfill_id = b.backfill_id
) AS p
WHERE %(backfill_id)s::text IS NULL OR b.backfill_id = %(backfill_id)s
ORDER BY b.begun_at DESC
