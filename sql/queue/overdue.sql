SELECT count(*)
FROM landing.entry
WHERE source_key = %(source_key)s
  AND (
      (status IN ('queued', 'waiting') AND next_attempt_at < now() - make_interval(secs => %(patience)s))
      OR (status IN ('claimed', 'fetched') AND lease_until < now())
  )
