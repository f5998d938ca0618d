INSERT INTO core.topic (record_key, position, topic, evidence)
SELECT r.record_key, t.position - 1, t.value ->> 'code', core.spans(t.value -> 'evidence')
FROM core.record AS r
JOIN core.record_json AS j USING (record_key)
CROSS JOIN jsonb_array_elements(j.record -> 'topics') WITH ORDINALITY AS t (value, position)
WHERE r.batch_id = %(batch_id)s AND j.record_key BETWEEN %(first_key)s AND %(last_key)s
ON CONFLICT DO NOTHING
