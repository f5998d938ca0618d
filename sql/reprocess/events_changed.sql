-- What became of the events that a switch wrote: made, retired, other values, or the same by other records.
SELECT
    count(*) FILTER (WHERE b.row_before IS NULL AND e.retired_at IS NULL) AS made,
    count(*) FILTER (WHERE b.row_before ->> 'retired_at' IS NULL AND b.row_before IS NOT NULL
        AND e.retired_at IS NOT NULL) AS gone,
    count(*) FILTER (WHERE b.row_before ->> 'retired_at' IS NULL AND b.row_before IS NOT NULL
        AND e.retired_at IS NULL
        AND b.row_before - '{founder_record_key,batch_id}'::text[]
            <> to_jsonb(e) - '{founder_record_key,batch_id}'::text[]) AS changed
FROM core.reprocess_before AS b
JOIN core.event AS e ON e.event_id = b.row_key
WHERE b.reprocess_id = %(reprocess_id)s AND b.relation = 'event'
