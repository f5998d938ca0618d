INSERT INTO core.figure (
    record_key, position, metric, value, unit, qualifier, period, figure_status, parties, evidence)
SELECT
    r.record_key, f.position - 1, f.value ->> 'metric', trim_scale((f.value ->> 'value')::numeric), f.value ->> 'unit',
    f.value ->> 'qualifier', f.value ->> 'period', f.value ->> 'status', core.texts(f.value -> 'parties'),
    core.spans(f.value -> 'evidence')
FROM core.record AS r
CROSS JOIN jsonb_array_elements(r.record -> 'figures') WITH ORDINALITY AS f (value, position)
WHERE r.batch_id = %(batch_id)s
ON CONFLICT DO NOTHING
