-- One event is one real contact, whatever number of records tell of it. What stands here follows from the records
-- and can be made again from them, but for ids, aliases and pins.
-- migrate:up
-- The history of an event's status is the table of that name; the closed list of statuses makes room for it.
ALTER DOMAIN core.event_status RENAME TO contact_status;

CREATE TABLE core.event (
    event_id text PRIMARY KEY CHECK (event_id ~ '^ev-[0-9a-f]{16}$'),
    event_type core.event_type NOT NULL,
    visit_kind core.visit_kind,
    event_status core.contact_status NOT NULL,
    is_main boolean NOT NULL,
    event_name text,
    start_date text CHECK (core.period_form(start_date) <> 'malformed'),
    end_date text CHECK (core.period_form(end_date) <> 'malformed'),
    date_precision core.date_precision GENERATED ALWAYS AS (core.period_form(start_date)) STORED,
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
    sides text[] NOT NULL,
    organizations text[] NOT NULL,
    sources text[] NOT NULL CHECK (cardinality(sources) > 0),
    source_count int GENERATED ALWAYS AS (cardinality(sources)) STORED,
    report_count int NOT NULL CHECK (report_count > 0),
    conflict_count int NOT NULL CHECK (conflict_count >= 0),
    first_reported_at timestamptz,
    last_reported_at timestamptz,
    founder_record_key bigint NOT NULL REFERENCES core.record,
    opened_at timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz,
    batch_id text REFERENCES core.batch,
    CHECK ((first_reported_at IS NULL) = (last_reported_at IS NULL) AND first_reported_at <= last_reported_at)
);
CREATE INDEX event_day ON core.event (start_day_earliest);
CREATE INDEX event_country ON core.event (country);
CREATE INDEX event_sides ON core.event USING gin (sides);
CREATE INDEX event_reported ON core.event (first_reported_at);

CREATE TABLE core.event_record (
    record_key bigint PRIMARY KEY REFERENCES core.record,
    event_id text NOT NULL REFERENCES core.event,
    is_current boolean NOT NULL,
    successor_record_key bigint REFERENCES core.record CHECK (successor_record_key <> record_key),
    reason text NOT NULL CHECK (reason <> ''),
    joined_at timestamptz NOT NULL DEFAULT now(),
    batch_id text REFERENCES core.batch,
    CHECK (successor_record_key IS NULL OR NOT is_current)
);
CREATE INDEX event_record_event ON core.event_record (event_id);

CREATE TABLE core.event_alias (
    event_id text PRIMARY KEY REFERENCES core.event,
    current_event_id text NOT NULL REFERENCES core.event CHECK (current_event_id <> event_id),
    merged_at timestamptz NOT NULL DEFAULT now(),
    batch_id text REFERENCES core.batch
);
CREATE INDEX event_alias_current ON core.event_alias (current_event_id);

CREATE TABLE core.event_split (
    event_id text NOT NULL REFERENCES core.event,
    split_event_id text NOT NULL REFERENCES core.event CHECK (split_event_id <> event_id),
    split_at timestamptz NOT NULL DEFAULT now(),
    batch_id text REFERENCES core.batch,
    PRIMARY KEY (event_id, split_event_id)
);
CREATE INDEX event_split_off ON core.event_split (split_event_id);

-- What holds of an event, field by field. Written anew when its reports change.
CREATE TABLE core.event_value (
    event_id text NOT NULL REFERENCES core.event,
    field text NOT NULL CHECK (field IN (
        'event_type', 'visit_kind', 'event_name', 'start_date', 'end_date', 'city', 'country', 'venue',
        'parent_event_name', 'parent_event_organization')),
    value text NOT NULL,
    support double precision NOT NULL CHECK (support > 0),
    record_keys bigint[] NOT NULL CHECK (cardinality(record_keys) > 0),
    PRIMARY KEY (event_id, field)
);

CREATE TABLE core.event_participant (
    event_id text NOT NULL REFERENCES core.event,
    position int NOT NULL CHECK (position >= 0),
    name text CHECK (btrim(name) <> ''),
    person_id text,
    title text,
    role_class core.role_class NOT NULL,
    country text REFERENCES reference.country,
    organization text,
    capacity core.capacity NOT NULL,
    support double precision NOT NULL CHECK (support > 0),
    record_keys bigint[] NOT NULL CHECK (cardinality(record_keys) > 0),
    PRIMARY KEY (event_id, position)
);
CREATE INDEX event_participant_person ON core.event_participant (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX event_participant_name ON core.event_participant (name);

CREATE TABLE core.event_topic (
    event_id text NOT NULL REFERENCES core.event,
    topic core.topic_code NOT NULL,
    source_count int NOT NULL CHECK (source_count > 0),
    record_keys bigint[] NOT NULL CHECK (cardinality(record_keys) > 0),
    PRIMARY KEY (event_id, topic)
);
CREATE INDEX event_topic_code ON core.event_topic (topic);

CREATE TABLE core.event_status (
    event_id text NOT NULL REFERENCES core.event,
    position int NOT NULL CHECK (position >= 0),
    event_status core.contact_status NOT NULL,
    reported_at timestamptz,
    record_key bigint NOT NULL REFERENCES core.record,
    PRIMARY KEY (event_id, position)
);
CREATE INDEX event_status_record ON core.event_status (record_key);

CREATE TABLE core.event_conflict (
    event_id text NOT NULL REFERENCES core.event,
    field text NOT NULL CHECK (field <> ''),
    position int NOT NULL CHECK (position >= 0),
    record_key bigint NOT NULL REFERENCES core.record,
    conflict_kind text NOT NULL CHECK (conflict_kind IN ('dispute', 'update', 'basis')),
    value jsonb NOT NULL,
    PRIMARY KEY (event_id, field, position, record_key)
);
CREATE INDEX event_conflict_record ON core.event_conflict (record_key);

CREATE TABLE core.pin (
    pin_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    one_record_key bigint NOT NULL REFERENCES core.record,
    other_record_key bigint NOT NULL REFERENCES core.record CHECK (other_record_key <> one_record_key),
    is_same boolean NOT NULL,
    decided_by text NOT NULL CHECK (btrim(decided_by) <> ''),
    decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    why text NOT NULL CHECK (btrim(why) <> ''),
    decided_one_record_key bigint NOT NULL REFERENCES core.record,
    decided_other_record_key bigint NOT NULL REFERENCES core.record
);
CREATE INDEX pin_one ON core.pin (one_record_key);
CREATE INDEX pin_other ON core.pin (other_record_key);

-- By what candidates are found. The months are part of the keys: of a pair of states that meets for decades only the
-- neighbouring months are read, so that a lookup costs the same however old the warehouse is.
CREATE TABLE core.record_block (
    record_key bigint PRIMARY KEY REFERENCES core.record,
    dated_keys text[] NOT NULL,
    day_window daterange NOT NULL CHECK (NOT isempty(day_window))
);
-- No pending list: a publication looks for what the last one wrote, and would read the whole list each time.
CREATE INDEX record_block_keys ON core.record_block USING gin (dated_keys) WITH (fastupdate = off);
-- For seeking without a date, which looks through every month in which some window begins.
CREATE INDEX record_block_begins ON core.record_block (lower(day_window));

-- migrate:down
DROP TABLE core.record_block, core.pin, core.event_conflict, core.event_status, core.event_topic, core.event_participant,
    core.event_value, core.event_split, core.event_alias, core.event_record, core.event;
ALTER DOMAIN core.contact_status RENAME TO event_status;
