-- What is bulky lies by month: the bodies of texts, and records as JSON. What is small stays whole: the tables of texts and
-- of records, which hold the keys, so that what is unique is unique over all months, whatever refers to a text or a record
-- refers to one table, and a month can be detached from under them. A key begins with the month, and leads to one partition.
-- migrate:up
CREATE SCHEMA months;
COMMENT ON SCHEMA months IS 'The partitions of core.article_body and core.record_json, one a month each; to be read through these.';

CREATE FUNCTION core.month_of(published_at timestamptz, published_on date, fetched_at timestamptz) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT extract(year FROM day)::int * 100 + extract(month FROM day)::int
    FROM (
        SELECT (fetched_at AT TIME ZONE 'UTC')::date AS fetched,
            coalesce((published_at AT TIME ZONE 'UTC')::date, published_on) AS published
    ) AS known
    CROSS JOIN LATERAL (
        -- East of Greenwich a page is dated tomorrow; what is dated later, or before there were agencies, is a slip.
        SELECT CASE WHEN published BETWEEN DATE '1835-01-01' AND fetched + 1 THEN published ELSE fetched END AS day
    ) AS told
);
COMMENT ON FUNCTION core.month_of IS 'The month (yyyymm, UTC) under which an article lies: of its publication, of its fetch where that is unknown or cannot be.';

CREATE FUNCTION core.month_start(month_key int) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN month_key * 10000000000;
COMMENT ON FUNCTION core.month_start IS 'The least key of a month (yyyymm); all of its keys are less than month_start(month_key + 1).';

CREATE FUNCTION core.month_key(key bigint) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (key / 10000000000)::int;
COMMENT ON FUNCTION core.month_key IS 'The month (yyyymm) that a text_key or record_key begins with; 0 of a record that was loaded before records lay by month.';

-- The number in a key is never given twice, whatever the month.
CREATE SEQUENCE core.text_number MAXVALUE 9999999999;
CREATE SEQUENCE core.record_number MAXVALUE 9999999999;

ALTER TABLE core.article_text ADD COLUMN text_key bigint;
UPDATE core.article_text AS t
SET text_key = core.month_start(core.month_of(a.published_at, a.published_on, a.fetched_at)) + nextval('core.text_number')
FROM core.article AS a
WHERE a.article_id = t.article_id;
ALTER TABLE core.article_text ALTER text_key SET NOT NULL, ADD UNIQUE (text_key);
ALTER SEQUENCE core.text_number OWNED BY core.article_text.text_key;

CREATE TABLE core.article_body (
    text_key bigint PRIMARY KEY REFERENCES core.article_text (text_key),
    body text NOT NULL
) PARTITION BY RANGE (text_key);
COMMENT ON TABLE core.article_body IS 'The texts themselves, by month of publication; evidence spans are offsets into one of these.';
COMMENT ON COLUMN core.article_body.text_key IS 'The text, by core.article_text.';
COMMENT ON COLUMN core.article_body.body IS 'The cleaned text; paragraphs end with a line feed.';

CREATE TABLE core.record_json (
    record_key bigint PRIMARY KEY REFERENCES core.record,
    record jsonb NOT NULL
) PARTITION BY RANGE (record_key);
COMMENT ON TABLE core.record_json IS 'Records as the extractor gave them, whole, by month of publication.';
COMMENT ON COLUMN core.record_json.record_key IS 'The record, by core.record.';
COMMENT ON COLUMN core.record_json.record IS 'The whole record as JSON, as the contract defines it.';
CREATE TABLE months.record_json_before PARTITION OF core.record_json FOR VALUES FROM (0) TO (10000000000);

