-- migrate:up
-- Not only pages are kept: feeds, robots.txt, redirects on the way and tries that failed stand in the index too.
ALTER TABLE landing.capture
    ALTER COLUMN entry_id DROP NOT NULL,
    ADD COLUMN kind text NOT NULL DEFAULT 'page' CHECK (kind IN ('page', 'feed', 'robots')),
    ADD COLUMN source_key text CHECK (source_key <> ''),
    ADD COLUMN record_type text NOT NULL DEFAULT 'response' CHECK (record_type IN ('response', 'revisit')),
    ADD COLUMN revisit_of_capture_id bigint REFERENCES landing.capture,
    ADD CHECK (entry_id IS NOT NULL OR source_key IS NOT NULL),
    ADD CHECK (revisit_of_capture_id IS NULL OR record_type = 'revisit');
-- By hash: an address may be longer than a B-tree takes.
CREATE INDEX capture_final_url ON landing.capture USING hash (final_url);

-- migrate:down
DROP INDEX landing.capture_final_url;
DELETE FROM landing.capture WHERE entry_id IS NULL;
ALTER TABLE landing.capture
    DROP COLUMN revisit_of_capture_id,
    DROP COLUMN record_type,
    DROP COLUMN source_key,
    DROP COLUMN kind,
    ALTER COLUMN entry_id SET NOT NULL;
