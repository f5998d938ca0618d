SELECT reprocess_id, extractor_version, source_keys, first_day, last_day, is_from_page, part_size, reprocess_status
FROM core.reprocess
WHERE reprocess_id = %(reprocess_id)s
