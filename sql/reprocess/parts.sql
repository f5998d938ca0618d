INSERT INTO core.reprocess_part (reprocess_id, part, articles)
SELECT reprocess_id, part, count(*)
FROM core.reprocess_article
WHERE reprocess_id = %(reprocess_id)s
GROUP BY reprocess_id, part
ON CONFLICT (reprocess_id, part) DO UPDATE SET done_at = NULL
