-- What the expectations look at: one row a staged record of the batch that the session names.
-- migrate:up
CREATE VIEW staging.record_to_check AS
SELECT
    r.position,
    r.article_id,
    r.record_id,
    r.event_type,
    r.event_status,
    r.is_main,
    r.confidence,
    nullif(array_to_string(ARRAY(
        SELECT unnest(r.capacities) EXCEPT SELECT unnest(ARRAY['host', 'guest', 'chair', 'participant'])
    ), ', '), '') AS unknown_capacities,
    r.side_count,
    CASE WHEN r.event_status IN ('proposed', 'cancelled') OR r.event_type IN ('summit', 'forum') THEN 1 ELSE 2 END
        AS sides_needed,
    r.blank_name_count,
    r.start_date,
    coalesce(core.period_form(r.start_date), 'none') AS start_date_form,
    coalesce(core.period_form(r.end_date), 'none') AS end_date_form,
    coalesce(r.date_precision, 'none') AS date_precision,
    core.period_first_day(r.start_date) AS start_day_earliest,
    core.period_last_day(r.end_date) AS end_day_latest,
    CASE WHEN r.is_main THEN
        round((core.period_first_day(r.start_date) - a.published_on) / 365.25, 1)::double precision
    END AS years_after_article,
    date_part('year', core.period_first_day(r.start_date)) AS start_year,
    nullif(array_to_string(ARRAY(
        SELECT unnest(r.countries) EXCEPT SELECT c.country FROM reference.country AS c
    ), ', '), '') AS unknown_countries,
    r.smallest_figure,
    r.contract_problems,
    r.evidence_problems,
    r.range_problems,
    CASE
        WHEN a.article_id IS NULL THEN 'not staged'
        WHEN a.text_sha256 IS DISTINCT FROM r.record #>> '{article,text_sha256}' THEN 'other text'
        ELSE 'staged'
    END AS article_text,
    (count(*) OVER (PARTITION BY r.article_id, r.record_id))::int AS records_of_this_id
FROM staging.record AS r
LEFT JOIN LATERAL (
    SELECT s.article_id, s.text_sha256, s.published_on
    FROM staging.article AS s
    WHERE s.batch_id = r.batch_id AND s.article_id = r.article_id
    ORDER BY s.fetched_at DESC, s.position DESC
    LIMIT 1
) AS a ON true
WHERE r.batch_id = current_setting('communique.batch_id');

-- migrate:down
DROP VIEW staging.record_to_check;
