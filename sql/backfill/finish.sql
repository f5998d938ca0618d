UPDATE landing.backfill AS b SET finished_at = now()
WHERE b.backfill_id = %(backfill_id)s AND b.finished_at IS NULL
  AND NOT EXISTS (
      SELECT FROM landing.backfill_part AS p WHERE p.backfill_id = b.backfill_id AND p.done_at IS NULL)
  AND NOT EXISTS (
      SELECT FROM landing.backfill_origin AS o WHERE o.backfill_id = b.backfill_id AND o.looked_at IS NULL)
