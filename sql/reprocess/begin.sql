INSERT INTO core.reprocess (reprocess_id, extractor_version, source_keys, first_day, last_day, is_from_page, part_size)
VALUES (%(reprocess_id)s, %(extractor_version)s, %(source_keys)s, %(first_day)s, %(last_day)s, %(is_from_page)s,
    %(part_size)s)
ON CONFLICT DO NOTHING
