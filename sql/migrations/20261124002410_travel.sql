-- migrate:up
-- Abroad is where a leader takes part in person in a state that is not the leader's own.
CREATE VIEW mart.leader_travel AS
SELECT
    e.event_id,
    coalesce(p.person_id, p.name) AS person,
    coalesce(r.name, p.name) AS name,
    p.title,
    p.role_class::text AS role_class,
    p.country AS home_country,
    home.name AS home_country_name,
    e.country,
    c.name AS country_name,
    e.city,
    e.event_type::text AS event_type,
    e.visit_kind::text AS visit_kind,
    e.event_status::text AS status,
    e.is_main,
    e.start_date,
    e.end_date,
    e.start_day_earliest,
    e.end_day_latest,
    CASE WHEN e.date_precision = 'day' AND coalesce(core.period_form(e.end_date), 'day') = 'day'
        THEN e.end_day_latest - e.start_day_earliest + 1 END AS days_abroad,
    ARRAY(
        SELECT q.name
        FROM core.event_participant AS q
        WHERE q.event_id = e.event_id AND q.country = e.country AND q.name IS NOT NULL
          AND q.capacity IN ('host', 'chair', 'participant')
        ORDER BY CASE q.capacity WHEN 'host' THEN 0 WHEN 'chair' THEN 1 ELSE 2 END, q.position
    ) AS hosted_by,
    e.parent_event_name AS parent_event,
    e.parent_event_organization AS parent_organization,
    e.source_count
FROM core.event_participant AS p
JOIN core.event AS e USING (event_id)
JOIN reference.country AS home ON home.country = p.country
JOIN reference.country AS c ON c.country = e.country
LEFT JOIN reference.person AS r ON r.person_id = p.person_id
WHERE e.retired_at IS NULL
  AND p.name IS NOT NULL
  AND p.country <> e.country
  AND p.role_class IN ('head_of_state', 'head_of_government', 'deputy_head', 'foreign_minister')
  AND e.event_type NOT IN ('phone_call', 'video_conference', 'correspondence');

-- Days that touch are one trip: who arrives on Thursday and meets the host on Friday has travelled once.
CREATE VIEW mart.leader_trips AS
SELECT
    t.person,
    t.name,
    t.home_country,
    t.home_country_name,
    t.country,
    t.country_name,
    min(t.start_day_earliest) AS arrival_day,
    max(t.end_day_latest) AS last_day,
    max(t.end_day_latest) - min(t.start_day_earliest) + 1 AS days_abroad,
    (array_agg(t.visit_kind ORDER BY array_position(ARRAY['state', 'official', 'working', 'private'], t.visit_kind)))[1]
        AS visit_kind,
    count(*)::int AS event_count,
    array_agg(t.event_id ORDER BY t.start_day_earliest, t.event_id) AS event_ids
FROM (
    SELECT s.*, count(*) FILTER (WHERE s.is_departure)
        OVER (PARTITION BY s.person, s.name, s.home_country, s.home_country_name, s.country, s.country_name
              ORDER BY s.start_day_earliest, s.end_day_latest, s.event_id) AS trip
    FROM (
        SELECT v.*, coalesce(v.start_day_earliest > max(v.end_day_latest)
            OVER (PARTITION BY v.person, v.name, v.home_country, v.home_country_name, v.country, v.country_name
                  ORDER BY v.start_day_earliest, v.end_day_latest, v.event_id
                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1, true) AS is_departure
        FROM mart.leader_travel AS v
        WHERE v.status IN ('held', 'ongoing') AND v.days_abroad IS NOT NULL
    ) AS s
) AS t
GROUP BY t.person, t.name, t.home_country, t.home_country_name, t.country, t.country_name, t.trip;

CREATE INDEX event_participant_country ON core.event_participant (country);
CREATE INDEX event_participant_who ON core.event_participant (coalesce(person_id, name));

-- migrate:down
DROP INDEX core.event_participant_who, core.event_participant_country;
DROP VIEW mart.leader_trips, mart.leader_travel;
