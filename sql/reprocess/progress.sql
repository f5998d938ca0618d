SELECT r.reprocess_id, r.extractor_version, r.source_keys, r.first_day, r.last_day, r.is_from_page, r.reprocess_status,
    r.begun_at, r.read_at, r.switched_at, r.taken_back_at, r.rehearsal, r.outcome,
    coalesce(p.articles, 0)::int AS articles, coalesce(p.parts, 0)::int AS parts,
    coalesce(p.parts_done, 0)::int AS parts_done, coalesce(p.articles_done, 0)::int AS articles_done,
    coalesce(p.failed, 0)::int AS failed, p.problem, coalesce(t.totals, '{}') AS totals
FROM core.reprocess AS r
LEFT JOIN LATERAL (
    SELECT sum(articles) AS articles, count(*) AS parts, count(done_at) AS parts_done,
        sum(articles) FILTER (WHERE done_at IS NOT NULL) AS articles_done,
        count(problem) FILTER (WHERE done_at IS NULL) AS failed,
        min(problem) FILTER (WHERE done_at IS NULL) AS problem
    FROM core.reprocess_part AS q WHERE q.reprocess_id = r.reprocess_id
) AS p ON true
LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(key, total) AS totals
    FROM (
        SELECT o.key, sum(o.value::bigint) AS total
        FROM core.reprocess_part AS q
        CROSS JOIN jsonb_each_text(q.outcome) AS o (key, value)
        WHERE q.reprocess_id = r.reprocess_id AND q.done_at IS NOT NULL
        GROUP BY o.key) AS summed
) AS t ON true
WHERE %(reprocess_id)s::text IS NULL OR r.reprocess_id = %(reprocess_id)s
ORDER BY r.begun_at DESC, r.reprocess_id
