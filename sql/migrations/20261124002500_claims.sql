-- migrate:up
-- Ways of a value through a record, without its place in a list. An enumeration, not a domain as other closed lists
-- are: claims are the most numerous rows of all, and four bytes stand in row and key for some twenty.
CREATE TYPE core.claim_field AS ENUM (
    'event.type', 'event.visit_kind', 'event.status', 'event.is_main', 'event.name',
    'event.start_date', 'event.end_date',
    'event.place.city', 'event.place.country', 'event.place.venue',
    'event.place.geoname_id', 'event.place.latitude', 'event.place.longitude',
    'event.parent_event.name', 'event.parent_event.organization',
    'participants.name', 'participants.person_id', 'participants.title', 'participants.role_class',
    'participants.country', 'participants.organization', 'participants.capacity',
    'topics.code',
    'outcomes.type', 'outcomes.text', 'outcomes.parties', 'outcomes.due_date', 'outcomes.count',
    'figures.metric', 'figures.value', 'figures.unit', 'figures.qualifier', 'figures.period', 'figures.status',
    'figures.parties',
    'statements.speaker', 'statements.person_id', 'statements.kind', 'statements.text');

CREATE TABLE core.claim (
    record_key bigint NOT NULL REFERENCES core.record,
    field core.claim_field NOT NULL,
    position int NOT NULL CHECK (position >= 0 AND (position = 0 OR field >= 'participants.name')),
    value jsonb NOT NULL CHECK (value NOT IN ('null', '[]')),
    evidence int4multirange NOT NULL,
    title_evidence int4multirange CHECK (NOT isempty(title_evidence)),
    rule_id text CHECK (rule_id <> ''),
    PRIMARY KEY (record_key, field, position)
);
CREATE INDEX claim_rule ON core.claim (rule_id) WHERE rule_id IS NOT NULL;

CREATE FUNCTION core.claim_path(field core.claim_field, "position" int) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN field < 'participants.name' THEN field::text
    ELSE replace(field::text, '.', '[' || "position" || '].') END;

-- A record from outside may have anything under the name of a rule; what is no name of sensible length names none.
CREATE FUNCTION core.rule_id(rule jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(rule) = 'string' AND length(rule #>> '{}') BETWEEN 1 AND 100 THEN rule #>> '{}' END;

-- What core.spans gives, by rewriting the JSON's text: [[1, 4], [6, 9]] is {[1, 4), [6, 9)}. It is asked for every item
-- of every record, and a query of its own for each (core.spans) would take as long as writing the claims.
CREATE FUNCTION core.claim_spans(evidence jsonb) RETURNS int4multirange
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(evidence)
    WHEN 'array' THEN ('{' || replace(substr(evidence::text, 2, length(evidence::text) - 2), ']', ')') || '}')::int4multirange
    ELSE '{}'
END;

-- The claims of a record's JSON, as extractors.claims makes them. OFFSET 0 keeps a level from being merged into the next:
-- a record is unpacked once, not once a value.
CREATE FUNCTION core.claims(record jsonb)
RETURNS TABLE (
    field core.claim_field, "position" int, value jsonb, evidence int4multirange, title_evidence int4multirange,
    rule_id text)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT
        f.field::core.claim_field, 0, f.value,
        CASE WHEN f.own <> '{}' THEN f.own ELSE e.evidence END,
        CASE WHEN f.own <> '{}' THEN NULL ELSE e.title_evidence END,
        coalesce(core.rule_id(e.rules -> f.name), core.rule_id(e.rules -> 'contact'))
    FROM (
        SELECT
            part.event, part.event -> 'place' AS place, part.event -> 'parent_event' AS parent,
            part.event -> 'rules' AS rules,
            core.claim_spans(part.event -> 'evidence') AS evidence,
            nullif(core.claim_spans(part.event -> 'title_evidence'), '{}') AS title_evidence,
            core.claim_spans(part.event #> '{field_evidence,date}') AS date_evidence,
            core.claim_spans(part.event #> '{field_evidence,place}') AS place_evidence
        FROM (SELECT claims.record -> 'event' AS event OFFSET 0) AS part
        OFFSET 0
    ) AS e
    CROSS JOIN LATERAL (VALUES
        ('event.type', e.event -> 'type', 'type', NULL),
        ('event.visit_kind', e.event -> 'visit_kind', 'contact', NULL),
        ('event.status', e.event -> 'status', 'status', NULL),
        ('event.is_main', e.event -> 'is_main', 'main', NULL),
        ('event.name', e.event -> 'name', 'contact', NULL),
        ('event.start_date', e.event -> 'start_date', 'date', e.date_evidence),
        ('event.end_date', e.event -> 'end_date', 'date', e.date_evidence),
        ('event.place.city', e.place -> 'city', 'place', e.place_evidence),
        ('event.place.country', e.place -> 'country', 'place', e.place_evidence),
        ('event.place.venue', e.place -> 'venue', 'place', e.place_evidence),
        ('event.place.geoname_id', e.place -> 'geoname_id', 'place', e.place_evidence),
        ('event.place.latitude', e.place -> 'latitude', 'place', e.place_evidence),
        ('event.place.longitude', e.place -> 'longitude', 'place', e.place_evidence),
        ('event.parent_event.name', e.parent -> 'name', 'parent', NULL),
        ('event.parent_event.organization', e.parent -> 'organization', 'parent', NULL)
    ) AS f (field, value, name, own)
    WHERE f.value <> 'null'
    UNION ALL
    SELECT (i.part || '.' || v.key)::core.claim_field, i.position, v.value, i.evidence, i.title_evidence, i.rule_id
    FROM (
        SELECT
            l.key AS part, (n.position - 1)::int AS position, n.item,
            core.claim_spans(n.item -> 'evidence') AS evidence,
            nullif(core.claim_spans(n.item -> 'title_evidence'), '{}') AS title_evidence,
            core.rule_id(n.item -> 'rule') AS rule_id
        FROM jsonb_each(claims.record) AS l
        CROSS JOIN LATERAL jsonb_array_elements(
            CASE jsonb_typeof(l.value) WHEN 'array' THEN l.value ELSE '[]' END) WITH ORDINALITY AS n (item, position)
        WHERE l.key IN ('participants', 'topics', 'outcomes', 'figures', 'statements')
        OFFSET 0
    ) AS i
    CROSS JOIN LATERAL jsonb_each(i.item) AS v
    WHERE v.value NOT IN ('null', '[]')
      AND i.part || '.' || v.key = ANY((SELECT enum_range(NULL::core.claim_field)::text[])::text[]);
END;
COMMENT ON FUNCTION core.claims IS 'The claims of a record, out of its JSON: what core.claim holds of it.';
COMMENT ON FUNCTION core.claim_path IS 'Where in a record''s JSON the value of a claim stands: event.place.city, participants[0].name.';
COMMENT ON FUNCTION core.claim_spans IS 'A record''s evidence, an array of [start, end), as a multirange.';
COMMENT ON FUNCTION core.rule_id IS 'The rule id that a record names; null where it names none.';

-- What is in core already: records keep their rules in their JSON, so that nothing has to be read anew.
INSERT INTO core.claim (record_key, field, position, value, evidence, title_evidence, rule_id)
SELECT r.record_key, c.field, c.position, c.value, c.evidence, c.title_evidence, c.rule_id
FROM core.record AS r
CROSS JOIN LATERAL core.claims(r.record) AS c;

-- migrate:down
DROP FUNCTION core.claims, core.claim_spans, core.rule_id, core.claim_path;
DROP TABLE core.claim;
DROP TYPE core.claim_field;
