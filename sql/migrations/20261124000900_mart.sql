-- migrate:up
-- A record is shown when its reading is the article's current one, it has been published, and its article is
-- not a copy of another one of the same source.
CREATE VIEW mart.meetings AS
SELECT
    r.record_key AS meeting_id,
    r.record_id,
    r.event_type::text AS event_type,
    r.visit_kind::text AS visit_kind,
    r.event_status::text AS status,
    r.is_main,
    r.event_name AS name,
    r.start_date,
    r.end_date,
    r.date_precision::text AS date_precision,
    r.start_day_earliest,
    r.start_day_latest,
    r.end_day_latest,
    r.city,
    r.country,
    c.name AS country_name,
    r.venue,
    r.geoname_id,
    r.latitude,
    r.longitude,
    r.parent_event_name AS parent_event,
    r.parent_event_organization AS parent_organization,
    p.sides,
    p.organizations,
    p.participants,
    p.participant_count,
    t.topics,
    (SELECT count(*)::int FROM core.outcome AS o WHERE o.record_key = r.record_key) AS outcome_count,
    (SELECT count(*)::int FROM core.figure AS f WHERE f.record_key = r.record_key) AS figure_count,
    (SELECT count(*)::int FROM core.statement AS s WHERE s.record_key = r.record_key) AS statement_count,
    r.cameo_code,
    r.plover_code,
    r.confidence,
    coalesce(core.evidence_sentence(x.body, r.evidence), a.title) AS evidence,
    a.article_id,
    a.url AS article_url,
    a.title AS article_title,
    a.source_key AS source,
    a.language AS article_language,
    a.published_on AS article_published_on,
    a.published_at AS article_published_at,
    g.extractor_version,
    r.published_at AS first_published_at
FROM core.record AS r
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_text AS x ON x.article_id = g.article_id AND x.text_sha256 = g.text_sha256
LEFT JOIN reference.country AS c ON c.country = r.country
CROSS JOIN LATERAL (
    SELECT
        coalesce(array_agg(DISTINCT q.country) FILTER (WHERE q.country IS NOT NULL), '{}') AS sides,
        coalesce(array_agg(DISTINCT q.organization) FILTER (WHERE q.organization IS NOT NULL), '{}') AS organizations,
        coalesce(array_agg(q.name ORDER BY CASE q.capacity
            WHEN 'chair' THEN 0 WHEN 'host' THEN 1 WHEN 'guest' THEN 2 ELSE 3 END, q.position)
            FILTER (WHERE q.name IS NOT NULL), '{}') AS participants,
        count(*)::int AS participant_count
    FROM core.participant AS q
    WHERE q.record_key = r.record_key
) AS p
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(k.topic::text ORDER BY k.position), '{}') AS topics
    FROM core.topic AS k
    WHERE k.record_key = r.record_key
) AS t
WHERE g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL;

-- A value that stands in the title alone has no span in the text: the title is its evidence.

-- What every row about a meeting is joined to, once for the views below.
CREATE VIEW core.shown_record AS
SELECT
    r.record_key,
    r.event_type::text AS event_type,
    r.event_status::text AS event_status,
    r.is_main,
    r.start_date,
    r.start_day_earliest,
    a.article_id,
    a.url AS article_url,
    a.title AS article_title,
    a.source_key,
    a.published_on AS article_published_on,
    x.body
FROM core.record AS r
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_text AS x ON x.article_id = g.article_id AND x.text_sha256 = g.text_sha256
WHERE g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL;

CREATE VIEW mart.participants AS
SELECT
    p.record_key AS meeting_id,
    p.position,
    p.name,
    p.person_id,
    p.title,
    p.role_class::text AS role_class,
    p.country,
    c.name AS country_name,
    p.organization,
    p.capacity::text AS capacity,
    m.event_type,
    m.event_status AS status,
    m.is_main,
    m.start_date,
    m.start_day_earliest,
    coalesce(core.evidence_words(m.body, p.evidence), m.article_title) AS evidence_words,
    coalesce(core.evidence_sentence(m.body, p.evidence), m.article_title) AS evidence,
    m.article_id,
    m.article_url,
    m.article_title,
    m.source_key AS source
FROM core.participant AS p
JOIN core.shown_record AS m USING (record_key)
LEFT JOIN reference.country AS c ON c.country = p.country;

-- A statement stands once an article in the text, though each of the article's records may carry it.
CREATE VIEW mart.statements AS
SELECT DISTINCT ON (m.article_id, s.evidence, s.words)
    s.record_key AS meeting_id,
    s.position,
    s.speaker,
    s.person_id,
    p.title AS speaker_title,
    p.role_class::text AS speaker_role_class,
    p.country AS speaker_country,
    s.statement_kind::text AS statement_kind,
    s.words,
    m.event_type,
    m.start_date,
    m.start_day_earliest,
    coalesce(core.evidence_words(m.body, s.evidence), m.article_title) AS evidence,
    m.article_id,
    m.article_url,
    m.article_title,
    m.source_key AS source,
    m.article_published_on
FROM core.statement AS s
JOIN core.shown_record AS m USING (record_key)
LEFT JOIN LATERAL (
    SELECT q.title, q.role_class, q.country
    FROM core.participant AS q
    WHERE q.record_key = s.record_key AND q.name = s.speaker
    ORDER BY q.position
    LIMIT 1
) AS p ON true
ORDER BY m.article_id, s.evidence, s.words, m.is_main DESC, s.record_key, s.position;

CREATE VIEW mart.figures AS
SELECT
    f.record_key AS meeting_id,
    f.position,
    f.metric::text AS metric,
    f.value,
    f.unit,
    f.qualifier::text AS qualifier,
    f.period,
    f.figure_status::text AS figure_status,
    f.parties,
    m.event_type,
    m.start_date,
    m.start_day_earliest,
    coalesce(core.evidence_words(m.body, f.evidence), m.article_title) AS evidence_words,
    coalesce(core.evidence_sentence(m.body, f.evidence), m.article_title) AS evidence,
    m.article_id,
    m.article_url,
    m.article_title,
    m.source_key AS source,
    m.article_published_on
FROM core.figure AS f
JOIN core.shown_record AS m USING (record_key);

CREATE VIEW mart.outcomes AS
SELECT
    o.record_key AS meeting_id,
    o.position,
    o.outcome_type::text AS outcome_type,
    o.words,
    o.parties,
    o.due_date,
    o.document_count,
    m.event_type,
    m.start_date,
    m.start_day_earliest,
    coalesce(core.evidence_sentence(m.body, o.evidence), m.article_title) AS evidence,
    m.article_id,
    m.article_url,
    m.article_title,
    m.source_key AS source,
    m.article_published_on
FROM core.outcome AS o
JOIN core.shown_record AS m USING (record_key);

-- migrate:down
DROP VIEW mart.outcomes, mart.figures, mart.statements, mart.participants, core.shown_record, mart.meetings;
