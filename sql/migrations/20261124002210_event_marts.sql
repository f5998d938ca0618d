-- migrate:up
CREATE FUNCTION core.claim_words(claim jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(claim)
    WHEN 'object' THEN concat_ws(', ',
        concat_ws(' ', trim_scale((claim ->> 'value')::numeric), nullif(claim ->> 'unit', 'count')),
        claim ->> 'period', claim ->> 'status')
    ELSE claim #>> '{}'
END;

CREATE VIEW mart.events AS
SELECT
    e.event_id,
    e.event_type::text AS event_type,
    e.visit_kind::text AS visit_kind,
    e.event_status::text AS status,
    e.is_main,
    e.event_name AS name,
    e.start_date,
    e.end_date,
    e.date_precision::text AS date_precision,
    e.start_day_earliest,
    e.start_day_latest,
    e.end_day_latest,
    e.city,
    e.country,
    c.name AS country_name,
    e.venue,
    e.geoname_id,
    e.latitude,
    e.longitude,
    e.parent_event_name AS parent_event,
    e.parent_event_organization AS parent_organization,
    e.sides,
    e.organizations,
    p.participants,
    p.participant_count,
    t.topics,
    e.sources,
    e.source_count,
    e.report_count,
    e.conflict_count,
    e.first_reported_at,
    e.last_reported_at,
    e.cameo_code,
    e.plover_code
FROM core.event AS e
LEFT JOIN reference.country AS c ON c.country = e.country
CROSS JOIN LATERAL (
    SELECT
        coalesce(array_agg(q.name ORDER BY CASE q.capacity
            WHEN 'chair' THEN 0 WHEN 'host' THEN 1 WHEN 'guest' THEN 2 ELSE 3 END, q.position)
            FILTER (WHERE q.name IS NOT NULL), '{}') AS participants,
        count(*)::int AS participant_count
    FROM core.event_participant AS q
    WHERE q.event_id = e.event_id
) AS p
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(k.topic::text ORDER BY k.source_count DESC, k.topic), '{}') AS topics
    FROM core.event_topic AS k
    WHERE k.event_id = e.event_id
) AS t
WHERE e.retired_at IS NULL;

CREATE VIEW mart.event_aliases AS
SELECT a.event_id, a.current_event_id, a.merged_at
FROM core.event_alias AS a;

CREATE VIEW mart.event_participants AS
SELECT
    p.event_id,
    p.position,
    p.name,
    p.person_id,
    p.title,
    p.role_class::text AS role_class,
    p.country,
    c.name AS country_name,
    p.organization,
    p.capacity::text AS capacity,
    p.support,
    cardinality(p.record_keys) AS report_count
FROM core.event_participant AS p
LEFT JOIN reference.country AS c ON c.country = p.country;

-- What every row about a report of an event is joined to, once for the views below.
CREATE VIEW core.event_report AS
SELECT
    m.event_id,
    m.record_key,
    m.reason,
    r.event_type::text AS event_type,
    r.event_status::text AS event_status,
    r.start_date,
    r.is_main,
    r.confidence,
    r.evidence,
    r.record,
    g.extractor_version,
    a.article_id,
    a.url AS article_url,
    a.title AS article_title,
    a.language AS article_language,
    a.published_on AS article_published_on,
    a.published_at AS article_published_at,
    a.source_key,
    a.reprint_of_article_id,
    x.body
FROM core.event_record AS m
JOIN core.record AS r USING (record_key)
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_text AS x ON x.article_id = g.article_id AND x.text_sha256 = g.text_sha256
WHERE m.is_current;

CREATE VIEW mart.event_reports AS
SELECT
    m.event_id,
    m.record_key AS meeting_id,
    m.source_key AS source,
    m.article_id,
    m.article_url,
    m.article_title,
    m.article_language,
    m.article_published_on,
    m.article_published_at,
    round(extract(epoch FROM m.article_published_at - e.first_reported_at) / 60)::int AS delay_minutes,
    m.reprint_of_article_id IS NOT NULL AS is_reprint,
    m.event_type,
    m.event_status AS status,
    m.start_date,
    m.is_main,
    m.confidence,
    coalesce(core.evidence_sentence(m.body, m.evidence), m.article_title) AS evidence,
    m.reason
FROM core.event_report AS m
JOIN core.event AS e USING (event_id);

CREATE VIEW mart.event_status_history AS
SELECT
    s.event_id,
    s.position,
    s.event_status::text AS status,
    s.reported_at,
    s.record_key AS meeting_id,
    m.source_key AS source,
    m.article_id,
    m.article_url,
    m.article_title,
    m.start_date,
    coalesce(core.evidence_sentence(m.body, m.evidence), m.article_title) AS evidence
FROM core.event_status AS s
JOIN core.event_report AS m USING (event_id, record_key);

CREATE VIEW mart.event_conflicts AS
SELECT
    c.event_id,
    c.field,
    c.conflict_kind,
    c.position,
    core.claim_words(c.value) AS value,
    c.record_key AS meeting_id,
    m.source_key AS source,
    m.article_id,
    m.article_url,
    m.article_title,
    m.article_published_at,
    coalesce(core.evidence_sentence(m.body, coalesce(f.evidence, m.evidence)), m.article_title) AS evidence
