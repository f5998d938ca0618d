-- migrate:up
CREATE TABLE quarantine.validation (
    batch_id text PRIMARY KEY,
    validated_at timestamptz NOT NULL DEFAULT now(),
    checked int NOT NULL,
    passed int NOT NULL,
    held_back int NOT NULL,
    duration_seconds double precision NOT NULL,
    CHECK (checked = passed + held_back)
);

CREATE TABLE quarantine.validation_result (
    batch_id text NOT NULL REFERENCES quarantine.validation,
    expectation text NOT NULL,
    column_name text NOT NULL,
    message text NOT NULL,
    failed int NOT NULL CHECK (failed >= 0),
    PRIMARY KEY (batch_id, expectation, column_name, message)
);

CREATE TABLE quarantine.record (
    quarantine_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch_id text NOT NULL,
    article_id text NOT NULL,
    record_id text NOT NULL,
    record_md5 text NOT NULL GENERATED ALWAYS AS (md5(record::text)) STORED,
    text_sha256 text,
    extractor_version text,
    record jsonb NOT NULL,
    reasons jsonb NOT NULL CHECK (jsonb_typeof(reasons) = 'array' AND jsonb_array_length(reasons) > 0),
    status text NOT NULL DEFAULT 'held' CHECK (status IN ('held', 'released', 'rejected', 'superseded')),
    held_at timestamptz NOT NULL DEFAULT now(),
    decided_at timestamptz,
    decided_by text,
    note text,
    UNIQUE (article_id, record_id, record_md5)
);
CREATE INDEX quarantine_open ON quarantine.record (held_at) WHERE status = 'held';
CREATE INDEX quarantine_batch ON quarantine.record (batch_id);

-- migrate:down
DROP TABLE quarantine.record, quarantine.validation_result, quarantine.validation;
