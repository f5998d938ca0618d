-- Who meets whom. Pairs stand in tables, since a pair of states is looked up among millions of participants; they follow
-- from core.event_participant by triggers, so that whatever writes an event keeps them, and only rows that differ are written.
-- migrate:up
-- 1 heads, 2 ministers, 3 other; nothing for an unnamed delegation, whose level no report tells.
CREATE FUNCTION core.level_rank(role_class text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN role_class IN ('head_of_state', 'head_of_government', 'io_head') THEN 1
    WHEN role_class IN ('deputy_head', 'foreign_minister', 'minister') THEN 2
    WHEN role_class <> 'delegation' THEN 3
END;

CREATE FUNCTION core.level_name(level_rank int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE level_rank WHEN 1 THEN 'heads' WHEN 2 THEN 'ministers' WHEN 3 THEN 'other' END;

CREATE TABLE core.country_pair (
    event_id text NOT NULL REFERENCES core.event,
    one_country text NOT NULL REFERENCES reference.country,
    other_country text NOT NULL REFERENCES reference.country,
    level_rank int CHECK (level_rank BETWEEN 1 AND 3),
    start_day_earliest date,
    people text[] NOT NULL,
    PRIMARY KEY (event_id, one_country, other_country),
    CHECK (one_country < other_country)
);
CREATE INDEX country_pair_days ON core.country_pair (one_country, other_country, start_day_earliest);
CREATE INDEX country_pair_other ON core.country_pair (other_country, start_day_earliest);

CREATE TABLE core.person_pair (
    event_id text NOT NULL REFERENCES core.event,
    one_person text NOT NULL,
    other_person text NOT NULL,
    one_name text NOT NULL,
    other_name text NOT NULL,
    level_rank int CHECK (level_rank BETWEEN 1 AND 3),
    PRIMARY KEY (event_id, one_person, other_person),
    CHECK (one_person < other_person)
);
CREATE INDEX person_pair_one ON core.person_pair (one_person, other_person);
CREATE INDEX person_pair_other ON core.person_pair (other_person);

CREATE INDEX event_month ON core.event ((CASE WHEN date_precision IN ('day', 'month')
    THEN date_trunc('month', start_day_earliest::timestamp)::date END));

CREATE FUNCTION core.pair_up(event_ids text[]) RETURNS void
LANGUAGE sql
BEGIN ATOMIC
    WITH side AS (
        SELECT p.event_id, p.country, min(core.level_rank(p.role_class::text)) AS level_rank
        FROM core.event_participant AS p
        WHERE p.event_id = ANY(event_ids) AND p.country IS NOT NULL
        GROUP BY p.event_id, p.country
    ),
    given AS (
        SELECT one.event_id, one.country AS one_country, other.country AS other_country,
            greatest(one.level_rank, other.level_rank) AS level_rank, e.start_day_earliest,
            ARRAY(SELECT DISTINCT coalesce(p.person_id, p.name) FROM core.event_participant AS p
                  WHERE p.event_id = one.event_id AND p.name IS NOT NULL ORDER BY 1) AS people
        FROM side AS one
        JOIN side AS other ON other.event_id = one.event_id AND other.country > one.country
        JOIN core.event AS e ON e.event_id = one.event_id
    ),
    gone AS (
        DELETE FROM core.country_pair AS held
        WHERE held.event_id = ANY(event_ids) AND NOT EXISTS (
            SELECT FROM given WHERE (given.event_id, given.one_country, given.other_country)
                = (held.event_id, held.one_country, held.other_country))
    )
    INSERT INTO core.country_pair AS held (event_id, one_country, other_country, level_rank, start_day_earliest, people)
    SELECT given.event_id, given.one_country, given.other_country, given.level_rank, given.start_day_earliest, given.people
    FROM given
    ON CONFLICT (event_id, one_country, other_country) DO UPDATE
        SET level_rank = excluded.level_rank, start_day_earliest = excluded.start_day_earliest, people = excluded.people
        WHERE (held.level_rank, held.start_day_earliest, held.people)
            IS DISTINCT FROM (excluded.level_rank, excluded.start_day_earliest, excluded.people);

    WITH person AS (
        SELECT p.event_id, coalesce(p.person_id, p.name) AS person, min(p.name) AS name,
            min(core.level_rank(p.role_class::text)) AS level_rank
        FROM core.event_participant AS p
        WHERE p.event_id = ANY(event_ids) AND p.name IS NOT NULL
        GROUP BY p.event_id, coalesce(p.person_id, p.name)
    ),
    given AS (
        SELECT one.event_id, one.person AS one_person, other.person AS other_person, one.name AS one_name,
            other.name AS other_name, greatest(one.level_rank, other.level_rank) AS level_rank
        FROM person AS one
        JOIN person AS other ON other.event_id = one.event_id AND other.person > one.person
    ),
    gone AS (
        DELETE FROM core.person_pair AS held
        WHERE held.event_id = ANY(event_ids) AND NOT EXISTS (
            SELECT FROM given WHERE (given.event_id, given.one_person, given.other_person)
                = (held.event_id, held.one_person, held.other_person))
    )
    INSERT INTO core.person_pair AS held (event_id, one_person, other_person, one_name, other_name, level_rank)
    SELECT given.event_id, given.one_person, given.other_person, given.one_name, given.other_name, given.level_rank
    FROM given
    ON CONFLICT (event_id, one_person, other_person) DO UPDATE
        SET one_name = excluded.one_name, other_name = excluded.other_name, level_rank = excluded.level_rank
        WHERE (held.one_name, held.other_name, held.level_rank)
            IS DISTINCT FROM (excluded.one_name, excluded.other_name, excluded.level_rank);
END;

CREATE FUNCTION core.pair_changed_participants() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM core.pair_up(ARRAY(SELECT DISTINCT c.event_id FROM changed AS c));
    RETURN NULL;
END
$$;
CREATE TRIGGER event_participant_pairs_added AFTER INSERT ON core.event_participant
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION core.pair_changed_participants();
CREATE TRIGGER event_participant_pairs_changed AFTER UPDATE ON core.event_participant
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION core.pair_changed_participants();
CREATE TRIGGER event_participant_pairs_gone AFTER DELETE ON core.event_participant
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION core.pair_changed_participants();

-- The day and who was there stand with the pair, so that "the next contact of these two after that day with
-- one of these people" is a walk along an index.
CREATE FUNCTION core.pair_changed_day() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE core.country_pair SET start_day_earliest = NEW.start_day_earliest WHERE event_id = NEW.event_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER event_pairs_day AFTER UPDATE ON core.event
    FOR EACH ROW WHEN (OLD.start_day_earliest IS DISTINCT FROM NEW.start_day_earliest)
    EXECUTE FUNCTION core.pair_changed_day();

-- Events that stand already.
SELECT core.pair_up(ARRAY(SELECT event_id FROM core.event));

CREATE VIEW mart.meeting_pairs AS
SELECT
    CASE WHEN e.date_precision IN ('day', 'month')
        THEN date_trunc('month', e.start_day_earliest::timestamp)::date END AS month,
    k.one_country,
    one.name AS one_country_name,
    k.other_country,
    other.name AS other_country_name,
    e.event_type::text AS event_type,
    core.level_name(k.level_rank) AS level,
    e.event_status::text AS status,
    count(*)::int AS event_count,
    array_agg(e.event_id ORDER BY e.start_day_earliest, e.event_id) AS event_ids
FROM core.country_pair AS k
JOIN core.event AS e USING (event_id)
JOIN reference.country AS one ON one.country = k.one_country
JOIN reference.country AS other ON other.country = k.other_country
WHERE e.retired_at IS NULL
GROUP BY 1, k.one_country, one.name, k.other_country, other.name, 6, 7, 8;

CREATE VIEW mart.person_pairs AS
SELECT
    CASE WHEN e.date_precision IN ('day', 'month')
        THEN date_trunc('month', e.start_day_earliest::timestamp)::date END AS month,
    k.one_person,
    coalesce(min(one.name), min(k.one_name)) AS one_name,
    k.other_person,
    coalesce(min(other.name), min(k.other_name)) AS other_name,
    e.event_type::text AS event_type,
    core.level_name(k.level_rank) AS level,
    e.event_status::text AS status,
    count(*)::int AS event_count,
    array_agg(e.event_id ORDER BY e.start_day_earliest, e.event_id) AS event_ids
FROM core.person_pair AS k
JOIN core.event AS e USING (event_id)
LEFT JOIN reference.person AS one ON one.person_id = k.one_person
LEFT JOIN reference.person AS other ON other.person_id = k.other_person
WHERE e.retired_at IS NULL
GROUP BY 1, k.one_person, k.other_person, 6, 7, 8;

COMMENT ON FUNCTION core.level_rank IS 'Level of a role class: 1 heads, 2 ministers, 3 other; null for a delegation without a name.';
COMMENT ON FUNCTION core.level_name IS 'The name of a level: heads, ministers, other.';
COMMENT ON FUNCTION core.pair_up IS 'Brings core.country_pair and core.person_pair up to date for the given events.';

-- migrate:down
DROP VIEW mart.person_pairs, mart.meeting_pairs;
DROP TRIGGER event_pairs_day ON core.event;
DROP TRIGGER event_participant_pairs_gone ON core.event_participant;
DROP TRIGGER event_participant_pairs_changed ON core.event_participant;
DROP TRIGGER event_participant_pairs_added ON core.event_participant;
DROP FUNCTION core.pair_changed_day, core.pair_changed_participants, core.pair_up;
DROP INDEX core.event_month;
DROP TABLE core.person_pair, core.country_pair;
DROP FUNCTION core.level_name, core.level_rank;
