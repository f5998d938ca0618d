-- The newest whole answer of an address that is kept, to which an unchanged one can refer.
SELECT capture_id, warc_path, warc_offset, warc_length, payload_sha256, fetched_at
FROM landing.capture
WHERE final_url = %(final_url)s AND record_type = 'response' AND http_status = 200 AND error IS NULL
    AND warc_path IS NOT NULL AND payload_sha256 <> ''
ORDER BY fetched_at DESC, capture_id DESC
LIMIT 1
