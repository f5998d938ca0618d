INSERT INTO core.participant (
    record_key, position, name, person_id, title, role_class, country, organization, capacity, evidence)
SELECT
    r.record_key, p.position - 1, p.value ->> 'name', p.value ->> 'person_id', p.value ->> 'title',
    p.value ->> 'role_class', p.value ->> 'country', p.value ->> 'organization', p.value ->> 'capacity',
    core.spans(p.value -> 'evidence')
FROM core.record AS r
JOIN core.record_json AS j USING (record_key)
CROSS JOIN jsonb_array_elements(j.record -> 'participants') WITH ORDINALITY AS p (value, position)
WHERE r.batch_id = %(batch_id)s AND j.record_key BETWEEN %(first_key)s AND %(last_key)s
ON CONFLICT DO NOTHING
