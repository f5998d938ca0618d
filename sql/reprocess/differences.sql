-- Values are compared as sets within their article: which record of the one reading is which of the other is not asked.
WITH said AS MATERIALIZED (
    SELECT i.article_id, i.source_key, v.field, v.value,
        count(*) FILTER (WHERE NOT g.is_new) AS former, count(*) FILTER (WHERE g.is_new) AS new
    FROM core.reprocess_article AS i
    CROSS JOIN LATERAL (VALUES (i.former_reading_id, false), (i.new_reading_id, true)) AS g (reading_id, is_new)
    CROSS JOIN LATERAL (SELECT * FROM core.record WHERE reading_id = g.reading_id OFFSET 0) AS r
    CROSS JOIN LATERAL (
        SELECT f.field, f.value
        FROM (VALUES
            ('records', 'record'), ('event_type', r.event_type::text), ('visit_kind', r.visit_kind::text),
            ('event_status', r.event_status::text), ('is_main', r.is_main::text), ('event_name', r.event_name),
            ('start_date', r.start_date), ('end_date', r.end_date), ('city', r.city), ('country', r.country),
            ('venue', r.venue), ('parent_event_name', r.parent_event_name),
            ('parent_event_organization', r.parent_event_organization)) AS f (field, value)
        WHERE f.value IS NOT NULL
        UNION ALL
        SELECT 'participants', concat_ws(', ', coalesce(p.person_id, p.name), p.title, p.role_class, p.country,
            p.organization, p.capacity)
        FROM core.participant AS p WHERE p.record_key = r.record_key
        UNION ALL
        SELECT 'topics', t.topic FROM core.topic AS t WHERE t.record_key = r.record_key
        UNION ALL
        SELECT 'outcomes', concat_ws(', ', o.outcome_type, o.words, o.due_date, o.document_count)
        FROM core.outcome AS o WHERE o.record_key = r.record_key
        UNION ALL
        SELECT 'figures', concat_ws(', ', f.metric, f.value, f.unit, f.qualifier, f.period, f.figure_status)
        FROM core.figure AS f WHERE f.record_key = r.record_key
        UNION ALL
        SELECT 'statements', concat_ws(', ', coalesce(s.person_id, s.speaker), s.statement_kind, s.words)
        FROM core.statement AS s WHERE s.record_key = r.record_key
    ) AS v (field, value)
    WHERE i.reprocess_id = %(reprocess_id)s AND i.part = %(part)s AND i.new_reading_id IS NOT NULL
    GROUP BY i.article_id, i.source_key, v.field, v.value
)
INSERT INTO core.reprocess_difference (
    reprocess_id, part, source_key, field, articles_differing, former_values, new_values, only_former, only_new)
SELECT %(reprocess_id)s, %(part)s, source_key, field,
    count(DISTINCT article_id) FILTER (WHERE former <> new), sum(former), sum(new),
    sum(greatest(former - new, 0)), sum(greatest(new - former, 0))
FROM said
GROUP BY source_key, field
