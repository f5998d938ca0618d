-- The claimed entries of the batch whose capture lies in an archive: entered in the index once, they count as fetched.
WITH archived AS (
    SELECT e.entry_id, i.*
    FROM landing.entry AS e
    JOIN landing.backfill_item AS i
      ON i.backfill_id = %(backfill_id)s AND i.part = %(part)s
     AND i.source_key = e.source_key AND i.canonical_url = e.canonical_url
    WHERE e.batch_id = %(batch_id)s AND e.status = 'claimed' AND i.warc_path IS NOT NULL
), known AS (
    SELECT DISTINCT ON (a.entry_id) a.entry_id, c.capture_id
    FROM archived AS a
    JOIN landing.capture AS c
      ON c.entry_id = a.entry_id AND c.warc_path = a.warc_path AND c.warc_offset = a.warc_offset
    ORDER BY a.entry_id, c.capture_id
), entered AS (
    INSERT INTO landing.capture (
        entry_id, batch_id, url, final_url, http_status, headers, charset, fetched_at, warc_path, warc_offset, warc_length)
    SELECT entry_id, %(batch_id)s, url, url, http_status, headers, charset, fetched_at, warc_path, warc_offset, warc_length
    FROM archived
    WHERE entry_id NOT IN (SELECT entry_id FROM known)
    ORDER BY entry_id
    RETURNING entry_id, capture_id
)
UPDATE landing.entry AS e SET status = 'fetched', capture_id = found.capture_id, last_error = NULL, updated_at = now()
FROM (SELECT * FROM known UNION ALL SELECT * FROM entered) AS found
WHERE e.entry_id = found.entry_id
