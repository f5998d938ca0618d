UPDATE quarantine.record AS q SET status = 'superseded', decided_at = now()
WHERE q.status = 'held'
  AND q.article_id IN (SELECT article_id FROM staging.article WHERE batch_id = %(batch_id)s)
  AND NOT EXISTS (
    SELECT FROM staging.record AS s
    WHERE s.batch_id = %(batch_id)s AND s.held_back AND s.article_id = q.article_id
      AND s.record_id = q.record_id AND md5(s.record::text) = q.record_md5)
  AND (NOT %(beside)s OR q.extractor_version IN (
    SELECT extractor_version FROM staging.article WHERE batch_id = %(batch_id)s AND article_id = q.article_id))
