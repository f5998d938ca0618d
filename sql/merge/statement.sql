INSERT INTO core.statement (record_key, position, speaker, person_id, statement_kind, words, evidence)
SELECT
    r.record_key, s.position - 1, s.value ->> 'speaker', s.value ->> 'person_id', s.value ->> 'kind',
    s.value ->> 'text', core.spans(s.value -> 'evidence')
FROM core.record AS r
CROSS JOIN jsonb_array_elements(r.record -> 'statements') WITH ORDINALITY AS s (value, position)
WHERE r.batch_id = %(batch_id)s
ON CONFLICT DO NOTHING
