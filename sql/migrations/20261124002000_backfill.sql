-- migrate:up
CREATE TABLE landing.backfill (
    backfill_id text PRIMARY KEY CHECK (backfill_id <> ''),
    source_key text,
    first_day date,
    last_day date,
    archives text[] NOT NULL DEFAULT '{}',
    undated boolean NOT NULL DEFAULT false,
    part_size int NOT NULL CHECK (part_size > 0),
    begun_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CHECK ((first_day IS NULL) = (last_day IS NULL) AND first_day <= last_day),
    CHECK ((first_day IS NULL) = (cardinality(archives) > 0)),
    CHECK (source_key IS NOT NULL OR first_day IS NULL)
);
COMMENT ON TABLE landing.backfill IS 'One row a backfill: what was asked for. Asked for again, it goes on where it stopped.';
COMMENT ON COLUMN landing.backfill.backfill_id IS 'Its name; part of the batch ids of its parts.';
COMMENT ON COLUMN landing.backfill.source_key IS 'The publisher that it is about; null: every declared one that stands in the archives.';
COMMENT ON COLUMN landing.backfill.first_day IS 'First day of publication asked for, in the source''s time zone; null for WARC files.';
COMMENT ON COLUMN landing.backfill.last_day IS 'Last day of publication asked for, included.';
COMMENT ON COLUMN landing.backfill.archives IS 'The WARC files to read, as fsspec paths; empty for days.';
COMMENT ON COLUMN landing.backfill.undated IS 'Whether entries that their list gives no date are taken too.';
COMMENT ON COLUMN landing.backfill.part_size IS 'How many items a part has at most.';
COMMENT ON COLUMN landing.backfill.begun_at IS 'When it was first asked for.';
COMMENT ON COLUMN landing.backfill.finished_at IS 'When its last part was done.';

CREATE TABLE landing.backfill_origin (
    backfill_id text NOT NULL REFERENCES landing.backfill,
    origin text NOT NULL,
    found_in text,
    reached bigint NOT NULL DEFAULT 0 CHECK (reached >= 0),
    seen bigint NOT NULL DEFAULT 0,
    taken bigint NOT NULL DEFAULT 0,
    left_out jsonb NOT NULL DEFAULT '{}',
    problem text,
    looked_at timestamptz,
    PRIMARY KEY (backfill_id, origin)
);
COMMENT ON TABLE landing.backfill_origin IS 'One row for every WARC file, sitemap or listing that a backfill takes its items from.';
COMMENT ON COLUMN landing.backfill_origin.backfill_id IS 'The backfill.';
COMMENT ON COLUMN landing.backfill_origin.origin IS 'fsspec path of a WARC file, or address of a sitemap or listing.';
COMMENT ON COLUMN landing.backfill_origin.found_in IS 'The list that led to it: an index of sitemaps, or the page before; null where it was given.';
COMMENT ON COLUMN landing.backfill_origin.reached IS 'How far a WARC file has been looked through, in bytes: an interrupted look goes on there.';
COMMENT ON COLUMN landing.backfill_origin.seen IS 'How many responses, or listed entries, were seen.';
COMMENT ON COLUMN landing.backfill_origin.taken IS 'How many of them became items, repetitions of an address counted.';
COMMENT ON COLUMN landing.backfill_origin.left_out IS 'How many of them were left out, by the reason.';
COMMENT ON COLUMN landing.backfill_origin.problem IS 'What could not be read of it; the rest was taken.';
COMMENT ON COLUMN landing.backfill_origin.looked_at IS 'When it was looked through to its end; null while that is to be done.';

