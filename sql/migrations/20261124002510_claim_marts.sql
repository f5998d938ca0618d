-- migrate:up
-- What rests on what: a value of a meeting that is shown, with its words and its rule.
CREATE VIEW mart.claims AS
SELECT
    c.rule_id,
    c.field::text AS field,
    core.claim_path(c.field, c.position) AS path,
    c.value #>> '{}' AS value,
    c.record_key AS meeting_id,
    m.event_id,
    r.event_type::text AS event_type,
    r.start_date,
    r.confidence,
    coalesce(core.evidence_words(x.body, c.evidence), a.title) AS evidence_words,
    coalesce(core.evidence_sentence(x.body, c.evidence), a.title) AS evidence,
    a.article_id,
    a.url AS article_url,
    a.title AS article_title,
    a.source_key AS source,
    a.published_on AS article_published_on,
    g.extractor_version
FROM core.claim AS c
JOIN core.record AS r USING (record_key)
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_text AS x ON x.article_id = g.article_id AND x.text_sha256 = g.text_sha256
LEFT JOIN core.event_record AS m ON m.record_key = c.record_key AND m.is_current
WHERE g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL;

-- First a row a rule and record, so that records, events and sources are counted over a sixth of the rows.
CREATE VIEW mart.rules AS
SELECT
    c.rule_id,
    sum(c.claim_count)::bigint AS claim_count,
    count(*) AS meeting_count,
    count(DISTINCT m.event_id) AS event_count,
    count(DISTINCT a.source_key) AS source_count,
    round(avg(r.confidence)::numeric, 3)::double precision AS mean_confidence,
    min(a.published_on) AS first_published_on,
    max(a.published_on) AS last_published_on
FROM (
    SELECT k.rule_id, k.record_key, count(*) AS claim_count
    FROM core.claim AS k
    WHERE k.rule_id IS NOT NULL
    GROUP BY k.rule_id, k.record_key
) AS c
JOIN core.record AS r USING (record_key)
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
LEFT JOIN core.event_record AS m ON m.record_key = c.record_key AND m.is_current
WHERE g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL
GROUP BY c.rule_id;

-- As before, but from the claims: a value of the event has its own sentence where the reader kept it apart, and the
-- record's JSON is not unpacked for every rule.
CREATE OR REPLACE VIEW mart.event_provenance AS
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
        'event' AS part, q.field, NULL::int AS item, c.value #>> '{}' AS value,
        coalesce(m.record_key = ANY(agreed.record_keys),
                 CASE WHEN q.field = 'event_status' THEN c.value #>> '{}' = e.event_status::text END, false) AS is_agreed,
        c.evidence, c.rule_id
    FROM core.event AS e
    CROSS JOIN (VALUES
        ('event.type'::core.claim_field, 'event_type'),
        ('event.visit_kind', 'visit_kind'),
        ('event.status', 'event_status'),
        ('event.name', 'event_name'),
        ('event.start_date', 'start_date'),
        ('event.end_date', 'end_date'),
        ('event.place.city', 'city'),
        ('event.place.country', 'country'),
        ('event.place.venue', 'venue'),
        ('event.parent_event.name', 'parent_event_name'),
        ('event.parent_event.organization', 'parent_event_organization')
    ) AS q (claimed, field)
    JOIN core.claim AS c ON c.record_key = m.record_key AND c.field = q.claimed
    LEFT JOIN core.event_value AS agreed ON agreed.event_id = m.event_id AND agreed.field = q.field
    WHERE e.event_id = m.event_id
    UNION ALL
    SELECT
        'participants', q.role_class::text, q.position,
        concat_ws(', ', q.name, q.title, coalesce(q.organization, q.country), q.capacity::text),
        EXISTS (SELECT FROM core.event_participant AS agreed
                WHERE agreed.event_id = m.event_id AND m.record_key = ANY(agreed.record_keys)
                  AND coalesce(agreed.organization, agreed.country)
                      IS NOT DISTINCT FROM coalesce(q.organization, q.country)),
        q.evidence, c.rule_id
    FROM core.participant AS q
    LEFT JOIN core.claim AS c ON c.record_key = q.record_key AND c.field = 'participants.capacity' AND c.position = q.position
    WHERE q.record_key = m.record_key
    UNION ALL
    SELECT 'topics', 'topic', c.position, c.value #>> '{}', true, c.evidence, c.rule_id
    FROM core.claim AS c
    WHERE c.record_key = m.record_key AND c.field = 'topics.code'
    UNION ALL
    SELECT 'outcomes', q.outcome_type::text, q.position, q.words, NULL, q.evidence,
        c.rule_id
    FROM core.outcome AS q
    LEFT JOIN core.claim AS c ON c.record_key = q.record_key AND c.field = 'outcomes.type' AND c.position = q.position
    WHERE q.record_key = m.record_key
    UNION ALL
    SELECT 'figures', q.metric::text, q.position,
        concat_ws(', ', concat_ws(' ', q.value, nullif(q.unit, 'count')), q.period, q.figure_status::text), NULL, q.evidence,
        c.rule_id
    FROM core.figure AS q
    LEFT JOIN core.claim AS c ON c.record_key = q.record_key AND c.field = 'figures.metric' AND c.position = q.position
    WHERE q.record_key = m.record_key
    UNION ALL
    SELECT 'statements', q.statement_kind::text, q.position, concat_ws(': ', q.speaker, q.words), NULL, q.evidence,
        c.rule_id
    FROM core.statement AS q
    LEFT JOIN core.claim AS c ON c.record_key = q.record_key AND c.field = 'statements.kind' AND c.position = q.position
    WHERE q.record_key = m.record_key
) AS v;

-- migrate:down
CREATE OR REPLACE VIEW mart.event_provenance AS
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
DROP VIEW mart.rules, mart.claims;
