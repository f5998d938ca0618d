-- migrate:up
-- A correction is a new version of the same article: the texts stand in core.article_text, what changed stands here.
CREATE TABLE core.article_change (
    article_id text NOT NULL REFERENCES core.article,
    changed_at timestamptz NOT NULL,
    from_text_sha256 core.sha256 NOT NULL,
    to_text_sha256 core.sha256 NOT NULL,
    from_title text,
    to_title text,
    diff text,
    batch_id text NOT NULL REFERENCES core.batch,
    PRIMARY KEY (article_id, changed_at),
    FOREIGN KEY (article_id, from_text_sha256) REFERENCES core.article_text,
    FOREIGN KEY (article_id, to_text_sha256) REFERENCES core.article_text DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX article_change_batch ON core.article_change (batch_id);
COMMENT ON TABLE core.article_change IS 'One row each time that an article was found with another text or title than before.';
COMMENT ON COLUMN core.article_change.article_id IS 'The article; its texts are in core.article_text.';
COMMENT ON COLUMN core.article_change.changed_at IS 'When the page that shows the new version was fetched.';
COMMENT ON COLUMN core.article_change.from_text_sha256 IS 'SHA-256 of the text that stood before.';
COMMENT ON COLUMN core.article_change.to_text_sha256 IS 'SHA-256 of the text that stands since.';
COMMENT ON COLUMN core.article_change.from_title IS 'Title before.';
COMMENT ON COLUMN core.article_change.to_title IS 'Title since.';
COMMENT ON COLUMN core.article_change.diff IS 'Unified diff of the two texts by paragraphs; empty where only the title changed.';
COMMENT ON COLUMN core.article_change.batch_id IS 'The batch that brought the new version.';

CREATE VIEW mart.corrections AS
SELECT c.article_id, a.source_key AS source, a.url, c.changed_at, c.from_title, c.to_title, c.diff
FROM core.article_change AS c
JOIN core.article AS a USING (article_id);
COMMENT ON VIEW mart.corrections IS 'What publishers changed in articles after we first read them, the newest version last.';
COMMENT ON COLUMN mart.corrections.article_id IS 'Key of the article, as in mart.meetings.';
COMMENT ON COLUMN mart.corrections.source IS 'Key of the publisher in the source registry.';
COMMENT ON COLUMN mart.corrections.url IS 'Address of the article.';
COMMENT ON COLUMN mart.corrections.changed_at IS 'When the page that shows the new version was fetched.';
COMMENT ON COLUMN mart.corrections.from_title IS 'Title before.';
COMMENT ON COLUMN mart.corrections.to_title IS 'Title since.';
COMMENT ON COLUMN mart.corrections.diff IS 'Unified diff of the two texts by paragraphs; empty where only the title changed.';

-- migrate:down
DROP VIEW mart.corrections;
DROP TABLE core.article_change;