CREATE TABLE landing.backfill_item (
    backfill_id text NOT NULL REFERENCES landing.backfill,
    source_key text NOT NULL,
    canonical_url text NOT NULL,
    url text NOT NULL,
    origin text NOT NULL,
    title text,
    published_at timestamptz,
    language text,
    fetched_at timestamptz,
    http_status int,
    headers jsonb,
    charset text,
    warc_path text,
    warc_offset bigint CHECK (warc_offset >= 0),
    warc_length bigint CHECK (warc_length > 0),
    part int,
    PRIMARY KEY (backfill_id, source_key, canonical_url),
    CHECK ((warc_path IS NULL) = (fetched_at IS NULL)),
    CHECK (warc_path IS NULL OR (warc_offset IS NOT NULL AND warc_length IS NOT NULL AND http_status IS NOT NULL))
);
CREATE INDEX backfill_item_part ON landing.backfill_item (backfill_id, part);
COMMENT ON TABLE landing.backfill_item IS 'What a backfill found and takes through the stages: an address once, from WARC files its newest capture.';
COMMENT ON COLUMN landing.backfill_item.backfill_id IS 'The backfill.';
COMMENT ON COLUMN landing.backfill_item.source_key IS 'Key of the publisher in the source registry.';
COMMENT ON COLUMN landing.backfill_item.canonical_url IS 'Address without what does not change the page, as in landing.entry.';
COMMENT ON COLUMN landing.backfill_item.url IS 'Address as listed or captured.';
COMMENT ON COLUMN landing.backfill_item.origin IS 'The WARC file, sitemap or listing that it was found in.';
COMMENT ON COLUMN landing.backfill_item.title IS 'Title as its list gives it.';
COMMENT ON COLUMN landing.backfill_item.published_at IS 'Publication time as its list gives it.';
COMMENT ON COLUMN landing.backfill_item.language IS 'ISO 639-1 code, from its list.';
COMMENT ON COLUMN landing.backfill_item.fetched_at IS 'When it was captured; null for what is still to be fetched.';
COMMENT ON COLUMN landing.backfill_item.http_status IS 'HTTP status of the capture.';
COMMENT ON COLUMN landing.backfill_item.headers IS 'Response headers of the capture, an object of strings.';
COMMENT ON COLUMN landing.backfill_item.charset IS 'Character set that the capture declares.';
COMMENT ON COLUMN landing.backfill_item.warc_path IS 'fsspec path of the WARC file.';
COMMENT ON COLUMN landing.backfill_item.warc_offset IS 'Where in that file the response record begins, in bytes.';
COMMENT ON COLUMN landing.backfill_item.warc_length IS 'Length of that record as stored, in bytes.';
COMMENT ON COLUMN landing.backfill_item.part IS 'The part that it belongs to; null until all origins are looked through.';

CREATE TABLE landing.backfill_part (
    backfill_id text NOT NULL REFERENCES landing.backfill,
    part int NOT NULL CHECK (part > 0),
    items int NOT NULL,
    tries int NOT NULL DEFAULT 0,
    stage text,
    begun_at timestamptz,
    done_at timestamptz,
    outcome jsonb,
    problem text,
    PRIMARY KEY (backfill_id, part)
);
COMMENT ON TABLE landing.backfill_part IS 'The progress of a backfill: a part is taken through the stages as one batch.';
COMMENT ON COLUMN landing.backfill_part.backfill_id IS 'The backfill.';
COMMENT ON COLUMN landing.backfill_part.part IS 'Number of the part, from 1.';
COMMENT ON COLUMN landing.backfill_part.items IS 'How many items it has.';
COMMENT ON COLUMN landing.backfill_part.tries IS 'How often it was begun.';
COMMENT ON COLUMN landing.backfill_part.stage IS 'The stage that it was last in.';
COMMENT ON COLUMN landing.backfill_part.begun_at IS 'When it was last begun.';
COMMENT ON COLUMN landing.backfill_part.done_at IS 'When it was through; null while that is to be done.';
COMMENT ON COLUMN landing.backfill_part.outcome IS 'How many of its items ended how: loaded, no_article, known, …, and how many records they gave.';
COMMENT ON COLUMN landing.backfill_part.problem IS 'Why it last failed; null after a success.';

-- Loading and publishing look for the articles of a batch: without an index each part would cost more than the last.
CREATE INDEX article_batch ON core.article (batch_id);

-- migrate:down
DROP INDEX core.article_batch;
DROP TABLE landing.backfill_part, landing.backfill_item, landing.backfill_origin, landing.backfill;
