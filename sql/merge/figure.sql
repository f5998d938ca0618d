INSERT INTO core.figure (
    record_key, position, metric, value, unit, qualifier, period, figure_status, parties, evidence)
SELECT
    r.record_key, f.position - 1, f.value ->> 'metric', trim_scale((f.value ->> 'value')::numeric), f.value ->> 'unit',
    f.value ->> 'qualifier', f.value ->> 'period', f.value ->> 'status', core.texts(f.value -> 'parties'),
    core.spans(f.value -> 'evidence')
FROM core.record AS r
JOIN core.record_json AS j USING (record_key)
CROSS JOIN jsonb_array_elements(j.record -> 'figures') WITH ORDINALITY AS f (value, position)
WHERE r.batch_id = %(batch_id)s AND j.record_key BETWEEN %(first_key)s AND %(last_key)s
ON CONFLICT DO NOTHING
