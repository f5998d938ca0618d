-- A newer extractor reads again what landed, beside what is shown; then one transaction switches, or takes it back.
-- The keys of articles, readings and records are not declared as foreign keys: these are the books of a run, which must
-- not stand in the way of those tables.
-- migrate:up
CREATE TABLE core.reprocess (
    reprocess_id text PRIMARY KEY CHECK (reprocess_id <> ''),
    extractor_version text NOT NULL CHECK (extractor_version <> ''),
    source_keys text[] NOT NULL DEFAULT '{}',
    first_day date,
    last_day date,
    is_from_page boolean NOT NULL DEFAULT false,
    part_size int NOT NULL CHECK (part_size > 0),
    reprocess_status text NOT NULL DEFAULT 'open'
        CHECK (reprocess_status IN ('open', 'switched', 'taken_back', 'given_up')),
    begun_at timestamptz NOT NULL DEFAULT now(),
    read_at timestamptz,
    switched_at timestamptz,
    taken_back_at timestamptz,
    rehearsal jsonb,
    outcome jsonb,
    CHECK (first_day <= last_day),
    CHECK ((reprocess_status = 'switched') <= (switched_at IS NOT NULL))
);
COMMENT ON TABLE core.reprocess IS 'One row a run of re-reading: what is read again, by which version of the extractor, and how far that is.';
COMMENT ON COLUMN core.reprocess.reprocess_id IS 'Its name; part of the batch ids of its parts.';
COMMENT ON COLUMN core.reprocess.extractor_version IS 'The version that reads again.';
COMMENT ON COLUMN core.reprocess.source_keys IS 'The publishers whose articles are read again; empty: all.';
COMMENT ON COLUMN core.reprocess.first_day IS 'First day of publication as printed; null: from the beginning.';
COMMENT ON COLUMN core.reprocess.last_day IS 'Last day of publication as printed, included; null: to the end.';
COMMENT ON COLUMN core.reprocess.is_from_page IS 'Whether the article is read off the kept page again, too; otherwise its text is taken as it stands.';
COMMENT ON COLUMN core.reprocess.part_size IS 'How many articles a part has at most.';
COMMENT ON COLUMN core.reprocess.reprocess_status IS 'open (read beside what is shown), switched, taken_back, or given_up (closed without a switch).';
COMMENT ON COLUMN core.reprocess.begun_at IS 'When it was first asked for.';
COMMENT ON COLUMN core.reprocess.read_at IS 'When its last part was read; null while some are to be done.';
COMMENT ON COLUMN core.reprocess.switched_at IS 'When it was last switched.';
COMMENT ON COLUMN core.reprocess.taken_back_at IS 'When the switch was last taken back.';
COMMENT ON COLUMN core.reprocess.rehearsal IS 'What a switch would have done when it was last rehearsed: counts of articles and events.';
COMMENT ON COLUMN core.reprocess.outcome IS 'What the last switch did, or the last taking back: counts of articles and events.';

CREATE TABLE core.reprocess_article (
    reprocess_id text NOT NULL REFERENCES core.reprocess,
    article_id text NOT NULL,
    source_key text NOT NULL,
    part int NOT NULL CHECK (part > 0),
    text_sha256 core.sha256 NOT NULL,
    former_reading_id bigint NOT NULL,
    former_published_at timestamptz,
    former_article jsonb,
    new_reading_id bigint,
    new_article jsonb,
    was_published boolean,
    article_outcome text CHECK (article_outcome IN (
        'switched', 'changed', 'overtaken', 'unread', 'there', 'taken_back', 'kept', 'given_up')),
    PRIMARY KEY (reprocess_id, article_id)
);
CREATE INDEX reprocess_article_part ON core.reprocess_article (reprocess_id, part);
-- Two runs at once are of different articles.
CREATE UNIQUE INDEX reprocess_article_open ON core.reprocess_article (article_id) WHERE article_outcome IS NULL;
COMMENT ON TABLE core.reprocess_article IS 'The articles that a run reads again. One that waits for the switch of one run is in no other.';
COMMENT ON COLUMN core.reprocess_article.reprocess_id IS 'The run.';
COMMENT ON COLUMN core.reprocess_article.article_id IS 'The article.';
COMMENT ON COLUMN core.reprocess_article.source_key IS 'Key of the publisher in the source registry.';
COMMENT ON COLUMN core.reprocess_article.part IS 'The part that it belongs to.';
COMMENT ON COLUMN core.reprocess_article.text_sha256 IS 'SHA-256 of the text that stood when the run began.';
COMMENT ON COLUMN core.reprocess_article.former_reading_id IS 'The reading that was current when the run began.';
COMMENT ON COLUMN core.reprocess_article.former_published_at IS 'When that reading had been published, as it stood before the switch.';
COMMENT ON COLUMN core.reprocess_article.former_article IS 'What the page said before the switch, as columns of core.article; null where only the text is read again.';
COMMENT ON COLUMN core.reprocess_article.new_reading_id IS 'The reading by the version of the run; null until it is there.';
COMMENT ON COLUMN core.reprocess_article.new_article IS 'What the page says as read again, as columns of core.article; null where only the text is read again.';
COMMENT ON COLUMN core.reprocess_article.was_published IS 'Whether that reading had been published before the switch, and gave way to another since.';
COMMENT ON COLUMN core.reprocess_article.article_outcome IS 'Null while it waits for the switch. Then switched; or left out: changed (the publisher has changed the text since), overtaken (another reading is shown since), unread (the page could not be read), there (it is shown already); taken_back, or kept where something newer is shown since the switch; given_up.';

