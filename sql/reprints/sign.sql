INSERT INTO core.text_signature (article_id, text_sha256, signature, bands, printed_at, batch_id)
SELECT article_id, text_sha256, signature, bands, printed_at, %(batch_id)s
FROM jsonb_to_recordset(%(rows)s) AS given (
    article_id text, text_sha256 text, signature int[], bands bigint[], printed_at timestamptz)
ON CONFLICT (article_id) DO UPDATE SET
    text_sha256 = excluded.text_sha256, signature = excluded.signature, bands = excluded.bands,
    printed_at = excluded.printed_at, batch_id = excluded.batch_id
