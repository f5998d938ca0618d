INSERT INTO core.text_signature (article_id, text_sha256, signature, bands, printed_at, batch_id)
VALUES (%(article_id)s, %(text_sha256)s, %(signature)s, %(bands)s, %(printed_at)s, %(batch_id)s)
ON CONFLICT (article_id) DO UPDATE SET
    text_sha256 = excluded.text_sha256, signature = excluded.signature, bands = excluded.bands,
    printed_at = excluded.printed_at, batch_id = excluded.batch_id