CREATE TABLE core.reprocess_part (
    reprocess_id text NOT NULL REFERENCES core.reprocess,
    part int NOT NULL CHECK (part > 0),
    articles int NOT NULL,
    tries int NOT NULL DEFAULT 0,
    stage text,
    begun_at timestamptz,
    done_at timestamptz,
    outcome jsonb,
    problem text,
    PRIMARY KEY (reprocess_id, part)
);
COMMENT ON TABLE core.reprocess_part IS 'The progress of the reading: a part is taken through the stages as one batch.';
COMMENT ON COLUMN core.reprocess_part.reprocess_id IS 'The run.';
COMMENT ON COLUMN core.reprocess_part.part IS 'Number of the part, from 1.';
COMMENT ON COLUMN core.reprocess_part.articles IS 'How many articles it has.';
COMMENT ON COLUMN core.reprocess_part.tries IS 'How often it was begun.';
COMMENT ON COLUMN core.reprocess_part.stage IS 'The stage that it was last in.';
COMMENT ON COLUMN core.reprocess_part.begun_at IS 'When it was last begun.';
COMMENT ON COLUMN core.reprocess_part.done_at IS 'When it was through; null while that is to be done.';
COMMENT ON COLUMN core.reprocess_part.outcome IS 'How many of its articles were read, had been read by the version before, could not be read; and how many records came of it or were held back.';
COMMENT ON COLUMN core.reprocess_part.problem IS 'Why it last failed; null after a success.';

CREATE TABLE core.reprocess_difference (
    reprocess_id text NOT NULL,
    part int NOT NULL,
    source_key text NOT NULL,
    field text NOT NULL,
    articles_differing int NOT NULL,
    former_values int NOT NULL,
    new_values int NOT NULL,
    only_former int NOT NULL,
    only_new int NOT NULL,
    PRIMARY KEY (reprocess_id, part, source_key, field),
    FOREIGN KEY (reprocess_id, part) REFERENCES core.reprocess_part
);
COMMENT ON TABLE core.reprocess_difference IS 'In what the readings of a part differ from those that they are to replace. Values are compared within their article.';
COMMENT ON COLUMN core.reprocess_difference.reprocess_id IS 'The run.';
COMMENT ON COLUMN core.reprocess_difference.part IS 'Number of the part.';
COMMENT ON COLUMN core.reprocess_difference.source_key IS 'Key of the publisher in the source registry.';
COMMENT ON COLUMN core.reprocess_difference.field IS 'A field of a record; `records` for the contacts themselves.';
COMMENT ON COLUMN core.reprocess_difference.articles_differing IS 'How many articles have another set of values.';
COMMENT ON COLUMN core.reprocess_difference.former_values IS 'How many values the former readings have.';
COMMENT ON COLUMN core.reprocess_difference.new_values IS 'How many values the new readings have.';
COMMENT ON COLUMN core.reprocess_difference.only_former IS 'How many values only the former readings have.';
COMMENT ON COLUMN core.reprocess_difference.only_new IS 'How many values only the new readings have.';

