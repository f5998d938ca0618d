-- migrate:up
CREATE TABLE landing.host (
    host text PRIMARY KEY CHECK (host <> ''),
    next_allowed_at timestamptz,
    paused_until timestamptz,
    failures int NOT NULL DEFAULT 0 CHECK (failures >= 0),
    open_until timestamptz,
    last_failure text,
    failed_at timestamptz,
    answered_at timestamptz
);
COMMENT ON TABLE landing.host IS 'One row for every host that was ever asked: when it may be asked again, and whether it answers. Shared by all workers.';
COMMENT ON COLUMN landing.host.host IS 'Name and port, or name and scheme where the port is the scheme''s own.';
COMMENT ON COLUMN landing.host.next_allowed_at IS 'No request may start before: the last start and the distance to keep.';
COMMENT ON COLUMN landing.host.paused_until IS 'Until when the host itself asked to be left alone (Retry-After).';
COMMENT ON COLUMN landing.host.failures IS 'How many requests in a row got no answer or a server error; an answer sets it to 0.';
COMMENT ON COLUMN landing.host.open_until IS 'The circuit breaker: nobody asks before; after it one probe at a time, until the host answers.';
COMMENT ON COLUMN landing.host.last_failure IS 'What the last failed request failed of; kept after the host answers again.';
COMMENT ON COLUMN landing.host.failed_at IS 'When a request last failed.';
COMMENT ON COLUMN landing.host.answered_at IS 'When the host last answered.';

CREATE TABLE landing.host_slot (
    host text NOT NULL REFERENCES landing.host,
    slot int NOT NULL CHECK (slot > 0),
    turn uuid NOT NULL,
    taken_until timestamptz NOT NULL,
    PRIMARY KEY (host, slot)
);
COMMENT ON TABLE landing.host_slot IS 'Requests to a host that are under way, one slot each; a slot is used again once it is free.';
COMMENT ON COLUMN landing.host_slot.host IS 'The host that is asked, as in landing.host.';
COMMENT ON COLUMN landing.host_slot.slot IS 'Number of the slot, from 1.';
COMMENT ON COLUMN landing.host_slot.turn IS 'The turn that took it last.';
COMMENT ON COLUMN landing.host_slot.taken_until IS 'Until when it is taken: a lease, so that a worker that dies gives its turn back.';

-- migrate:down
DROP TABLE landing.host_slot, landing.host;
