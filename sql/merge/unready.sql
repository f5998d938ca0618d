SELECT
    (SELECT count(*) FROM staging.article WHERE batch_id = %(batch_id)s AND extractor_version IS NULL)::int AS unread,
    (SELECT count(*) FROM staging.record WHERE batch_id = %(batch_id)s AND held_back IS NULL)::int AS unvalidated