CREATE VIEW quarantine.reprocess_differences AS
SELECT
    d.reprocess_id,
    r.extractor_version,
    d.source_key,
    d.field,
    sum(d.articles_differing)::bigint AS articles_differing,
    sum(d.former_values)::bigint AS former_values,
    sum(d.new_values)::bigint AS new_values,
    sum(d.only_former)::bigint AS only_former,
    sum(d.only_new)::bigint AS only_new
FROM core.reprocess_difference AS d
JOIN core.reprocess AS r USING (reprocess_id)
GROUP BY d.reprocess_id, r.extractor_version, d.source_key, d.field;
COMMENT ON VIEW quarantine.reprocess_differences IS 'For whoever decides on a switch: in what a newer version of the extractor reads otherwise than what is shown, by publisher and field.';
COMMENT ON COLUMN quarantine.reprocess_differences.reprocess_id IS 'The run.';
COMMENT ON COLUMN quarantine.reprocess_differences.extractor_version IS 'The version that reads again.';
COMMENT ON COLUMN quarantine.reprocess_differences.source_key IS 'Key of the publisher in the source registry.';
COMMENT ON COLUMN quarantine.reprocess_differences.field IS 'A field of a record; `records` for the contacts themselves.';
COMMENT ON COLUMN quarantine.reprocess_differences.articles_differing IS 'How many articles have another set of values.';
COMMENT ON COLUMN quarantine.reprocess_differences.former_values IS 'How many values the former readings have.';
COMMENT ON COLUMN quarantine.reprocess_differences.new_values IS 'How many values the new readings have.';
COMMENT ON COLUMN quarantine.reprocess_differences.only_former IS 'How many values only the former readings have.';
COMMENT ON COLUMN quarantine.reprocess_differences.only_new IS 'How many values only the new readings have.';

-- What a switch is about to change of the events, as it stood: so that it can be taken back to the letter, ids and all.
CREATE TABLE core.reprocess_before (
    reprocess_id text NOT NULL REFERENCES core.reprocess,
    relation text NOT NULL,
    row_key text NOT NULL,
    row_before jsonb,
    PRIMARY KEY (reprocess_id, relation, row_key)
);
COMMENT ON TABLE core.reprocess_before IS 'The rows about events that a switch changed, as they stood before; forgotten when it is taken back.';
COMMENT ON COLUMN core.reprocess_before.reprocess_id IS 'The run that was switched.';
COMMENT ON COLUMN core.reprocess_before.relation IS 'The table of core.';
COMMENT ON COLUMN core.reprocess_before.row_key IS 'The row''s primary key.';
COMMENT ON COLUMN core.reprocess_before.row_before IS 'The row as it stood; null where there was none.';

CREATE FUNCTION core.note_before() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO core.reprocess_before (reprocess_id, relation, row_key, row_before)
    VALUES (
        current_setting('communique.reprocess_id'), TG_TABLE_NAME,
        concat_ws(' ', to_jsonb(NEW) ->> TG_ARGV[0], to_jsonb(NEW) ->> TG_ARGV[1]),
        CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) END)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION core.note_before IS 'Keeps what stood before a switch; fires only within one, which names itself by the setting communique.reprocess_id.';
CREATE TRIGGER note_before AFTER INSERT OR UPDATE ON core.event FOR EACH ROW
    WHEN (current_setting('communique.reprocess_id', true) <> '') EXECUTE FUNCTION core.note_before('event_id');
CREATE TRIGGER note_before AFTER INSERT OR UPDATE ON core.event_record FOR EACH ROW
    WHEN (current_setting('communique.reprocess_id', true) <> '') EXECUTE FUNCTION core.note_before('record_key');
CREATE TRIGGER note_before AFTER INSERT OR UPDATE ON core.event_alias FOR EACH ROW
    WHEN (current_setting('communique.reprocess_id', true) <> '') EXECUTE FUNCTION core.note_before('event_id');
CREATE TRIGGER note_before AFTER INSERT ON core.event_split FOR EACH ROW
    WHEN (current_setting('communique.reprocess_id', true) <> '')
    EXECUTE FUNCTION core.note_before('event_id', 'split_event_id');

-- migrate:down
DROP TRIGGER note_before ON core.event_split;
DROP TRIGGER note_before ON core.event_alias;
DROP TRIGGER note_before ON core.event_record;
DROP TRIGGER note_before ON core.event;
DROP FUNCTION core.note_before;
DROP VIEW quarantine.reprocess_differences;
DROP TABLE core.reprocess_before, core.reprocess_difference, core.reprocess_part, core.reprocess_article, core.reprocess;