-- With its owner's rights: the loader may open a month and make no other table. Attached when they are made, so that
-- nobody who reads has to wait.
CREATE FUNCTION core.open_month(month_key int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    parent text;
    made boolean := false;
BEGIN
    IF month_key NOT BETWEEN 183501 AND 999912 OR month_key % 100 NOT BETWEEN 1 AND 12 THEN
        RAISE EXCEPTION '% is no month: give it as yyyymm', month_key USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF to_regclass(format('months.article_body_%s', month_key)) IS NOT NULL
       AND to_regclass(format('months.record_json_%s', month_key)) IS NOT NULL THEN
        RETURN false;
    END IF;
    -- Of two that open it at once the second sees what the first has made.
    PERFORM pg_advisory_xact_lock(hashtextextended('core open month', 0));
    FOREACH parent IN ARRAY ARRAY['article_body', 'record_json'] LOOP
        CONTINUE WHEN to_regclass(format('months.%s_%s', parent, month_key)) IS NOT NULL;
        EXECUTE format('CREATE TABLE months.%1$s_%2$s (LIKE core.%1$s)', parent, month_key);
        EXECUTE format('ALTER TABLE core.%1$s ATTACH PARTITION months.%1$s_%2$s FOR VALUES FROM (%3$s) TO (%4$s)',
            parent, month_key, core.month_start(month_key), core.month_start(month_key + 1));
        made := true;
    END LOOP;
    RETURN made;
END
$$;
COMMENT ON FUNCTION core.open_month IS 'Makes the partitions of a month (yyyymm) where they are missing; whether it did. What belongs to a month that is not open is refused.';
REVOKE EXECUTE ON FUNCTION core.open_month FROM PUBLIC;

-- What is there already. A warehouse that has been here before keeps the keys that it gave.
SELECT count(core.open_month(month_key))
FROM (
    SELECT core.month_key(text_key) AS month_key FROM core.article_text
    UNION
    SELECT core.month_key(record_key) FROM core.record
) AS held
WHERE month_key > 0;
INSERT INTO core.article_body (text_key, body) SELECT text_key, body FROM core.article_text;
INSERT INTO core.record_json (record_key, record) SELECT record_key, record FROM core.record;

-- Of a month that was detached the title stands for every sentence.
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

ALTER TABLE core.article_text DROP COLUMN body;
ALTER TABLE core.record DROP COLUMN record, ALTER record_key DROP IDENTITY;
ALTER SEQUENCE core.record_number OWNED BY core.record.record_key;
SELECT setval('core.record_number', max(record_key % 10000000000)) FROM core.record HAVING max(record_key) IS NOT NULL;
-- Written anew, or what the columns held would stay on the disk.
CLUSTER core.article_text USING article_text_pkey;
CLUSTER core.record USING record_pkey;
ALTER TABLE core.article_text SET WITHOUT CLUSTER;
ALTER TABLE core.record SET WITHOUT CLUSTER;

-- migrate:down
DO $$
BEGIN
    IF EXISTS (
        SELECT FROM core.article_text AS t WHERE NOT EXISTS (SELECT FROM core.article_body AS b WHERE b.text_key = t.text_key)
    ) OR EXISTS (
        SELECT FROM core.record AS r WHERE NOT EXISTS (SELECT FROM core.record_json AS j WHERE j.record_key = r.record_key)
    ) THEN
        RAISE EXCEPTION 'a month is detached: attach it again, or its texts and records would be lost';
    END IF;
END
$$;
ALTER TABLE core.article_text ADD COLUMN body text;
UPDATE core.article_text AS t SET body = b.body FROM core.article_body AS b WHERE b.text_key = t.text_key;
ALTER TABLE core.article_text ALTER body SET NOT NULL;
ALTER TABLE core.record ADD COLUMN record jsonb;
UPDATE core.record AS r SET record = j.record FROM core.record_json AS j WHERE j.record_key = r.record_key;
ALTER TABLE core.record ALTER record SET NOT NULL;

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
    x.body
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

DROP TABLE core.record_json, core.article_body;
ALTER TABLE core.article_text DROP COLUMN text_key;
DO $$
DECLARE
    last bigint := (SELECT last_value FROM core.record_number);
BEGIN
    DROP SEQUENCE core.record_number;
    ALTER TABLE core.record ALTER record_key ADD GENERATED ALWAYS AS IDENTITY;
    -- Keys with a month in them are as good as any, and no number in one comes again.
    PERFORM setval(pg_get_serial_sequence('core.record', 'record_key'), last);
END
$$;
DROP FUNCTION core.open_month, core.month_key, core.month_start, core.month_of;
DROP SCHEMA months;
