-- migrate:up
-- Which rule read a page is noted with its capture, and so is the doubt that the publisher has changed its layout.
ALTER TABLE landing.capture ADD COLUMN text_rule text, ADD COLUMN rule_warning text;
CREATE INDEX capture_read ON landing.capture (fetched_at) WHERE text_rule IS NOT NULL;
ALTER TABLE staging.article ADD COLUMN modified_rule text;
ALTER TABLE core.article ADD COLUMN modified_rule text;

CREATE VIEW landing.rule_health AS
WITH pages AS (
    SELECT e.source_key, c.capture_id, c.fetched_at, c.text_rule, c.rule_warning
    FROM landing.capture AS c
    JOIN landing.entry AS e USING (entry_id)
    WHERE c.text_rule IS NOT NULL AND c.fetched_at > now() - interval '14 days'
), counted AS (
    SELECT
        source_key,
        count(*) AS pages,
        count(*) FILTER (WHERE text_rule NOT IN ('generic', 'json-ld', 'script')) AS by_rule,
        count(rule_warning) AS doubted,
        max(fetched_at) FILTER (WHERE rule_warning IS NOT NULL) AS doubted_at
    FROM pages
    GROUP BY source_key
)
SELECT
    c.source_key, c.pages, c.by_rule, c.doubted, c.doubted_at, last.capture_id, last.rule_warning,
    c.doubted >= 3 AND c.doubted >= 0.2 * c.pages AS rotten
FROM counted AS c
LEFT JOIN LATERAL (
    SELECT p.capture_id, p.rule_warning
    FROM pages AS p
    WHERE p.source_key = c.source_key AND p.rule_warning IS NOT NULL
    ORDER BY p.fetched_at DESC, p.capture_id DESC
    LIMIT 1
) AS last ON true;
COMMENT ON VIEW landing.rule_health IS
    'One row a source: how its own reading rules did on the pages of the last 14 days, beside the generic reader.';
COMMENT ON COLUMN landing.rule_health.source_key IS 'Key of the publisher in the source registry.';
COMMENT ON COLUMN landing.rule_health.pages IS 'Pages that were read.';
COMMENT ON COLUMN landing.rule_health.by_rule IS 'Pages whose text the publisher''s rules or selectors gave.';
COMMENT ON COLUMN landing.rule_health.doubted IS
    'Pages on which those and the generic reader differ strongly, or which only the generic reader could read.';
COMMENT ON COLUMN landing.rule_health.doubted_at IS 'When the newest such page was fetched.';
COMMENT ON COLUMN landing.rule_health.capture_id IS 'The fetch of the newest such page.';
COMMENT ON COLUMN landing.rule_health.rule_warning IS 'What speaks against the rule there.';
COMMENT ON COLUMN landing.rule_health.rotten IS
    'Whether the layout has probably changed: three or more pages, and one in five, are doubted.';

-- migrate:down
DROP VIEW landing.rule_health;
ALTER TABLE core.article DROP COLUMN modified_rule;
ALTER TABLE staging.article DROP COLUMN modified_rule;
DROP INDEX landing.capture_read;
ALTER TABLE landing.capture DROP COLUMN rule_warning, DROP COLUMN text_rule;
