-- migrate:up
CREATE TABLE core.batch (
    batch_id text PRIMARY KEY,
    loaded_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz
);

CREATE TABLE core.article (
    article_id text PRIMARY KEY,
    source_key text NOT NULL,
    url text,
    canonical_url text,
    title text,
    language text NOT NULL,
    published_text text,
    published_on date,
    published_at timestamptz,
    modified_text text,
    authors text[] NOT NULL DEFAULT '{}',
    section text,
    lead_image_url text,
    origin text,
    published_rule text,
    text_rule text,
    text_sha256 core.sha256 NOT NULL,
    entry_id bigint REFERENCES landing.entry,
    capture_id bigint REFERENCES landing.capture,
    fetched_at timestamptz NOT NULL,
    copy_of_article_id text REFERENCES core.article CHECK (copy_of_article_id <> article_id),
    batch_id text NOT NULL REFERENCES core.batch,
    first_loaded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX article_text_identity ON core.article (source_key, text_sha256);
CREATE INDEX article_copies ON core.article (copy_of_article_id) WHERE copy_of_article_id IS NOT NULL;
CREATE INDEX article_published ON core.article (published_on);

CREATE TABLE core.article_text (
    article_id text NOT NULL REFERENCES core.article,
    text_sha256 core.sha256 NOT NULL,
    body text NOT NULL,
    capture_id bigint REFERENCES landing.capture,
    fetched_at timestamptz NOT NULL,
    batch_id text NOT NULL REFERENCES core.batch,
    PRIMARY KEY (article_id, text_sha256)
);

CREATE TABLE core.reading (
    reading_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article_id text NOT NULL,
    text_sha256 core.sha256 NOT NULL,
    extractor_version text NOT NULL CHECK (extractor_version <> ''),
    is_current boolean NOT NULL DEFAULT false,
    read_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    batch_id text NOT NULL REFERENCES core.batch,
    UNIQUE (article_id, text_sha256, extractor_version),
    FOREIGN KEY (article_id, text_sha256) REFERENCES core.article_text,
    CHECK (published_at IS NOT NULL OR NOT is_current)
);
CREATE UNIQUE INDEX reading_current ON core.reading (article_id) WHERE is_current;
CREATE INDEX reading_batch ON core.reading (batch_id);

CREATE TABLE core.record (
    record_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reading_id bigint NOT NULL REFERENCES core.reading,
    record_id text NOT NULL,
    event_type core.event_type NOT NULL,
    visit_kind core.visit_kind,
    event_status core.event_status NOT NULL,
    is_main boolean NOT NULL,
    event_name text,
    start_date text CHECK (core.period_form(start_date) <> 'malformed'),
    end_date text CHECK (core.period_form(end_date) <> 'malformed'),
    date_precision core.date_precision,
    start_day_earliest date GENERATED ALWAYS AS (core.period_first_day(start_date)) STORED,
    start_day_latest date GENERATED ALWAYS AS (core.period_last_day(start_date)) STORED,
    end_day_latest date GENERATED ALWAYS AS (core.period_last_day(coalesce(end_date, start_date))) STORED,
    city text,
    country text REFERENCES reference.country,
    venue text,
    geoname_id bigint,
    latitude double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision CHECK (longitude BETWEEN -180 AND 180),
    parent_event_name text,
    parent_event_organization text,
    cameo_code text,
    plover_code text,
    confidence double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    evidence int4multirange NOT NULL,
    record jsonb NOT NULL,
    published_at timestamptz,
    batch_id text NOT NULL REFERENCES core.batch,
    UNIQUE (reading_id, record_id)
);
CREATE INDEX record_batch ON core.record (batch_id);
CREATE INDEX record_day ON core.record (start_day_earliest);
CREATE INDEX record_country ON core.record (country);

CREATE TABLE core.participant (
    record_key bigint NOT NULL REFERENCES core.record,
    position int NOT NULL CHECK (position >= 0),
    name text CHECK (btrim(name) <> ''),
    person_id text,
    title text,
    role_class core.role_class NOT NULL,
    country text REFERENCES reference.country,
    organization text,
    capacity core.capacity NOT NULL,
    evidence int4multirange NOT NULL,
    PRIMARY KEY (record_key, position)
);
CREATE INDEX participant_name ON core.participant (name);
CREATE INDEX participant_person ON core.participant (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX participant_country ON core.participant (country);

CREATE TABLE core.topic (
    record_key bigint NOT NULL REFERENCES core.record,
    position int NOT NULL CHECK (position >= 0),
    topic core.topic_code NOT NULL,
    evidence int4multirange NOT NULL,
    PRIMARY KEY (record_key, position)
);
CREATE INDEX topic_code ON core.topic (topic);

CREATE TABLE core.outcome (
    record_key bigint NOT NULL REFERENCES core.record,
    position int NOT NULL CHECK (position >= 0),
    outcome_type core.outcome_type NOT NULL,
    words text NOT NULL,
    parties text[] NOT NULL,
    due_date text,
    document_count bigint,
    evidence int4multirange NOT NULL,
    PRIMARY KEY (record_key, position)
);
CREATE INDEX outcome_kind ON core.outcome (outcome_type);

CREATE TABLE core.figure (
    record_key bigint NOT NULL REFERENCES core.record,
    position int NOT NULL CHECK (position >= 0),
    metric core.metric NOT NULL,
    value numeric NOT NULL,
    unit text NOT NULL,
    qualifier core.qualifier,
    period text,
    figure_status core.figure_status,
    parties text[] NOT NULL,
    evidence int4multirange NOT NULL,
    PRIMARY KEY (record_key, position)
);
CREATE INDEX figure_metric ON core.figure (metric);

CREATE TABLE core.statement (
    record_key bigint NOT NULL REFERENCES core.record,
    position int NOT NULL CHECK (position >= 0),
    speaker text,
    person_id text,
    statement_kind core.statement_kind NOT NULL,
    words text NOT NULL,
    evidence int4multirange NOT NULL,
    PRIMARY KEY (record_key, position)
);
CREATE INDEX statement_speaker ON core.statement (speaker);

-- migrate:down
DROP TABLE core.statement, core.figure, core.outcome, core.topic, core.participant, core.record, core.reading,
    core.article_text, core.article, core.batch;
