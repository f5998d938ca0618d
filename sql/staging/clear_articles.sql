WITH records AS (DELETE FROM staging.record WHERE batch_id = %(batch_id)s)
DELETE FROM staging.article WHERE batch_id = %(batch_id)s
