-- A record's claims are loaded together, so that one that has any has them all: a second run looks up no more than that.
INSERT INTO core.claim (record_key, field, position, value, evidence, title_evidence, rule_id)
SELECT r.record_key, c.field, c.position, c.value, c.evidence, c.title_evidence, c.rule_id
FROM core.record AS r
JOIN core.record_json AS j USING (record_key)
CROSS JOIN LATERAL core.claims(j.record) AS c
WHERE r.batch_id = %(batch_id)s AND j.record_key BETWEEN %(first_key)s AND %(last_key)s
  AND NOT EXISTS (SELECT FROM core.claim AS known WHERE known.record_key = r.record_key)
ON CONFLICT DO NOTHING
