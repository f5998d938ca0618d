INSERT INTO core.topic (record_key, position, topic, evidence)
SELECT r.record_key, t.position - 1, t.value ->> 'code', core.spans(t.value -> 'evidence')
FROM core.record AS r
CROSS JOIN jsonb_array_elements(r.record -> 'topics') WITH ORDINALITY AS t (value, position)
WHERE r.batch_id = %(batch_id)s
ON CONFLICT DO NOTHING
