-- Every event that a switch touched: as it was, as it became, and those that records came from or went to.
SELECT row_key FROM core.reprocess_before WHERE reprocess_id = %(reprocess_id)s AND relation = 'event'
UNION
SELECT row_before ->> 'event_id' FROM core.reprocess_before
WHERE reprocess_id = %(reprocess_id)s AND relation = 'event_record' AND row_before IS NOT NULL
UNION
SELECT e.event_id
FROM core.reprocess_before AS b
JOIN core.event_record AS e ON e.record_key = b.row_key::bigint
WHERE b.reprocess_id = %(reprocess_id)s AND b.relation = 'event_record'
