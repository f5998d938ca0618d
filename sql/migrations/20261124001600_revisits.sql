-- migrate:up
-- A publisher that says that it has changed an article is asked for it again; the queue keeps one row an article.
ALTER TABLE landing.entry
    ADD COLUMN changed_at timestamptz,
    ADD COLUMN revisits int NOT NULL DEFAULT 0 CHECK (revisits >= 0);

-- migrate:down
ALTER TABLE landing.entry DROP COLUMN revisits, DROP COLUMN changed_at;
