INSERT INTO core.statement (record_key, position, speaker, person_id, statement_kind, words, evidence)
SELECT
    r.record_key, s.position - 1, s.value ->> 'speaker', s.value ->> 'person_id', s.value ->> 'kind',
    s.value ->> 'text', core.spans(s.value -> 'evidence')
FROM core.record AS r
JOIN core.record_json AS j USING (record_key)
CROSS JOIN jsonb_array_elements(j.record -> 'statements') WITH ORDINALITY AS s (value, position)
WHERE r.batch_id = %(batch_id)s AND j.record_key BETWEEN %(first_key)s AND %(last_key)s
ON CONFLICT DO NOTHING
