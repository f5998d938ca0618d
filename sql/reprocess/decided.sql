-- What a reviewer has decided on a record of the same content, whichever version read it, holds for this one, too.
UPDATE quarantine.record AS q SET
    status = known.status, decided_at = now(), decided_by = known.decided_by,
    note = concat_ws('; ', known.note, 'as decided on ' || known.record_id || ' of ' || known.extractor_version)
FROM quarantine.record AS known, staging.record AS s
WHERE s.batch_id = %(batch_id)s AND s.held_back
  AND q.article_id = s.article_id AND q.record_id = s.record_id AND q.record_md5 = md5(s.record::text)
  AND q.status = 'held'
  AND known.article_id = q.article_id AND known.quarantine_id <> q.quarantine_id
  AND known.status IN ('released', 'rejected')
  AND known.record - '{record_id,extractor_version}'::text[] = q.record - '{record_id,extractor_version}'::text[]
