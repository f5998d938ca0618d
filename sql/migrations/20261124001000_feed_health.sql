-- migrate:up
CREATE TABLE landing.feed_health (
    source_key text NOT NULL,
    feed_url text NOT NULL,
    polled_at timestamptz NOT NULL,
    readable boolean NOT NULL,
    reason text,
    error text,
    failing_since timestamptz,
    failures int NOT NULL DEFAULT 0,
    read_at timestamptz,
    listed int,
    new_at timestamptz,
    PRIMARY KEY (source_key, feed_url),
    CHECK (readable OR (error IS NOT NULL AND failing_since IS NOT NULL))
);
COMMENT ON TABLE landing.feed_health IS 'One row a feed: how the last look at it went.';
COMMENT ON COLUMN landing.feed_health.source_key IS 'Key of the publisher in the source registry.';
COMMENT ON COLUMN landing.feed_health.feed_url IS 'Address of the feed, as the source declares it.';
COMMENT ON COLUMN landing.feed_health.polled_at IS 'When the feed was last asked for.';
COMMENT ON COLUMN landing.feed_health.readable IS 'Whether that look could read it (unchanged counts as read).';
COMMENT ON COLUMN landing.feed_health.reason IS 'Why not, as a code: a reason of the HTTP client, or not_a_feed.';
COMMENT ON COLUMN landing.feed_health.error IS 'Why not, as a sentence.';
COMMENT ON COLUMN landing.feed_health.failing_since IS 'The first of the looks in a row that failed.';
COMMENT ON COLUMN landing.feed_health.failures IS 'How many looks in a row failed.';
COMMENT ON COLUMN landing.feed_health.read_at IS 'When it was last read.';
COMMENT ON COLUMN landing.feed_health.listed IS 'Entries that it listed when it last came changed.';
COMMENT ON COLUMN landing.feed_health.new_at IS 'When it last brought an entry that the queue did not know.';

-- migrate:down
DROP TABLE landing.feed_health;
