-- migrate:up
-- A feed that rolls over between two looks has lost entries to us: kept until something older has filled the gap.
ALTER TABLE landing.feed_health
    ADD COLUMN newest_at timestamptz,
    ADD COLUMN rolled_over_at timestamptz,
    ADD COLUMN rollovers int NOT NULL DEFAULT 0 CHECK (rollovers >= 0),
    ADD COLUMN gap_from timestamptz,
    ADD COLUMN gap_until timestamptz,
    ADD COLUMN gap_filled_at timestamptz,
    ADD CHECK (gap_from IS NULL OR rolled_over_at IS NOT NULL);
COMMENT ON COLUMN landing.feed_health.newest_at IS 'Publication time of the newest entry that it ever listed, as far as it gives dates.';
COMMENT ON COLUMN landing.feed_health.rolled_over_at IS 'When it was last found to list nothing that was known: entries between two looks were lost.';
COMMENT ON COLUMN landing.feed_health.rollovers IS 'How often it was found so.';
COMMENT ON COLUMN landing.feed_health.gap_from IS 'Where the gap that is open, or was last filled, begins: publication time of the newest entry known then.';
COMMENT ON COLUMN landing.feed_health.gap_until IS 'Where that gap ends: publication time of the oldest entry that the feed still listed.';
COMMENT ON COLUMN landing.feed_health.gap_filled_at IS 'When a sitemap or a listing that reaches back over the gap was read; null while it is open.';

-- migrate:down
ALTER TABLE landing.feed_health
    DROP COLUMN gap_filled_at,
    DROP COLUMN gap_until,
    DROP COLUMN gap_from,
    DROP COLUMN rollovers,
    DROP COLUMN rolled_over_at,
    DROP COLUMN newest_at;
