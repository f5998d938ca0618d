-- Unlogged: a crash empties these tables, and the stages before them fill them again.
-- migrate:up
CREATE UNLOGGED TABLE staging.article (
    batch_id text NOT NULL,
    position int NOT NULL,
    entry_id bigint,
    capture_id bigint,
    fetched_at timestamptz NOT NULL,
    article_id text NOT NULL,
    source_key text NOT NULL,
    url text,
    canonical_url text,
    title text,
    body text NOT NULL,
    text_sha256 text NOT NULL,
    language text NOT NULL,
    published_text text,
    published_on date,
    published_at timestamptz,
    modified_text text,
    authors text[] NOT NULL,
    section text,
    lead_image_url text,
    origin text,
    published_rule text,
    text_rule text,
    extractor_version text,
    PRIMARY KEY (batch_id, position)
);
CREATE INDEX staged_article_id ON staging.article (batch_id, article_id);

CREATE UNLOGGED TABLE staging.record (
    batch_id text NOT NULL,
    position int NOT NULL,
    article_id text NOT NULL,
    record_id text NOT NULL,
    record jsonb NOT NULL,
    event_type text,
    event_status text,
    is_main boolean,
    start_date text,
    end_date text,
    date_precision text,
    city text,
    country text,
    countries text[] NOT NULL,
    capacities text[] NOT NULL,
    participant_count int NOT NULL,
    named_participant_count int NOT NULL,
    blank_name_count int NOT NULL,
    side_count int NOT NULL,
    smallest_figure double precision,
    confidence double precision,
    contract_problems text,
    evidence_problems text,
    range_problems text,
    held_back boolean,
    PRIMARY KEY (batch_id, position)
);

-- migrate:down
DROP TABLE staging.record, staging.article;
