-- Relations of the schema mart with their columns, each with its comment, in their order.
SELECT c.relname, obj_description(c.oid, 'pg_class'), a.attname, format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), NULL),
    col_description(c.oid, a.attnum)
FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type AS t ON t.oid = a.atttypid
WHERE c.relnamespace = 'mart'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
ORDER BY c.relname, a.attnum
