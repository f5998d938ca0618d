-- Known entries that this batch may take: what waits to be fetched anyway, what another batch has dropped, and, where a
-- capture is at hand, what was given up or is older than the capture. What this batch has finished stays finished, and
-- a capture that an entry has had once is not read for it again.
UPDATE landing.entry AS e SET
    status = 'claimed',
    batch_id = %(batch_id)s,
    attempts = e.attempts + 1,
    claimed_at = now(),
    lease_until = now() + make_interval(secs => %(lease_seconds)s),
    updated_at = now()
FROM landing.backfill_item AS i
WHERE i.backfill_id = %(backfill_id)s AND i.part = %(part)s
  AND e.source_key = i.source_key AND e.canonical_url = i.canonical_url
  AND e.batch_id IS DISTINCT FROM %(batch_id)s
  AND (
      e.status IN ('queued', 'waiting')
      OR (e.status IN ('claimed', 'fetched') AND e.lease_until < now())
      OR (i.warc_path IS NOT NULL
          AND e.status IN ('dead', 'no_article', 'loaded')
          AND NOT EXISTS (
              SELECT FROM landing.capture AS c
              WHERE c.entry_id = e.entry_id
                AND ((c.warc_path = i.warc_path AND c.warc_offset = i.warc_offset)
                     OR (e.status = 'loaded' AND c.capture_id = e.capture_id AND c.fetched_at >= i.fetched_at))))
  )