FROM core.event_conflict AS c
JOIN core.event_report AS m USING (event_id, record_key)
LEFT JOIN LATERAL (
    SELECT q.evidence
    FROM core.figure AS q
    WHERE jsonb_typeof(c.value) = 'object' AND q.record_key = c.record_key AND 'figures.' || q.metric = c.field
      AND q.value = (c.value ->> 'value')::numeric
    ORDER BY q.position
    LIMIT 1
) AS f ON true;

-- A value that stands in the title alone has no span in the text: the title is its evidence.
CREATE VIEW mart.event_provenance AS
SELECT
    m.event_id,
    v.part,
    v.field,
    v.item,
    v.value,
    v.is_agreed,
    m.source_key AS source,
    m.article_id,
    m.article_url,
    m.article_title,
    m.article_published_at,
    coalesce(core.evidence_sentence(m.body, v.evidence), m.article_title) AS evidence,
    v.rule_id,
    m.extractor_version,
    m.record_key AS meeting_id
FROM core.event_report AS m
CROSS JOIN LATERAL (
    SELECT
        'event' AS part, q.field, NULL::int AS item, q.value,
        coalesce(m.record_key = ANY(agreed.record_keys),
                 CASE WHEN q.field = 'event_status' THEN q.value = e.event_status::text END, false) AS is_agreed,
        m.evidence,
        coalesce(m.record #>> ARRAY['event', 'rules', q.rule], m.record #>> '{event,rules,contact}') AS rule_id
    FROM core.event AS e
    JOIN core.record AS r ON r.record_key = m.record_key
    CROSS JOIN LATERAL (VALUES
        ('event_type', r.event_type::text, 'type'),
        ('visit_kind', r.visit_kind::text, 'contact'),
        ('event_status', r.event_status::text, 'status'),
        ('event_name', r.event_name, 'contact'),
        ('start_date', r.start_date, 'date'),
        ('end_date', r.end_date, 'date'),
        ('city', r.city, 'place'),
        ('country', r.country, 'place'),
        ('venue', r.venue, 'place'),
        ('parent_event_name', r.parent_event_name, 'parent'),
        ('parent_event_organization', r.parent_event_organization, 'parent')
    ) AS q (field, value, rule)
    LEFT JOIN core.event_value AS agreed ON agreed.event_id = m.event_id AND agreed.field = q.field
    WHERE e.event_id = m.event_id AND q.value IS NOT NULL
    UNION ALL
    SELECT
        'participants', q.role_class::text, q.position,
        concat_ws(', ', q.name, q.title, coalesce(q.organization, q.country), q.capacity::text),
        EXISTS (SELECT FROM core.event_participant AS agreed
                WHERE agreed.event_id = m.event_id AND m.record_key = ANY(agreed.record_keys)
                  AND coalesce(agreed.organization, agreed.country)
                      IS NOT DISTINCT FROM coalesce(q.organization, q.country)),
        q.evidence, m.record #>> ARRAY['participants', q.position::text, 'rule']
    FROM core.participant AS q
    WHERE q.record_key = m.record_key
    UNION ALL
    SELECT 'topics', 'topic', q.position, q.topic::text, true, q.evidence,
        m.record #>> ARRAY['topics', q.position::text, 'rule']
    FROM core.topic AS q
    WHERE q.record_key = m.record_key
    UNION ALL
    SELECT 'outcomes', q.outcome_type::text, q.position, q.words, NULL, q.evidence,
        m.record #>> ARRAY['outcomes', q.position::text, 'rule']
    FROM core.outcome AS q
    WHERE q.record_key = m.record_key
    UNION ALL
    SELECT 'figures', q.metric::text, q.position,
        concat_ws(', ', concat_ws(' ', q.value, nullif(q.unit, 'count')), q.period, q.figure_status::text), NULL, q.evidence,
        m.record #>> ARRAY['figures', q.position::text, 'rule']
    FROM core.figure AS q
    WHERE q.record_key = m.record_key
    UNION ALL
    SELECT 'statements', q.statement_kind::text, q.position, concat_ws(': ', q.speaker, q.words), NULL, q.evidence,
        m.record #>> ARRAY['statements', q.position::text, 'rule']
    FROM core.statement AS q
    WHERE q.record_key = m.record_key
) AS v;

-- Over views of the mart alone, so that it needs no more rights than who asks.
CREATE FUNCTION mart.provenance(event_id text) RETURNS SETOF mart.event_provenance
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT p.*
    FROM mart.event_provenance AS p
    WHERE p.event_id = coalesce(
        (SELECT a.current_event_id FROM mart.event_aliases AS a WHERE a.event_id = provenance.event_id),
        provenance.event_id)
    ORDER BY CASE p.part WHEN 'event' THEN 0 WHEN 'participants' THEN 1 WHEN 'topics' THEN 2 WHEN 'outcomes' THEN 3
        WHEN 'figures' THEN 4 ELSE 5 END, p.field, p.value, p.article_published_at, p.meeting_id, p.item;
END;
COMMENT ON FUNCTION core.claim_words IS 'A value of core.event_conflict in words.';
COMMENT ON FUNCTION mart.provenance IS 'Every value that the reports of an event state, with article, address, sentence and rule; an id that was merged into another event leads there.';

-- migrate:down
DROP FUNCTION mart.provenance;
DROP VIEW mart.event_provenance, mart.event_conflicts, mart.event_status_history, mart.event_reports, core.event_report,
    mart.event_participants, mart.event_aliases, mart.events;
DROP FUNCTION core.claim_words;
