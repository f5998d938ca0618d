-- Runs switched later over some of the same articles: the newest is taken back first.
SELECT DISTINCT later.reprocess_id
FROM core.reprocess AS later
JOIN core.reprocess_article AS theirs ON theirs.reprocess_id = later.reprocess_id AND theirs.article_outcome = 'switched'
JOIN core.reprocess_article AS ours ON ours.article_id = theirs.article_id AND ours.article_outcome = 'switched'
WHERE ours.reprocess_id = %(reprocess_id)s AND later.reprocess_status = 'switched'
  AND later.reprocess_id <> %(reprocess_id)s AND later.switched_at > %(switched_at)s
ORDER BY later.reprocess_id
