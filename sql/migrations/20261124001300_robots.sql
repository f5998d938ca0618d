-- migrate:up
CREATE TABLE landing.robots (
    robots_url text PRIMARY KEY,
    http_status int NOT NULL,
    content bytea NOT NULL,
    asked_at timestamptz NOT NULL,
    CHECK (octet_length(content) <= 524288)
);
COMMENT ON TABLE landing.robots IS 'The robots.txt of every host asked, as last read; shared by all workers, asked for again after a day.';
COMMENT ON COLUMN landing.robots.robots_url IS 'Its address.';
COMMENT ON COLUMN landing.robots.http_status IS 'HTTP status of the answer: 4xx means that the host has no rules.';
COMMENT ON COLUMN landing.robots.content IS 'The file''s bytes, decoded; at most the 512 KiB that are read of one.';
COMMENT ON COLUMN landing.robots.asked_at IS 'When it was asked for.';

-- migrate:down
DROP TABLE landing.robots;
