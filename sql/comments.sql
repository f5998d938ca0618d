-- What every relation and column holds. A column name means the same wherever it stands and is described once,
-- under '*'; where a relation says something narrower, its own line wins. A relation that is not named here describes
-- itself in its migration. Run after every migration; writes only what changed, refuses a line that describes nothing.
DO $$
DECLARE
    wanted record;
BEGIN
    CREATE TEMPORARY TABLE described (relation text, name text, words text, PRIMARY KEY (relation, name)) ON COMMIT DROP;
    INSERT INTO described VALUES
    -- Relations ('' names the relation itself).
    ('reference.country', '', 'States and territories by ISO 3166-1 code, with Kosovo as XK.'),
    ('landing.entry', '', 'The queue: one row for every address that a source ever announced.'),
    ('landing.capture', '', 'The index of the WARC store: every response, of pages, feeds and robots.txt, errors and redirects too.'),
    ('staging.article', '', 'Articles of a batch on their way to core. Unlogged: empty after a crash, refilled by the stages before.'),
    ('staging.record', '', 'Records of a batch as the extractor gave them, with what the expectations look at. Unlogged.'),
    ('staging.record_to_check', '', 'One row a staged record of the batch that the setting communique.batch_id names; what the expectations judge.'),
    ('core.batch', '', 'Batches that reached core; a batch is one run of the stages over claimed entries.'),
    ('core.article', '', 'One row an article (an address of a source), as last fetched.'),
    ('core.article_text', '', 'Every cleaned text that an article has had; evidence spans are offsets into one of these.'),
    ('core.reading', '', 'One pass of one extractor version over one text of an article, with or without a record found.'),
    ('core.record', '', 'One diplomatic contact as one reading of one article reports it.'),
    ('core.participant', '', 'Persons and delegations that take part in a recorded contact.'),
    ('core.topic', '', 'What the parties of a recorded contact discussed.'),
    ('core.outcome', '', 'What a recorded contact led to.'),
    ('core.figure', '', 'Numbers about the relation or the event, as a record gives them.'),
    ('core.statement', '', 'Speech of participants or officials about a recorded contact.'),
    ('core.shown_record', '', 'The records that the marts show, with their article: current reading, published, no copy.'),
    ('quarantine.validation', '', 'The outcome of the last validation of each batch.'),
    ('quarantine.validation_result', '', 'How many records of a batch failed each expectation.'),
    ('quarantine.record', '', 'Records held back from core, with the reasons; the article itself is in core.article.'),
    ('mart.meetings', '', 'One row a diplomatic contact in one article: who met whom, where, when, in what form. Records of one contact in different articles stand apart.'),
    ('mart.participants', '', 'One row a participant of a meeting in mart.meetings.'),
    ('mart.statements', '', 'What was said about a meeting and by whom; a statement stands once an article.'),
    ('mart.figures', '', 'Numbers reported with a meeting: trade, investment, documents signed, targets.'),
    ('mart.outcomes', '', 'Agreements, invitations, commitments and what else a meeting led to.'),
    -- Identity and provenance.
    ('*', 'batch_id', 'The batch that wrote the row: an Airflow run id, or one made by the command line.'),
    ('landing.entry', 'batch_id', 'The batch that holds or last held the entry.'),
    ('*', 'source_key', 'Key of the publisher in the source registry.'),
    ('*', 'source', 'Key of the publisher in the source registry.'),
    ('reference.country', 'source', 'Where the row comes from.'),
    ('*', 'entry_id', 'The queue entry that led here.'),
    ('landing.entry', 'entry_id', 'Surrogate key.'),
    ('*', 'capture_id', 'The fetch that brought it.'),
    ('landing.capture', 'capture_id', 'Surrogate key.'),
    ('landing.entry', 'capture_id', 'The newest fetch that brought a response.'),
    ('*', 'article_id', 'Key of the article, derived from its canonical address.'),
    ('*', 'reading_id', 'The reading; a higher one of an article is newer.'),
    ('*', 'record_key', 'Surrogate key of the record.'),
    ('*', 'record_id', 'Id that the extractor derives from the article''s text and its own version; unique within a reading.'),
    ('*', 'meeting_id', 'Key of the meeting in mart.meetings.'),
    ('*', 'position', 'Place in its list, counted from 0.'),
    ('*', 'url', 'Address as announced or fetched.'),
    ('*', 'canonical_url', 'Address that the page itself names as canonical, or the one it was fetched from.'),
    ('landing.entry', 'canonical_url', 'Address without fragment, tracking parameters and other differences that do not change the page; unique within a source.'),
    ('*', 'extractor_version', 'Version of the extractor that read the text.'),
    ('*', 'text_sha256', 'SHA-256 of the cleaned text as UTF-8, in hexadecimal.'),
    ('core.article', 'text_sha256', 'SHA-256 of the text that now stands.'),
    ('*', 'body', 'The cleaned text: paragraphs joined by a newline.'),
    ('*', 'record', 'The whole record as JSON, as the contract defines it.'),
    ('*', 'evidence', 'Spans [start, end) of characters in the article''s text from which the row was read.'),
    ('*', 'evidence_words', 'The words of the article from which the value was read.'),
    -- The queue.
    ('landing.entry', 'feed_url', 'The feed that announced it first.'),
    ('landing.entry', 'guid', 'The feed''s own identifier, unique within a source.'),
    ('landing.entry', 'title', 'Title as the feed gives it.'),
    ('landing.entry', 'summary', 'Summary as the feed gives it.'),
    ('landing.entry', 'published_at', 'Publication time as the feed gives it.'),
    ('landing.entry', 'language', 'ISO 639-1 code, from the feed.'),
    ('landing.entry', 'status', 'queued, claimed, fetched, loaded, waiting (for another try), dead (given up) or no_article (the page holds none).'),
    ('landing.entry', 'attempts', 'How often it has been claimed.'),
    ('landing.entry', 'next_attempt_at', 'Not to be claimed before.'),
    ('landing.entry', 'lease_until', 'Until when the claim holds; after that another batch may take the entry.'),
    ('landing.entry', 'last_error', 'Why the last try failed; null after a success.'),
    ('landing.entry', 'discovered_at', 'When a feed first announced it.'),
    ('landing.entry', 'claimed_at', 'When it was last claimed.'),
    ('landing.entry', 'updated_at', 'When its status or lease last changed.'),
    ('landing.capture', 'final_url', 'Address that answered, after redirects.'),
    ('landing.capture', 'http_status', 'HTTP status code.'),
    ('landing.capture', 'headers', 'Response headers, an object of strings.'),
    ('landing.capture', 'charset', 'Character set that the response declares.'),
    ('landing.capture', 'warc_path', 'WARC file, below the landing store''s root.'),
    ('landing.capture', 'warc_offset', 'Where in that file the response record begins, in bytes.'),
    ('landing.entry', 'changed_at', 'When the publisher last changed the article, as far as its feed says.'),
    ('landing.entry', 'revisits', 'How often the article was queued again because its feed said that it had changed.'),
    ('landing.capture', 'warc_length', 'Length of that record as stored, in bytes.'),
    ('landing.capture', 'payload_sha256', 'SHA-256 of the response''s body.'),
    ('landing.capture', 'error', 'Why the fetch failed; null where it brought a response.'),
    ('landing.capture', 'entry_id', 'The queue entry whose page it is; null for feeds, robots.txt, redirects and tries that were repeated at once.'),
    ('landing.capture', 'kind', 'What was asked for: page, feed or robots.'),
    ('landing.capture', 'record_type', 'response, or revisit where the content was unchanged and is not kept again.'),
    ('landing.capture', 'revisit_of_capture_id', 'The capture that holds the unchanged content.'),
    ('*', 'fetched_at', 'When the page was fetched.'),
    -- Articles.
    ('*', 'title', 'Title of the article.'),
    ('*', 'language', 'ISO 639-1 code of the article''s language.'),
    ('*', 'published_text', 'Publication time as read from the page, in ISO 8601: a day alone, or with time, or with an offset.'),
    ('*', 'published_on', 'Day of publication as printed, in the source''s own time zone.'),
    ('*', 'published_at', 'Moment of publication, where the page gives time and offset.'),
    ('*', 'modified_text', 'Time of the last change as read from the page, in ISO 8601.'),
    ('*', 'authors', 'Names of the authors.'),
    ('*', 'section', 'Section of the publication.'),
    ('*', 'lead_image_url', 'Address of the lead image.'),
    ('*', 'origin', 'Agency that the article names as its source.'),
    ('*', 'published_rule', 'Reading rule that gave the publication time.'),
    ('*', 'modified_rule', 'Reading rule that gave the time of the last change.'),
    ('*', 'text_rule', 'Reading rule that gave the text.'),
    ('landing.capture', 'text_rule', 'Reading rule that gave the text of the article on it; null where it has not been read or holds none.'),
    ('landing.capture', 'rule_warning', 'Why the publisher''s reading rule may be out of date there; null where nothing speaks against it.'),
    ('core.article', 'copy_of_article_id', 'The article of the same source and text that stands for this one; a copy''s records are not shown in the marts.'),
    ('core.article', 'reprint_of_article_id', 'The earliest article, of any source, with nearly the same text; null for that one and for a text of its own.'),
    ('core.article', 'reprint_likeness', 'Share of runs of three words that the two texts have in common, estimated from their signatures.'),
    ('core.article', 'batch_id', 'The batch that last changed it.'),
    ('core.article', 'first_loaded_at', 'When it first reached core.'),
    ('core.batch', 'loaded_at', 'When its first load was committed.'),
    ('core.batch', 'published_at', 'When its records became visible in the marts.'),
    ('core.reading', 'is_current', 'Whether the marts show this reading of the article; at most one is.'),
    ('core.reading', 'read_at', 'When the reading was loaded.'),
    ('core.reading', 'published_at', 'When the reading became visible in the marts.'),
    ('core.record', 'published_at', 'When the record became visible in the marts; null before.'),
    -- Contacts.
    ('*', 'event_type', 'Type of contact: summit, bilateral_meeting, multilateral_meeting, phone_call, video_conference, visit, signing, forum or correspondence.'),
    ('*', 'visit_kind', 'state, official, working or private, where the article says so.'),
    ('*', 'event_status', 'held, ongoing, planned, proposed, postponed or cancelled, as the article reports it.'),
    ('*', 'status', 'held, ongoing, planned, proposed, postponed or cancelled, as the article reports it.'),
    ('*', 'is_main', 'Whether the article is about this contact; false where it is recalled as background.'),
    ('*', 'name', 'Full name; null for a delegation of which only the side is known.'),
    ('*', 'event_name', 'Proper or descriptive name of the event.'),
    ('mart.meetings', 'name', 'Proper or descriptive name of the event.'),
    ('reference.country', 'name', 'Short English name.'),
    ('*', 'start_date', 'First day as precise as the article allows: 2024-07-03, 2024-07, 2024-Q4 or 2024.'),
    ('*', 'end_date', 'Last day, of the same forms; null where the article names none.'),
    ('*', 'date_precision', 'day, month, season (a quarter of the year) or year.'),
    ('*', 'start_day_earliest', 'The first day that start_date can mean.'),
    ('*', 'start_day_latest', 'The last day that start_date can mean.'),
    ('*', 'end_day_latest', 'The last day that end_date, or else start_date, can mean.'),
    ('*', 'city', 'City where the contact takes place, by its English name in GeoNames.'),
    ('*', 'country', 'ISO 3166-1 alpha-2 code of the country where the contact takes place.'),
    ('core.participant', 'country', 'ISO 3166-1 alpha-2 code of the state represented.'),
    ('mart.participants', 'country', 'ISO 3166-1 alpha-2 code of the state represented.'),
    ('reference.country', 'country', 'ISO 3166-1 alpha-2 code; XK, which ISO leaves to users, is Kosovo.'),
    ('*', 'country_name', 'English name of that country.'),
    ('*', 'venue', 'Building or place within the city.'),
    ('*', 'geoname_id', 'The city in GeoNames.'),
    ('*', 'latitude', 'Degrees north, WGS 84.'),
    ('*', 'longitude', 'Degrees east, WGS 84.'),
    ('*', 'parent_event_name', 'Larger event on whose sidelines, or as part of which, the contact takes place.'),
    ('*', 'parent_event_organization', 'Abbreviation of the organization that holds the larger event.'),
    ('mart.meetings', 'parent_event', 'Larger event on whose sidelines, or as part of which, the meeting takes place.'),
    ('mart.meetings', 'parent_organization', 'Abbreviation of the organization that holds the larger event.'),
    ('*', 'cameo_code', 'The contact in the CAMEO ontology.'),
    ('*', 'plover_code', 'The contact in the PLOVER ontology.'),
    ('*', 'confidence', 'How sure the extractor is, 0 to 1: of the records at 0.8 about eight in ten are right.'),
    -- Participants, topics, outcomes, figures, statements.
    ('*', 'person_id', 'Wikidata id of the person, where known.'),
    ('core.participant', 'title', 'Title as the article has it.'),
    ('mart.participants', 'title', 'Title as the article has it.'),
    ('*', 'role_class', 'Class of the office held at that time, such as head_of_state or foreign_minister.'),
    ('*', 'organization', 'Abbreviation of the organization represented.'),
    ('*', 'capacity', 'host, guest, chair or participant.'),
    ('core.topic', 'topic', 'Topic code of the contract.'),
    ('*', 'outcome_type', 'agreement_signed, declaration_adopted, decision, commitment, invitation, next_meeting or no_agreement.'),
    ('*', 'words', 'The words of the article.'),
    ('*', 'parties', 'ISO 3166-1 codes and abbreviations of organizations concerned.'),
    ('*', 'due_date', 'By when, in the article''s precision.'),
    ('*', 'document_count', 'Number of documents, where the article says it.'),
    ('*', 'metric', 'trade_turnover, exports, imports, investment, loan_or_aid, documents_signed, growth, energy_volume, joint_ventures, projects or other.'),
    ('*', 'value', 'The number in its unit, multipliers applied: 30 billion is 30000000000.'),
    ('*', 'unit', 'ISO 4217 code for money, else percent, count, tonnes, barrels, cubic_metres and the like.'),
    ('*', 'qualifier', 'exactly, about, nearly, over or up_to.'),
    ('*', 'period', 'What time the figure is for: 2024, 2024-Q1 or 2024-01/2024-08.'),
    ('*', 'figure_status', 'actual or target.'),
    ('*', 'speaker', 'Full name of who speaks, resolved from "the President" and the like.'),
    ('*', 'statement_kind', 'direct or indirect speech.'),
    -- Marts.
    ('mart.meetings', 'meeting_id', 'Key of the row; participants, statements, figures and outcomes refer to it.'),
    ('mart.meetings', 'sides', 'ISO 3166-1 codes of the states that take part, in alphabetical order.'),
    ('mart.meetings', 'organizations', 'Abbreviations of the organizations that take part.'),
    ('mart.meetings', 'participants', 'Names of the participants: chair, host, guest, then the others, as the article orders them.'),
    ('mart.meetings', 'participant_count', 'Number of participants, named or not.'),
    ('mart.meetings', 'topics', 'Topic codes, in the order of the article.'),
    ('mart.meetings', 'outcome_count', 'Number of rows in mart.outcomes.'),
    ('mart.meetings', 'figure_count', 'Number of rows in mart.figures.'),
    ('mart.meetings', 'statement_count', 'Number of statements that the record holds.'),
    ('mart.meetings', 'evidence', 'The sentence or sentences from which the meeting was read; the title where no sentence tells.'),
    ('mart.participants', 'evidence', 'The sentence or sentences from which the participant was read; the title where no sentence tells.'),
    ('mart.statements', 'evidence', 'The statement as it stands in the article.'),
    ('mart.figures', 'evidence', 'The sentence from which the figure was read; the title where no sentence tells.'),
    ('mart.outcomes', 'evidence', 'The sentence from which the outcome was read; the title where no sentence tells.'),
    ('mart.meetings', 'first_published_at', 'When the row became visible here.'),
    ('*', 'article_url', 'Address of the article.'),
    ('*', 'article_title', 'Title of the article.'),
    ('*', 'article_language', 'ISO 639-1 code of the article''s language.'),
    ('*', 'article_published_on', 'Day of the article as printed, in the source''s own time zone.'),
    ('*', 'article_published_at', 'Moment of the article''s publication, where the page gives time and offset.'),
    ('mart.statements', 'speaker_title', 'The speaker''s title, where the speaker takes part in the meeting.'),
    ('mart.statements', 'speaker_role_class', 'Class of the speaker''s office, where the speaker takes part in the meeting.'),
    ('mart.statements', 'speaker_country', 'ISO 3166-1 code of the state that the speaker represents, where known.'),
    -- What the expectations look at.
    ('*', 'countries', 'Country codes of the place and the participants.'),
    ('*', 'capacities', 'The participants'' capacities, each once.'),
    ('staging.record', 'participant_count', 'Number of participants.'),
    ('*', 'named_participant_count', 'Number of participants with a name.'),
    ('*', 'blank_name_count', 'Number of participants whose name is an empty string.'),
    ('*', 'side_count', 'Number of states and organizations that take part.'),
    ('*', 'smallest_figure', 'The smallest figure, growth apart; null where there is none.'),
    ('*', 'contract_problems', 'What breaks the JSON contract; null where nothing does.'),
    ('*', 'evidence_problems', 'Which values lack evidence or have it outside the text; null where none does.'),
    ('*', 'range_problems', 'Values that cannot be: coordinates off the globe, counts and names beyond all measure; null where there is none.'),
    ('staging.record', 'held_back', 'Whether validation held it back; null before validation.'),
    ('staging.record_to_check', 'unknown_capacities', 'Capacities that the contract does not know; null where all are known.'),
    ('staging.record_to_check', 'sides_needed', 'How many sides a contact of this type and status has at least.'),
    ('staging.record_to_check', 'start_date_form', 'Precision that the start date''s form has: day, month, season, year, malformed or none.'),
    ('staging.record_to_check', 'end_date_form', 'Precision that the end date''s form has: day, month, season, year, malformed or none.'),
    ('staging.record_to_check', 'date_precision', 'Precision that the record names, or none.'),
    ('staging.record_to_check', 'end_day_latest', 'The last day that end_date can mean.'),
    ('staging.record_to_check', 'years_after_article', 'Years from the article''s day to the contact, negative for the past; main contacts only.'),
    ('staging.record_to_check', 'start_year', 'Year of the start date.'),
    ('staging.record_to_check', 'unknown_countries', 'Country codes that reference.country does not know; null where all are known.'),
    ('staging.record_to_check', 'article_text', 'staged, other text (the record was read from another one) or not staged.'),
    ('staging.record_to_check', 'records_of_this_id', 'Number of the batch''s records with this article and record id.'),
    -- Quarantine.
    ('quarantine.validation', 'validated_at', 'When the batch was last validated.'),
    ('quarantine.validation', 'checked', 'Number of staged records.'),
    ('quarantine.validation', 'passed', 'Number of records that failed no expectation.'),
    ('quarantine.validation', 'held_back', 'Number of records that failed one or more.'),
    ('quarantine.validation', 'duration_seconds', 'Wall time of the validation, in seconds.'),
    ('quarantine.validation_result', 'expectation', 'Name of the expectation in Great Expectations.'),
    ('quarantine.validation_result', 'column_name', 'Column, or pair of columns, of staging.record_to_check that it judges.'),
    ('quarantine.validation_result', 'message', 'What it means when a record fails it.'),
    ('quarantine.validation_result', 'failed', 'Number of records that failed it.'),
    ('quarantine.record', 'quarantine_id', 'Surrogate key.'),
    ('quarantine.record', 'batch_id', 'The batch that last held it back.'),
    ('quarantine.record', 'record_md5', 'MD5 of the record''s JSON: the same record is held once.'),
    ('quarantine.record', 'reasons', 'Array of objects: expectation, column, value, message.'),
    ('quarantine.record', 'status', 'held, released (let into core), rejected, or superseded (a newer reading does not hold it back).'),
    ('quarantine.record', 'held_at', 'When it was last held back.'),
    ('quarantine.record', 'decided_at', 'When it left the status held.'),
    ('quarantine.record', 'decided_by', 'Who released or rejected it.'),
    ('quarantine.record', 'note', 'What the reviewer remarked.'),
    -- Reference.
    ('reference.country', 'iso3', 'ISO 3166-1 alpha-3 code.'),
    ('reference.country', 'wikidata_id', 'The state in Wikidata; null for territories.'),
    ('reference.country', 'official_name', 'Official English name.'),
    ('reference.country', 'capital', 'English name of the capital.'),
    ('reference.country', 'region', 'Continent.'),
    ('reference.country', 'subregion', 'Subregion in the UN''s geographic scheme.'),
    ('reference.country', 'is_un_member', 'Whether it is a member state of the United Nations.');

    CREATE TEMPORARY TABLE standing ON COMMIT DROP AS
    SELECT
        n.nspname || '.' || c.relname AS relation,
        coalesce(a.attname, '') AS name,
        c.relkind,
        CASE WHEN a.attnum IS NULL THEN obj_description(c.oid, 'pg_class') ELSE col_description(c.oid, a.attnum) END AS words
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL (
        SELECT attname, attnum FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
        UNION ALL
        SELECT NULL, NULL
    ) AS a
    WHERE n.nspname IN ('landing', 'staging', 'core', 'quarantine', 'mart', 'reference') AND c.relkind IN ('r', 'v', 'm', 'p');

    FOR wanted IN
        SELECT d.relation, d.name FROM described AS d
        WHERE NOT EXISTS (
            SELECT FROM standing AS s WHERE s.name = d.name AND d.relation IN (s.relation, '*'))
    LOOP
        RAISE EXCEPTION 'sql/comments.sql describes %.%, which is not there', wanted.relation, wanted.name;
    END LOOP;

    FOR wanted IN
        SELECT s.relation, s.name, s.relkind, coalesce(own.words, common.words) AS words
        FROM standing AS s
        JOIN described AS named ON named.relation = s.relation AND named.name = ''
        LEFT JOIN described AS own ON own.relation = s.relation AND own.name = s.name
        LEFT JOIN described AS common ON common.relation = '*' AND common.name = s.name AND s.name <> ''
        WHERE s.words IS DISTINCT FROM coalesce(own.words, common.words)
    LOOP
        IF wanted.name <> '' THEN
            EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', wanted.relation, wanted.name, wanted.words);
        ELSIF wanted.relkind = 'v' THEN
            EXECUTE format('COMMENT ON VIEW %s IS %L', wanted.relation, wanted.words);
        ELSIF wanted.relkind = 'm' THEN
            EXECUTE format('COMMENT ON MATERIALIZED VIEW %s IS %L', wanted.relation, wanted.words);
        ELSE
            EXECUTE format('COMMENT ON TABLE %s IS %L', wanted.relation, wanted.words);
        END IF;
    END LOOP;
END
$$;

COMMENT ON SCHEMA landing IS 'What sources announced and what was fetched.';
COMMENT ON SCHEMA staging IS 'A batch on its way to core; nothing here outlives its batch for long.';
COMMENT ON SCHEMA core IS 'Articles, readings and records, each with its evidence.';
COMMENT ON SCHEMA quarantine IS 'What did not hold together, and why.';
COMMENT ON SCHEMA mart IS 'Views for analysts; begin with mart.meetings.';
COMMENT ON SCHEMA reference IS 'Facts that do not come from articles.';
COMMENT ON FUNCTION core.period_form IS 'The precision that the form of a contract date has: day, month, season, year or malformed.';
COMMENT ON FUNCTION core.period_first_day IS 'The first day that a contract date can mean.';
COMMENT ON FUNCTION core.period_last_day IS 'The last day that a contract date can mean.';
COMMENT ON FUNCTION core.spans IS 'A record''s evidence, an array of [start, end), as a multirange.';
COMMENT ON FUNCTION core.evidence_words IS 'The words of a text that the spans cover.';
COMMENT ON FUNCTION core.evidence_sentence IS 'The sentences of a text that the spans stand in.';
COMMENT ON FUNCTION core.texts IS 'A JSON array of strings as an array.';
