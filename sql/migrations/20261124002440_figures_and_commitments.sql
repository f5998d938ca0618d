-- migrate:up
CREATE INDEX figure_pair ON core.figure (least(parties[1], parties[2]), greatest(parties[1], parties[2]), metric)
    WHERE cardinality(parties) = 2;

-- One row a figure that somebody states about two parties, however many articles repeat it. A reprint is no witness.
CREATE VIEW mart.pair_figures AS
SELECT
    g.one_party,
    g.other_party,
    g.metric,
    g.period,
    core.period_first_day(split_part(g.period, '/', 1)) AS period_first_day,
    core.period_last_day(CASE WHEN g.period LIKE '%/%' THEN split_part(g.period, '/', 2) ELSE g.period END)
        AS period_last_day,
    g.figure_status,
    g.value,
    g.unit,
    g.qualifier,
    g.sources,
    cardinality(g.sources) AS source_count,
    g.event_ids,
    g.first_reported_on,
    g.last_reported_on,
    coalesce(core.evidence_sentence(m.body, f.evidence), m.article_title) AS evidence,
    m.article_url,
    m.article_title
FROM (
    SELECT
        least(q.parties[1], q.parties[2]) AS one_party,
        greatest(q.parties[1], q.parties[2]) AS other_party,
        q.metric::text AS metric,
        q.period,
        q.figure_status::text AS figure_status,
        q.value,
        q.unit,
        q.qualifier::text AS qualifier,
        coalesce(array_agg(DISTINCT e.source_key) FILTER (WHERE e.reprint_of_article_id IS NULL), '{}') AS sources,
        array_agg(DISTINCT e.event_id) AS event_ids,
        min(e.article_published_on) AS first_reported_on,
        max(e.article_published_on) AS last_reported_on,
        (array_agg(q.record_key ORDER BY e.article_published_at NULLS LAST, q.record_key, q.position))[1] AS record_key,
        (array_agg(q.position ORDER BY e.article_published_at NULLS LAST, q.record_key, q.position))[1] AS position
    FROM core.figure AS q
    JOIN core.event_report AS e USING (record_key)
    WHERE cardinality(q.parties) = 2
    GROUP BY 1, 2, q.metric, q.period, q.figure_status, q.value, q.unit, q.qualifier
) AS g
JOIN core.figure AS f ON f.record_key = g.record_key AND f.position = g.position
JOIN core.event_report AS m ON m.record_key = g.record_key;

CREATE FUNCTION core.in_order(list text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT item FROM unnest(list) AS item ORDER BY item COLLATE "C");

CREATE INDEX outcome_due ON core.outcome (core.period_last_day(due_date))
    WHERE outcome_type IN ('invitation', 'commitment', 'next_meeting');
CREATE INDEX outcome_parties ON core.outcome USING gin (parties)
    WHERE outcome_type IN ('invitation', 'commitment', 'next_meeting');

-- What each record says that is still to come; the promise to meet again, which is read as a commitment too, once.
-- Row by row, without windows, so that a question about some days or parties reads no others.
CREATE VIEW core.promise AS
SELECT
    o.record_key,
    o.position,
    o.outcome_type::text AS outcome_type,
    o.words,
    o.parties,
    o.due_date,
    o.evidence,
    (SELECT count(*)
     FROM core.outcome AS n
     WHERE n.record_key = o.record_key AND n.outcome_type = o.outcome_type AND n.position <= o.position
       AND core.in_order(n.parties) = core.in_order(o.parties)) AS nth
FROM core.outcome AS o
WHERE o.outcome_type IN ('invitation', 'commitment', 'next_meeting')
  AND NOT (o.outcome_type = 'commitment' AND EXISTS (
      SELECT FROM core.outcome AS n
      -- An expression: the index on outcome_type would be walked from end to end for each row.
      WHERE n.record_key = o.record_key AND n.outcome_type || '' = 'next_meeting' AND n.evidence && o.evidence));

-- Reports of one event word a promise differently: the nth of its kind in one is the nth in another. The first report
-- that has it gives the words.
CREATE VIEW mart.commitments AS
SELECT
    e.event_id,
    p.outcome_type AS commitment_type,
    p.words,
    p.parties,
    made.made_day,
    p.due_date,
    core.period_first_day(p.due_date) AS due_day_earliest,
    core.period_last_day(p.due_date) AS due_day_latest,
    p.outcome_type <> 'commitment' AND cardinality(made.states) > 1 AS is_checkable,
    k.event_id AS kept_by_event_id,
    k.start_day_earliest AS kept_day,
    k.start_day_earliest <= core.period_last_day(p.due_date) AS is_in_time,
    e.event_type::text AS event_type,
    e.source_count,
    coalesce(core.evidence_sentence(m.body, p.evidence), m.article_title) AS evidence,
    m.article_url,
    m.article_title
FROM core.promise AS p
JOIN core.event_report AS m USING (record_key)
JOIN core.event AS e ON e.event_id = m.event_id
CROSS JOIN LATERAL (
    SELECT coalesce(e.start_day_latest, (e.first_reported_at AT TIME ZONE 'UTC')::date) AS made_day,
        ARRAY(SELECT s.country FROM reference.country AS s WHERE s.country = ANY(p.parties) ORDER BY s.country COLLATE "C")
            AS states,
        ARRAY(SELECT coalesce(was.person_id, was.name) FROM core.event_participant AS was
              WHERE was.event_id = e.event_id AND was.name IS NOT NULL) AS people
) AS made
LEFT JOIN LATERAL (
    SELECT k.event_id, k.start_day_earliest
    FROM core.country_pair AS k
    JOIN core.event AS later USING (event_id)
    WHERE p.outcome_type <> 'commitment'
      AND k.one_country = made.states[1] AND k.other_country = made.states[2]
      AND k.start_day_earliest > made.made_day
      AND k.start_day_earliest >= coalesce(core.period_first_day(p.due_date), made.made_day)
      AND k.start_day_earliest <= coalesce(core.period_last_day(p.due_date), made.made_day) + 1096
      -- Two states meet all the time: only a contact with somebody who was there keeps the word.
      AND k.people && made.people
      AND later.retired_at IS NULL AND later.date_precision = 'day' AND later.event_status IN ('held', 'ongoing')
      AND CASE p.outcome_type
          WHEN 'invitation' THEN later.event_type IN ('visit', 'bilateral_meeting', 'summit', 'forum')
              AND later.country = ANY(made.states)
          ELSE later.event_type NOT IN ('phone_call', 'correspondence') END
      AND later.sides @> made.states
    ORDER BY k.start_day_earliest, k.event_id
    LIMIT 1
) AS k ON true
WHERE NOT EXISTS (
    SELECT
    FROM core.event_report AS first
    JOIN core.promise AS same USING (record_key)
    WHERE first.event_id = e.event_id AND same.outcome_type = p.outcome_type AND same.nth = p.nth
      AND core.in_order(same.parties) = core.in_order(p.parties)
      AND (coalesce(first.article_published_at, 'infinity'), same.record_key)
          < (coalesce(m.article_published_at, 'infinity'), p.record_key));

-- migrate:down
DROP VIEW mart.commitments, core.promise;
DROP INDEX core.outcome_parties, core.outcome_due;
DROP FUNCTION core.in_order;
DROP VIEW mart.pair_figures;
DROP INDEX core.figure_pair;
