-- Only what is in core under the staged text counts: staging lost in a crash leaves its entries to be claimed again.
UPDATE landing.entry AS e SET status = 'loaded', last_error = NULL, lease_until = NULL, updated_at = now()
WHERE e.entry_id IN (
    SELECT d.entry_id FROM landing.entry AS d
    WHERE d.batch_id = %(batch_id)s AND d.status = 'fetched' AND EXISTS (
        SELECT FROM staging.article AS s
        JOIN core.article_text AS t ON t.article_id = s.article_id AND t.text_sha256 = s.text_sha256
        WHERE s.batch_id = d.batch_id AND s.entry_id = d.entry_id
    )
    ORDER BY d.entry_id
    FOR UPDATE
)
