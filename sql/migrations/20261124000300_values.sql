-- The closed lists of the record contract, and the functions that read its dates and spans.
-- migrate:up
CREATE DOMAIN core.event_type AS text CHECK (VALUE IN (
    'summit', 'bilateral_meeting', 'multilateral_meeting', 'phone_call', 'video_conference',
    'visit', 'signing', 'forum', 'correspondence'));
CREATE DOMAIN core.event_status AS text CHECK (VALUE IN (
    'held', 'ongoing', 'planned', 'proposed', 'postponed', 'cancelled'));
CREATE DOMAIN core.visit_kind AS text CHECK (VALUE IN ('state', 'official', 'working', 'private'));
CREATE DOMAIN core.date_precision AS text CHECK (VALUE IN ('day', 'month', 'season', 'year'));
CREATE DOMAIN core.capacity AS text CHECK (VALUE IN ('host', 'guest', 'chair', 'participant'));
CREATE DOMAIN core.role_class AS text CHECK (VALUE IN (
    'head_of_state', 'head_of_government', 'deputy_head', 'foreign_minister', 'minister',
    'speaker_of_parliament', 'security_official', 'ambassador', 'io_head', 'io_official', 'delegation', 'other'));
CREATE DOMAIN core.topic_code AS text CHECK (VALUE IN (
    'trade_economy', 'investment', 'energy', 'transport_logistics', 'security_defence', 'counter_terrorism',
    'conflict_peace', 'nuclear', 'sanctions', 'border_territory', 'migration', 'humanitarian_aid', 'human_rights',
    'culture_education', 'science_technology', 'digital', 'environment_climate', 'water', 'health',
    'agriculture_food', 'space', 'tourism', 'institutional_reform', 'regional_cooperation', 'bilateral_relations'));
CREATE DOMAIN core.outcome_type AS text CHECK (VALUE IN (
    'agreement_signed', 'declaration_adopted', 'decision', 'commitment', 'invitation', 'next_meeting',
    'no_agreement'));
CREATE DOMAIN core.metric AS text CHECK (VALUE IN (
    'trade_turnover', 'exports', 'imports', 'investment', 'loan_or_aid', 'documents_signed', 'growth',
    'energy_volume', 'joint_ventures', 'projects', 'other'));
CREATE DOMAIN core.qualifier AS text CHECK (VALUE IN ('exactly', 'about', 'nearly', 'over', 'up_to'));
CREATE DOMAIN core.figure_status AS text CHECK (VALUE IN ('actual', 'target'));
CREATE DOMAIN core.statement_kind AS text CHECK (VALUE IN ('direct', 'indirect'));
CREATE DOMAIN core.sha256 AS text CHECK (VALUE ~ '^[0-9a-f]{64}$');

CREATE FUNCTION core.period_form(period text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN period IS NULL THEN NULL
    WHEN period ~ '^[1-9][0-9]{3}$' THEN 'year'
    WHEN period ~ '^[1-9][0-9]{3}-Q[1-4]$' THEN 'season'
    WHEN period ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])$' THEN 'month'
    WHEN period ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
         AND right(period, 2)::int <= date_part('day',
             (make_date(left(period, 4)::int, substr(period, 6, 2)::int, 1) + interval '1 month - 1 day'))
        THEN 'day'
    ELSE 'malformed'
END;

CREATE FUNCTION core.period_first_day(period text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE core.period_form(period)
    WHEN 'day' THEN make_date(left(period, 4)::int, substr(period, 6, 2)::int, right(period, 2)::int)
    WHEN 'month' THEN make_date(left(period, 4)::int, right(period, 2)::int, 1)
    WHEN 'season' THEN make_date(left(period, 4)::int, right(period, 1)::int * 3 - 2, 1)
    WHEN 'year' THEN make_date(period::int, 1, 1)
END;

CREATE FUNCTION core.period_last_day(period text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE core.period_form(period)
    WHEN 'day' THEN core.period_first_day(period)
    WHEN 'month' THEN (core.period_first_day(period) + interval '1 month - 1 day')::date
    WHEN 'season' THEN (core.period_first_day(period) + interval '3 months - 1 day')::date
    WHEN 'year' THEN make_date(period::int, 12, 31)
END;

CREATE FUNCTION core.spans(evidence jsonb) RETURNS int4multirange
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(range_agg(int4range((span ->> 0)::int, (span ->> 1)::int)), '{}'::int4multirange)
    FROM jsonb_array_elements(CASE jsonb_typeof(evidence) WHEN 'array' THEN evidence ELSE '[]' END) AS span
);

CREATE FUNCTION core.evidence_words(body text, evidence int4multirange) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT string_agg(substr(body, lower(span) + 1, upper(span) - lower(span)), ' … ' ORDER BY lower(span))
    FROM unnest(evidence) AS span
);

-- From the end of the sentence before to the end of its own, within the paragraph. An abbreviation's full stop
-- ("Mr. X") ends a sentence here too: the words of the span itself are never cut.
CREATE FUNCTION core.evidence_sentence(body text, evidence int4multirange) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT string_agg(btrim(substr(body, lower(sentence) + 1, upper(sentence) - lower(sentence)), E' \n'),
                      ' … ' ORDER BY lower(sentence))
    FROM unnest((
        SELECT range_agg(int4range(
            length(left(body, lower(span)))
            - length(regexp_replace(left(body, lower(span)), '^.*(?:\n|[.!?…]["»”’)]*\s+)', '')),
            upper(span) + CASE
                WHEN substr(body, lower(span) + 1, upper(span) - lower(span)) ~ '[.!?…]["»”’)]*\s*$' THEN 0
                ELSE length(coalesce(substring(
                    substr(body, upper(span) + 1) FROM '^[^\n]*?(?:[.!?…]["»”’)]*(?=\s|$)|(?=\n)|$)'), ''))
            END))
        FROM unnest(evidence) AS span
    )) AS sentence
);

CREATE FUNCTION core.texts(list jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT jsonb_array_elements_text(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END));

-- migrate:down
DROP FUNCTION core.texts, core.evidence_sentence, core.evidence_words, core.spans,
    core.period_last_day, core.period_first_day, core.period_form;
DROP DOMAIN core.sha256, core.statement_kind, core.figure_status, core.qualifier, core.metric, core.outcome_type,
    core.topic_code, core.role_class, core.capacity, core.date_precision, core.visit_kind, core.event_status,
    core.event_type;
