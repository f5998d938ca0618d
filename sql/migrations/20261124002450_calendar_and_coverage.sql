-- migrate:up
CREATE INDEX event_record_current ON core.event_record (event_id) WHERE is_current;

-- Each report as the last word on its event until the next one: what was announced is asked as of a day.
-- Runs with its owner's rights, since it looks at records; what it gives is what the marts show.
CREATE FUNCTION mart.planned_calendar_on(as_of date, days int DEFAULT 56)
RETURNS TABLE (
    event_id text, event_type text, visit_kind text, status text, name text, start_date text, end_date text,
    start_day_earliest date, start_day_latest date, city text, country text, sides text[], organizations text[],
    participants text[], announced_on date, source text, article_url text, article_title text, evidence text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
BEGIN ATOMIC
    SELECT m.event_id, r.event_type::text, r.visit_kind::text, r.event_status::text, r.event_name, r.start_date, r.end_date,
        r.start_day_earliest, r.start_day_latest, r.city, r.country,
        coalesce(p.sides, '{}'), coalesce(p.organizations, '{}'), coalesce(p.participants, '{}'),
        m.article_published_on, m.source_key, m.article_url, m.article_title,
        coalesce(core.evidence_sentence(m.body, r.evidence), m.article_title)
    FROM core.record AS r
    JOIN core.event_report AS m USING (record_key)
    CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT q.country) FILTER (WHERE q.country IS NOT NULL) AS sides,
            array_agg(DISTINCT q.organization) FILTER (WHERE q.organization IS NOT NULL) AS organizations,
            array_agg(q.name ORDER BY q.position) FILTER (WHERE q.name IS NOT NULL) AS participants
        FROM core.participant AS q
        WHERE q.record_key = r.record_key
    ) AS p
    -- A date that is no day (2026, 2026-Q2) spans a year at most.
    WHERE r.start_day_earliest BETWEEN as_of - 366 AND as_of + days
      AND r.start_day_latest >= as_of
      AND r.event_status IN ('planned', 'proposed')
      AND m.article_published_on <= as_of
      AND NOT EXISTS (
          SELECT
          FROM core.event_report AS later
          WHERE later.event_id = m.event_id AND later.article_published_on <= as_of
            AND (later.article_published_on, coalesce(later.article_published_at, '-infinity'), later.record_key)
                > (m.article_published_on, coalesce(m.article_published_at, '-infinity'), m.record_key))
    ORDER BY r.start_day_earliest, r.start_day_latest, m.article_published_at, m.event_id;
END;
COMMENT ON FUNCTION mart.planned_calendar_on IS 'Contacts that had been announced by the end of the day as_of for the coming days (56 unless told), by what was known then; a later report that calls one off counts from its day on.';
REVOKE EXECUTE ON FUNCTION mart.planned_calendar_on FROM PUBLIC;

CREATE VIEW mart.planned_calendar AS
SELECT * FROM mart.planned_calendar_on((now() AT TIME ZONE 'UTC')::date);

CREATE VIEW mart.media_coverage AS
SELECT
    m.event_id,
    m.source_key AS source,
    e.event_type::text AS event_type,
    e.event_status::text AS status,
    e.is_main,
    e.start_date,
    e.start_day_earliest,
    e.sides,
    e.organizations,
    e.first_reported_at,
    min(m.article_published_at) AS source_reported_at,
    round(extract(epoch FROM min(m.article_published_at) - e.first_reported_at) / 60)::int AS delay_minutes,
    coalesce(min(m.article_published_at) = e.first_reported_at, false) AS is_first,
    count(*)::int AS report_count,
    count(*) FILTER (WHERE m.reprint_of_article_id IS NOT NULL)::int AS reprint_count,
    array_agg(DISTINCT m.article_language) AS article_languages,
    e.source_count
FROM core.event_report AS m
JOIN core.event AS e USING (event_id)
GROUP BY m.event_id, m.source_key, e.event_id;

-- migrate:down
DROP VIEW mart.media_coverage, mart.planned_calendar;
DROP FUNCTION mart.planned_calendar_on;
DROP INDEX core.event_record_current;
