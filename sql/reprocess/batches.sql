UPDATE core.batch AS b SET published_at = CASE WHEN %(is_back)s THEN NULL ELSE now() END
FROM core.reprocess_part AS p
WHERE p.reprocess_id = %(reprocess_id)s AND b.batch_id = %(batch_prefix)s || p.part
  AND (b.published_at IS NULL) <> %(is_back)s
