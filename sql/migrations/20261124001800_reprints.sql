-- migrate:up
-- Agencies print each other's texts: one witness, not several. Nothing is hidden for it, it is marked.
CREATE TABLE core.text_signature (
    article_id text PRIMARY KEY REFERENCES core.article,
    text_sha256 core.sha256 NOT NULL,
    signature int[] NOT NULL,
    bands bigint[] NOT NULL,
    printed_at timestamptz NOT NULL,
    batch_id text NOT NULL REFERENCES core.batch
);
-- No pending list: every load looks for its texts right after writing them, and would read the whole list each time.
CREATE INDEX text_signature_bands ON core.text_signature USING gin (bands) WITH (fastupdate = off);
COMMENT ON TABLE core.text_signature IS 'By what reprints of one text are found: MinHash over runs of three words (extractors/similar.py).';
COMMENT ON COLUMN core.text_signature.article_id IS 'The article whose present text it is of.';
COMMENT ON COLUMN core.text_signature.text_sha256 IS 'SHA-256 of that text.';
COMMENT ON COLUMN core.text_signature.signature IS '120 numbers; the share of equal places estimates the share of runs in common. Empty for a text too short to tell.';
COMMENT ON COLUMN core.text_signature.bands IS '20 keys; like texts have one in common.';
COMMENT ON COLUMN core.text_signature.printed_at IS 'When the article was published, or else first loaded; only texts of two weeks are compared.';
COMMENT ON COLUMN core.text_signature.batch_id IS 'The batch that wrote the row.';

ALTER TABLE core.article
    ADD COLUMN reprint_of_article_id text REFERENCES core.article CHECK (reprint_of_article_id <> article_id),
    ADD COLUMN reprint_likeness real CHECK (reprint_likeness BETWEEN 0 AND 1),
    ADD CHECK ((reprint_of_article_id IS NULL) = (reprint_likeness IS NULL));
CREATE INDEX article_reprints ON core.article (reprint_of_article_id) WHERE reprint_of_article_id IS NOT NULL;

CREATE VIEW mart.reprints AS
SELECT a.article_id, a.source_key AS source, a.url, a.title, a.published_at,
    f.article_id AS first_article_id, f.source_key AS first_source, f.url AS first_url, f.published_at AS first_published_at,
    a.reprint_likeness AS likeness
FROM core.article AS a
JOIN core.article AS f ON f.article_id = a.reprint_of_article_id;
COMMENT ON VIEW mart.reprints IS 'Articles, of whatever publisher, whose text is nearly that of an earlier article: one witness, not two.';
COMMENT ON COLUMN mart.reprints.article_id IS 'Key of the reprint, as in mart.meetings.';
COMMENT ON COLUMN mart.reprints.source IS 'Key of its publisher in the source registry.';
COMMENT ON COLUMN mart.reprints.url IS 'Address of the reprint.';
COMMENT ON COLUMN mart.reprints.title IS 'Title of the reprint.';
COMMENT ON COLUMN mart.reprints.published_at IS 'When the reprint was published, where its page gives a time.';
COMMENT ON COLUMN mart.reprints.first_article_id IS 'Key of the earliest article with that text.';
COMMENT ON COLUMN mart.reprints.first_source IS 'Key of the publisher who had it first.';
COMMENT ON COLUMN mart.reprints.first_url IS 'Address of the earliest article.';
COMMENT ON COLUMN mart.reprints.first_published_at IS 'When the earliest article was published, where its page gives a time.';
COMMENT ON COLUMN mart.reprints.likeness IS 'Share of runs of three words that the two texts have in common, estimated; 1 for equal texts.';

-- migrate:down
DROP VIEW mart.reprints;
DROP INDEX core.article_reprints;
ALTER TABLE core.article DROP COLUMN reprint_likeness, DROP COLUMN reprint_of_article_id;
DROP TABLE core.text_signature;
