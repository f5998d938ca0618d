-- How the items ended: by the entry's status where this batch had it, else they were known (or somebody has them).
UPDATE landing.backfill_part AS p SET
    done_at = now(),
    stage = 'done',
    problem = NULL,
    outcome = ended.counts || jsonb_build_object('records', (
        SELECT count(*) FROM core.record WHERE batch_id = %(batch_id)s))
FROM (
    SELECT coalesce(jsonb_object_agg(word, items), '{}') AS counts
    FROM (
        SELECT CASE WHEN e.batch_id = %(batch_id)s THEN e.status ELSE 'known' END AS word, count(*) AS items
        FROM landing.backfill_item AS i
        LEFT JOIN landing.entry AS e USING (source_key, canonical_url)
        WHERE i.backfill_id = %(backfill_id)s AND i.part = %(part)s
        GROUP BY 1
    ) AS counted
) AS ended
WHERE p.backfill_id = %(backfill_id)s AND p.part = %(part)s
RETURNING p.outcome
