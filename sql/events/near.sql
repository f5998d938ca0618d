-- The records that are candidates of any seeker and are shown: stored under a key that it seeks, with a day in common.
WITH found AS MATERIALIZED (
    SELECT DISTINCT b.record_key
    FROM jsonb_to_recordset(%(seekers)s) AS seeker (keys text[], first_day date, last_day date)
    JOIN core.record_block AS b
      ON b.dated_keys && seeker.keys AND b.day_window && daterange(seeker.first_day, seeker.last_day, '[]')
)
SELECT found.record_key
FROM found
CROSS JOIN LATERAL (
    SELECT
    FROM core.record AS r
    JOIN core.reading AS g USING (reading_id)
    JOIN core.article AS a USING (article_id)
    WHERE r.record_key = found.record_key
      AND g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL
    OFFSET 0
) AS shown
