SELECT c.relname, obj_description(c.oid, 'pg_class')
FROM pg_class AS c
WHERE c.relnamespace = 'mart'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
ORDER BY c.relname
