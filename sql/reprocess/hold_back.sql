UPDATE quarantine.record AS q SET status = 'held', decided_at = NULL, decided_by = NULL
FROM core.reprocess_article AS i
WHERE i.reprocess_id = %(reprocess_id)s AND i.article_outcome = 'taken_back' AND q.article_id = i.article_id
  AND q.status = 'superseded' AND q.decided_by = %(decided_by)s
