SELECT source_key, field, articles_differing, former_values, new_values, only_former, only_new
FROM quarantine.reprocess_differences
WHERE reprocess_id = %(reprocess_id)s
ORDER BY source_key, field
