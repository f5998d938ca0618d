-- A record that a reviewer has decided on stays decided.
INSERT INTO quarantine.record AS q (
    batch_id, article_id, record_id, text_sha256, extractor_version, record, reasons)
SELECT DISTINCT ON (s.article_id, s.record_id, md5(s.record::text))
    s.batch_id, s.article_id, s.record_id, s.record #>> '{article,text_sha256}', s.record ->> 'extractor_version',
    s.record, held.reasons
FROM jsonb_to_recordset(%(held)s) AS held (position int, reasons jsonb)
JOIN staging.record AS s ON s.batch_id = %(batch_id)s AND s.position = held.position
ORDER BY s.article_id, s.record_id, md5(s.record::text), s.position
ON CONFLICT (article_id, record_id, record_md5) DO UPDATE SET
    status = 'held', batch_id = excluded.batch_id, reasons = excluded.reasons, held_at = now(), decided_at = NULL
WHERE q.status IN ('held', 'superseded')
  AND (q.status, q.reasons) IS DISTINCT FROM ('held', excluded.reasons)
