-- Whoever begins, switches or takes back a run does it alone.
SELECT reprocess_status, read_at, switched_at FROM core.reprocess WHERE reprocess_id = %(reprocess_id)s FOR UPDATE
