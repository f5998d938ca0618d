-- A text's body is looked up for each row that is shown, by its key. As a join it could be planned the other way round where
-- many rows are expected: every month read whole for the sake of thirty sentences.
-- migrate:up
CREATE OR REPLACE VIEW mart.meetings AS
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
    coalesce(core.evidence_sentence((SELECT b.body FROM core.article_body AS b WHERE b.text_key = x.text_key), r.evidence), a.title) AS evidence,
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

CREATE OR REPLACE VIEW core.shown_record AS
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
    (SELECT b.body FROM core.article_body AS b WHERE b.text_key = x.text_key) AS body
FROM core.record AS r
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_text AS x ON x.article_id = g.article_id AND x.text_sha256 = g.text_sha256
WHERE g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL;

CREATE OR REPLACE VIEW core.event_report AS
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
    j.record,
    g.extractor_version,
    a.article_id,
    a.url AS article_url,
    a.title AS article_title,
    a.language AS article_language,
    a.published_on AS article_published_on,
    a.published_at AS article_published_at,
    a.source_key,
    a.reprint_of_article_id,
    (SELECT b.body FROM core.article_body AS b WHERE b.text_key = x.text_key) AS body
FROM core.event_record AS m
JOIN core.record AS r USING (record_key)
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_text AS x ON x.article_id = g.article_id AND x.text_sha256 = g.text_sha256
LEFT JOIN core.record_json AS j USING (record_key)
WHERE m.is_current;

CREATE OR REPLACE VIEW mart.claims AS
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
    coalesce(core.evidence_words((SELECT b.body FROM core.article_body AS b WHERE b.text_key = x.text_key), c.evidence), a.title) AS evidence_words,
    coalesce(core.evidence_sentence((SELECT b.body FROM core.article_body AS b WHERE b.text_key = x.text_key), c.evidence), a.title) AS evidence,
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

-- migrate:down
CREATE OR REPLACE VIEW mart.meetings AS
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
    coalesce(core.evidence_sentence(b.body, r.evidence), a.title) AS evidence,
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
LEFT JOIN core.article_body AS b USING (text_key)
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

CREATE OR REPLACE VIEW core.shown_record AS
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
    b.body
FROM core.record AS r
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_text AS x ON x.article_id = g.article_id AND x.text_sha256 = g.text_sha256
LEFT JOIN core.article_body AS b USING (text_key)
WHERE g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL;

CREATE OR REPLACE VIEW core.event_report AS
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
    j.record,
    g.extractor_version,
    a.article_id,
    a.url AS article_url,
    a.title AS article_title,
    a.language AS article_language,
    a.published_on AS article_published_on,
    a.published_at AS article_published_at,
    a.source_key,
    a.reprint_of_article_id,
    b.body
FROM core.event_record AS m
JOIN core.record AS r USING (record_key)
JOIN core.reading AS g USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_text AS x ON x.article_id = g.article_id AND x.text_sha256 = g.text_sha256
LEFT JOIN core.article_body AS b USING (text_key)
LEFT JOIN core.record_json AS j USING (record_key)
WHERE m.is_current;

CREATE OR REPLACE VIEW mart.claims AS
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
    coalesce(core.evidence_words(b.body, c.evidence), a.title) AS evidence_words,
    coalesce(core.evidence_sentence(b.body, c.evidence), a.title) AS evidence,
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
LEFT JOIN core.article_body AS b USING (text_key)
LEFT JOIN core.event_record AS m ON m.record_key = c.record_key AND m.is_current
WHERE g.is_current AND r.published_at IS NOT NULL AND a.copy_of_article_id IS NULL;
