INSERT INTO landing.capture (
    entry_id, batch_id, url, final_url, http_status, headers, charset, fetched_at,
    warc_path, warc_offset, warc_length, payload_sha256, error)
VALUES (
    %(entry_id)s, %(batch_id)s, %(url)s, %(final_url)s, %(http_status)s, %(headers)s, %(charset)s, %(fetched_at)s,
    %(warc_path)s, %(warc_offset)s, %(warc_length)s, %(payload_sha256)s, %(error)s)
RETURNING capture_id
