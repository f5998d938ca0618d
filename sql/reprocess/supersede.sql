-- What former versions had held back is no longer to be decided.
UPDATE quarantine.record AS q SET status = 'superseded', decided_at = now(), decided_by = %(decided_by)s
FROM core.reprocess_article AS i
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome = 'switched' AND q.article_id = i.article_id
  AND q.status = 'held' AND q.extractor_version <> %(extractor_version)s
