INSERT INTO landing.capture (
    entry_id, batch_id, kind, source_key, record_type, revisit_of_capture_id, url, final_url, http_status, headers,
    charset, fetched_at, warc_path, warc_offset, warc_length, payload_sha256, error)
VALUES (
    NULL, %(batch_id)s, %(kind)s, %(source_key)s, %(record_type)s, %(revisit_of)s, %(url)s, %(final_url)s,
    %(http_status)s, %(headers)s, %(charset)s, %(fetched_at)s, %(warc_path)s, %(warc_offset)s, %(warc_length)s,
    %(payload_sha256)s, %(error)s)
RETURNING capture_id
