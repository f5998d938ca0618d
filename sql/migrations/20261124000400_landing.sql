-- migrate:up
CREATE TABLE landing.entry (
    entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_key text NOT NULL CHECK (source_key <> ''),
    feed_url text NOT NULL,
    url text NOT NULL,
    canonical_url text NOT NULL,
    guid text NOT NULL,
    title text,
    summary text,
    published_at timestamptz,
    language text,
    status text NOT NULL DEFAULT 'queued'
        CHECK (status IN ('queued', 'claimed', 'fetched', 'loaded', 'waiting', 'dead', 'no_article')),
    attempts int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    batch_id text,
    capture_id bigint,
    lease_until timestamptz,
    last_error text,
    discovered_at timestamptz NOT NULL DEFAULT now(),
    claimed_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source_key, canonical_url),
    UNIQUE (source_key, guid),
    CHECK (status NOT IN ('claimed', 'fetched') OR (batch_id IS NOT NULL AND lease_until IS NOT NULL))
);
-- What a claim looks through stays small however many entries are done.
CREATE INDEX entry_due ON landing.entry (next_attempt_at, entry_id) WHERE status IN ('queued', 'waiting');
CREATE INDEX entry_leased ON landing.entry (batch_id, entry_id) WHERE status IN ('claimed', 'fetched');
CREATE INDEX entry_status ON landing.entry (source_key, status);

CREATE TABLE landing.capture (
    capture_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id bigint NOT NULL REFERENCES landing.entry,
    batch_id text NOT NULL,
    url text NOT NULL,
    final_url text,
    http_status int,
    headers jsonb,
    charset text,
    fetched_at timestamptz NOT NULL,
    warc_path text,
    warc_offset bigint CHECK (warc_offset >= 0),
    warc_length bigint CHECK (warc_length > 0),
    payload_sha256 text,
    error text,
    CHECK (error IS NOT NULL OR (http_status IS NOT NULL AND final_url IS NOT NULL))
);
CREATE INDEX capture_entry ON landing.capture (entry_id, fetched_at);
CREATE INDEX capture_fetched ON landing.capture (fetched_at);
ALTER TABLE landing.entry ADD FOREIGN KEY (capture_id) REFERENCES landing.capture;

-- migrate:down
ALTER TABLE landing.entry DROP COLUMN capture_id;
DROP TABLE landing.capture, landing.entry;
