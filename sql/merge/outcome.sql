INSERT INTO core.outcome (record_key, position, outcome_type, words, parties, due_date, document_count, evidence)
SELECT
    r.record_key, o.position - 1, o.value ->> 'type', o.value ->> 'text', core.texts(o.value -> 'parties'),
    o.value ->> 'due_date', (o.value ->> 'count')::numeric::bigint, core.spans(o.value -> 'evidence')
FROM core.record AS r
CROSS JOIN jsonb_array_elements(r.record -> 'outcomes') WITH ORDINALITY AS o (value, position)
WHERE r.batch_id = %(batch_id)s
ON CONFLICT DO NOTHING
