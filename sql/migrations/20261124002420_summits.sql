-- migrate:up
-- Whose summit it is: the organization that a report names as holding it, else the one that the summit is called by
-- (OTS summit; summit of the Organization of Turkic States), the longest name first.
CREATE VIEW core.summit AS
SELECT e.event_id, e.event_name, e.start_date, e.start_day_earliest, e.end_day_latest, e.city, e.country,
    e.event_status, e.sources, e.source_count, held_by.organization
FROM core.event AS e
-- OFFSET 0: the name is taken apart once a summit, not once for each name of an organization.
CROSS JOIN LATERAL (
    SELECT ' ' || regexp_replace(lower(e.event_name), '[^[:alnum:]+-]+', ' ', 'g') || ' ' AS words OFFSET 0
) AS event
LEFT JOIN LATERAL (
    SELECT o.organization
    FROM reference.organization AS o
    CROSS JOIN unnest(ARRAY[o.organization, o.name] || o.names) AS n (called)
    WHERE o.valid_to IS NULL
      AND (o.organization = e.parent_event_organization
           OR position(' ' || lower(n.called) || ' ' IN event.words) > 0)
    ORDER BY o.organization IS DISTINCT FROM e.parent_event_organization, length(n.called) DESC, o.organization
    LIMIT 1
) AS held_by ON true
WHERE e.event_type = 'summit' AND e.retired_at IS NULL;

CREATE INDEX event_summits ON core.event (start_day_earliest) WHERE event_type = 'summit';

CREATE VIEW mart.summits AS
SELECT
    s.event_id,
    s.event_name AS name,
    s.organization,
    o.name AS organization_name,
    s.event_status::text AS status,
    s.start_date,
    s.start_day_earliest,
    s.city,
    s.country,
    c.name AS country_name,
    present.countries AS attending_countries,
    member.countries AS member_countries,
    CASE WHEN member.countries IS NOT NULL THEN
        ARRAY(SELECT unnest(present.countries) EXCEPT SELECT unnest(member.countries) ORDER BY 1) END AS guest_countries,
    CASE WHEN member.countries IS NOT NULL AND cardinality(present.countries) > 0 AND s.event_status IN ('held', 'ongoing')
        THEN ARRAY(SELECT unnest(member.countries) EXCEPT SELECT unnest(present.countries) ORDER BY 1)
        END AS absent_countries,
    told.declarations,
    told.document_count,
    s.source_count
FROM core.summit AS s
LEFT JOIN reference.organization AS o ON o.organization = s.organization
LEFT JOIN reference.country AS c ON c.country = s.country
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT p.country) FILTER (WHERE p.country IS NOT NULL), '{}') AS countries
    FROM core.event_participant AS p
    WHERE p.event_id = s.event_id
) AS present
CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT m.country) AS countries
    FROM reference.membership AS m
    WHERE m.organization = s.organization AND m.country IS NOT NULL AND m.valid_to IS NULL
      AND m.member_during @> s.start_day_earliest
) AS member
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT q.words) FILTER (WHERE q.outcome_type = 'declaration_adopted'), '{}') AS declarations,
        max(q.document_count) FILTER (WHERE q.outcome_type = 'agreement_signed') AS document_count
    FROM core.event_record AS m
    JOIN core.outcome AS q USING (record_key)
    WHERE m.event_id = s.event_id AND m.is_current
) AS told;

CREATE VIEW mart.summit_attendance AS
SELECT
    s.event_id,
    s.event_name AS name,
    s.organization,
    s.status,
    s.start_date,
    s.start_day_earliest,
    s.city,
    a.country,
    c.name AS country_name,
    a.is_member,
    a.is_attending,
    a.represented_by,
    a.role_class,
    core.level_name(core.level_rank(a.role_class)) AS level
FROM (
    SELECT q.event_id, q.event_name, q.organization, q.event_status::text AS status, q.start_date, q.start_day_earliest,
        q.city
    FROM core.summit AS q
    WHERE EXISTS (SELECT FROM core.event_participant AS p WHERE p.event_id = q.event_id AND p.country IS NOT NULL)
) AS s
CROSS JOIN LATERAL (
    SELECT coalesce(p.country, m.country) AS country,
        CASE WHEN s.organization IS NOT NULL THEN m.country IS NOT NULL END AS is_member,
        p.country IS NOT NULL AS is_attending, p.name AS represented_by, p.role_class
    FROM (
        SELECT DISTINCT ON (x.country) x.country, x.name, x.role_class::text AS role_class
        FROM core.event_participant AS x
        WHERE x.event_id = s.event_id AND x.country IS NOT NULL
        ORDER BY x.country, core.level_rank(x.role_class::text), x.position
    ) AS p
    FULL JOIN (
        SELECT DISTINCT y.country
        FROM reference.membership AS y
        WHERE y.organization = s.organization AND y.country IS NOT NULL AND y.valid_to IS NULL
          AND y.member_during @> s.start_day_earliest
    ) AS m ON m.country = p.country
) AS a
JOIN reference.country AS c ON c.country = a.country;

-- migrate:down
DROP VIEW mart.summit_attendance, mart.summits, core.summit;
DROP INDEX core.event_summits;
