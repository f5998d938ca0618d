WITH over AS (
    SELECT batch_id FROM core.batch WHERE published_at < now() - make_interval(secs => %(keep_days)s * 86400)
), records AS (
    DELETE FROM staging.record WHERE batch_id IN (SELECT batch_id FROM over)
), gone AS (
    DELETE FROM staging.article WHERE batch_id IN (SELECT batch_id FROM over) RETURNING batch_id
)
SELECT count(DISTINCT batch_id) FROM gone
