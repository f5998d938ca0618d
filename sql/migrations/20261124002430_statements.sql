-- What was said: found by its words, with the office that the speaker held on that day.
-- migrate:up
-- The configuration "russian" stems words in Latin letters as English and those in Cyrillic as Russian ones.
CREATE INDEX statement_words ON core.statement USING gin (to_tsvector('pg_catalog.russian', words));
CREATE INDEX statement_person ON core.statement (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX person_name ON reference.person (name);

-- Each of an article's records may carry a statement: the one of the main contact stands for it. Looked up row by row,
-- so that a question about one speaker costs what that speaker said.
DROP VIEW mart.statements;
CREATE VIEW mart.statements AS
SELECT
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
    m.article_published_on,
    e.event_id,
    h.title AS office_title,
    h.office_class,
    h.country AS office_country,
    h.organization AS office_organization
FROM core.statement AS s
JOIN core.shown_record AS m USING (record_key)
JOIN core.record AS r USING (record_key)
LEFT JOIN core.event_record AS e ON e.record_key = s.record_key AND e.is_current
LEFT JOIN LATERAL (
    SELECT q.title, q.role_class, q.country, q.organization
    FROM core.participant AS q
    WHERE q.record_key = s.record_key AND q.name = s.speaker
    ORDER BY q.position
    LIMIT 1
) AS p ON true
LEFT JOIN LATERAL (
    SELECT t.title, o.office_class, o.country, o.organization
    FROM reference.person AS n
    JOIN reference.tenure AS t ON t.person_id = n.person_id AND t.valid_to IS NULL
    JOIN reference.office AS o USING (office_id)
    WHERE (n.person_id = s.person_id OR (s.person_id IS NULL AND n.name = s.speaker))
      AND t.held_during @> coalesce(m.article_published_on, m.start_day_earliest)
    ORDER BY o.country IS DISTINCT FROM p.country, t.is_doubtful, core.level_rank(t.role_class::text),
        lower(t.held_during) DESC, t.tenure_id
    LIMIT 1
) AS h ON true
WHERE NOT EXISTS (
    SELECT
    FROM core.record AS r2
    JOIN core.statement AS s2 USING (record_key)
    WHERE r2.reading_id = r.reading_id AND r2.published_at IS NOT NULL
      AND s2.words = s.words AND s2.evidence = s.evidence
      AND (NOT r2.is_main, s2.record_key, s2.position) < (NOT r.is_main, s.record_key, s.position));

-- Runs with its owner's rights, since the index is on a table that analysts do not read; what it gives is the mart's rows.
-- OFFSET 0 keeps the planner from joining every statement of the mart before it looks which were found.
CREATE FUNCTION mart.search_statements(query text, most int DEFAULT 1000) RETURNS SETOF mart.statements
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
BEGIN ATOMIC
    SELECT m.*
    FROM (
        SELECT s.record_key, s.position,
            ts_rank(to_tsvector('pg_catalog.russian', s.words), websearch_to_tsquery('pg_catalog.russian', query)) AS likeness
        FROM core.statement AS s
        WHERE to_tsvector('pg_catalog.russian', s.words) @@ websearch_to_tsquery('pg_catalog.russian', query)
        ORDER BY likeness DESC, s.record_key DESC
        LIMIT most
    ) AS hit
    CROSS JOIN LATERAL (
        SELECT v.* FROM mart.statements AS v WHERE v.meeting_id = hit.record_key AND v.position = hit.position OFFSET 0
    ) AS m
    ORDER BY hit.likeness DESC, m.article_published_on DESC NULLS LAST, m.meeting_id, m.position;
END;
COMMENT ON FUNCTION mart.search_statements IS 'Statements by their words, the best match first: words (all of them), "a phrase", one or another, -without. Inflected forms count: railways finds railway; English and Russian. At most so many of the best (1000 unless told).';
REVOKE EXECUTE ON FUNCTION mart.search_statements FROM PUBLIC;

-- migrate:down
DROP FUNCTION mart.search_statements;
DROP VIEW mart.statements;
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
DROP INDEX reference.person_name, core.statement_person, core.statement_words;
