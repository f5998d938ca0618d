INSERT INTO core.participant (
    record_key, position, name, person_id, title, role_class, country, organization, capacity, evidence)
SELECT
    r.record_key, p.position - 1, p.value ->> 'name', p.value ->> 'person_id', p.value ->> 'title',
    p.value ->> 'role_class', p.value ->> 'country', p.value ->> 'organization', p.value ->> 'capacity',
    core.spans(p.value -> 'evidence')
FROM core.record AS r
CROSS JOIN jsonb_array_elements(r.record -> 'participants') WITH ORDINALITY AS p (value, position)
WHERE r.batch_id = %(batch_id)s
ON CONFLICT DO NOTHING
