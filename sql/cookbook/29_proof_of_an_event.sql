-- On what sentences does it stand that the Presidents of Kazakhstan and Russia met in Dushanbe?
SELECT p.part, p.field, p.value, p.evidence
FROM mart.events AS e
CROSS JOIN LATERAL mart.provenance(e.event_id) AS p
WHERE e.sides = ARRAY['KZ', 'RU'] AND e.city = 'Dushanbe' AND p.part IN ('event', 'participants')
ORDER BY p.part, p.field, p.value;
