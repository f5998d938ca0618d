INSERT INTO core.outcome (record_key, position, outcome_type, words, parties, due_date, document_count, evidence)
SELECT
    r.record_key, o.position - 1, o.value ->> 'type', o.value ->> 'text', core.texts(o.value -> 'parties'),
    o.value ->> 'due_date', (o.value ->> 'count')::numeric::bigint, core.spans(o.value -> 'evidence')
FROM core.record AS r
JOIN core.record_json AS j USING (record_key)
CROSS JOIN jsonb_array_elements(j.record -> 'outcomes') WITH ORDINALITY AS o (value, position)
WHERE r.batch_id = %(batch_id)s AND j.record_key BETWEEN %(first_key)s AND %(last_key)s
ON CONFLICT DO NOTHING
