-- A worker that died on an entry as often as an entry may be tried: it is the entry.
UPDATE landing.entry SET
    status = CASE WHEN revisits > 0 THEN 'loaded' ELSE 'dead' END,
    last_error = 'given up: its worker did not come back, ' || attempts || ' times',
    lease_until = NULL,
    updated_at = now()
WHERE entry_id IN (
    SELECT entry_id FROM landing.entry
    WHERE status IN ('claimed', 'fetched') AND lease_until < now() AND batch_id <> %(batch_id)s
      AND attempts >= %(max_attempts)s
    ORDER BY entry_id
    FOR UPDATE SKIP LOCKED
)
