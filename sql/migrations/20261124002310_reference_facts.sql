-- Facts that hold for a time. A row is never overwritten: one that a newer register words otherwise, or no more, is
-- closed (valid_to), and the new wording stands beside it.
-- migrate:up
-- The ranges are those that the dates can mean (held_during) and those that they surely mean (surely_held): "from 2014
-- to 2018" and "from 2018" do not contradict each other, nor do two who hand over on one day.
CREATE TABLE reference.tenure (
    tenure_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    office_id int NOT NULL REFERENCES reference.office,
    person_id text NOT NULL REFERENCES reference.person,
    title text NOT NULL,
    role_class core.role_class NOT NULL,
    start_date text NOT NULL CHECK (core.period_form(start_date) <> 'malformed'),
    end_date text CHECK (core.period_form(end_date) <> 'malformed'),
    is_end_known boolean NOT NULL CHECK (is_end_known OR end_date IS NULL),
    held_during daterange NOT NULL GENERATED ALWAYS AS (daterange(
        core.period_first_day(start_date),
        CASE
            WHEN end_date IS NOT NULL THEN core.period_last_day(end_date)
            WHEN NOT is_end_known THEN make_date(left(start_date, 4)::int + 8, 12, 31)
        END, '[]')) STORED,
    surely_held daterange NOT NULL GENERATED ALWAYS AS (daterange(
        core.period_last_day(start_date),
        CASE
            WHEN end_date IS NOT NULL THEN greatest(core.period_last_day(start_date), core.period_first_day(end_date))
            WHEN NOT is_end_known THEN core.period_last_day(start_date)
        END, '[)')) STORED,
    overlap text CHECK (overlap IN ('shared', 'acting', 'disputed')),
    overlap_reason text CHECK (overlap IS NOT NULL OR overlap_reason IS NULL),
    status text NOT NULL,
    is_doubtful boolean NOT NULL GENERATED ALWAYS AS (
        status IN ('unverified', 'end-unknown', 'open-at-2022-source')) STORED,
    source text NOT NULL,
    note text,
    origin text NOT NULL CHECK (origin IN ('register', 'wikidata')),
    replaces_tenure_id bigint REFERENCES reference.tenure,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from),
    -- A point range stands for equality, which GiST has for ranges only unless btree_gist is installed. Deferrable, so
    -- that a statement may close one row and open the next.
    CONSTRAINT tenure_one_holder EXCLUDE USING gist (
        int4range(office_id, office_id, '[]') WITH &&, surely_held WITH &&)
        WHERE (valid_to IS NULL AND overlap IS NULL) DEFERRABLE,
    CONSTRAINT tenure_begins_once EXCLUDE USING gist (
        int4range(office_id, office_id, '[]') WITH &&,
        int8range(hashtextextended(person_id, 0), hashtextextended(person_id, 0), '[]') WITH &&,
        daterange(core.period_first_day(start_date), core.period_last_day(start_date), '[]') WITH &&)
        WHERE (valid_to IS NULL) DEFERRABLE
);
CREATE INDEX tenure_office ON reference.tenure (office_id);
CREATE INDEX tenure_person ON reference.tenure (person_id) WHERE valid_to IS NULL;
COMMENT ON TABLE reference.tenure IS 'Who held which office from when to when. Rows with valid_to are what the warehouse told before; mart.offices shows the others.';
COMMENT ON COLUMN reference.tenure.tenure_id IS 'Surrogate key of this wording.';
COMMENT ON COLUMN reference.tenure.office_id IS 'The office.';
COMMENT ON COLUMN reference.tenure.person_id IS 'Who held it.';
COMMENT ON COLUMN reference.tenure.title IS 'Title that this holder bore.';
COMMENT ON COLUMN reference.tenure.role_class IS 'Class under which records give this holder: an executive president is a head of state.';
COMMENT ON COLUMN reference.tenure.start_date IS 'When it began, as precisely as the source knows: 2014-03-25, 2014-03 or 2014.';
COMMENT ON COLUMN reference.tenure.end_date IS 'When it ended, likewise; null where it goes on, or where is_end_known is false.';
COMMENT ON COLUMN reference.tenure.is_end_known IS 'False where it has ended or may have, and no source says when.';
COMMENT ON COLUMN reference.tenure.held_during IS 'Every day on which the office may have been held, by the dates'' precision; where the end is unknown, up to eight years on.';
COMMENT ON COLUMN reference.tenure.surely_held IS 'The days from which to before which the office was held for certain, by the dates'' precision.';
COMMENT ON COLUMN reference.tenure.overlap IS 'Why others may have held the office at the same time: shared (by the nature of the office), acting (one stood in) or disputed (rivals, or sources that disagree); null where nobody may.';
COMMENT ON COLUMN reference.tenure.overlap_reason IS 'What is known about that.';
COMMENT ON COLUMN reference.tenure.status IS 'How far the row is supported: multi-source, wikidata-only, factbook-only, own-knowledge, derived, unverified, end-unknown, open-at-2022-source and the like.';
COMMENT ON COLUMN reference.tenure.is_doubtful IS 'Whether that status says that the row, or its end, has not been verified.';
COMMENT ON COLUMN reference.tenure.source IS 'Where the row comes from.';
COMMENT ON COLUMN reference.tenure.note IS 'Remark of whoever compiled the row.';
COMMENT ON COLUMN reference.tenure.origin IS 'register (the tables that the project ships) or wikidata (taken over from there by a refresh).';
COMMENT ON COLUMN reference.tenure.replaces_tenure_id IS 'For one taken over by a refresh: the wording that it replaced; null where it was new.';
COMMENT ON COLUMN reference.tenure.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.tenure.valid_to IS 'Until when it did; null while it does.';

CREATE TABLE reference.membership (
    membership_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organization text NOT NULL REFERENCES reference.organization,
    country text REFERENCES reference.country,
    member_organization text REFERENCES reference.organization,
    start_date text CHECK (core.period_form(start_date) <> 'malformed'),
    end_date text CHECK (core.period_form(end_date) <> 'malformed'),
    member_during daterange NOT NULL GENERATED ALWAYS AS (
        daterange(core.period_first_day(start_date), core.period_first_day(end_date), '[)')) STORED,
    status text NOT NULL,
    source text NOT NULL,
    note text,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from),
    CHECK (num_nonnulls(country, member_organization) = 1),
    CONSTRAINT membership_once EXCLUDE USING gist (
        int8range(hashtextextended(organization, 0), hashtextextended(organization, 0), '[]') WITH &&,
        -- The African Union is not Australia.
        int8range(hashtextextended(coalesce(country, '=' || member_organization), 0),
                  hashtextextended(coalesce(country, '=' || member_organization), 0), '[]') WITH &&,
        member_during WITH &&)
        WHERE (valid_to IS NULL) DEFERRABLE
);
CREATE INDEX membership_organization ON reference.membership (organization);
CREATE INDEX membership_country ON reference.membership (country);
COMMENT ON TABLE reference.membership IS 'Which states and organizations belong to an organization from when to when. Rows with valid_to are what the warehouse told before; mart.organization_members shows the others.';
COMMENT ON COLUMN reference.membership.membership_id IS 'Surrogate key of this wording.';
COMMENT ON COLUMN reference.membership.organization IS 'Abbreviation of the organization.';
COMMENT ON COLUMN reference.membership.country IS 'ISO 3166-1 alpha-2 code of the member, where it is a state.';
COMMENT ON COLUMN reference.membership.member_organization IS 'Abbreviation of the member, where it is an organization itself, as the EU is of the G20.';
COMMENT ON COLUMN reference.membership.start_date IS 'When the membership began: 2014-03-25, 2014-03 or 2014; null where the register does not say.';
COMMENT ON COLUMN reference.membership.end_date IS 'The first day (month, year) on which it did not hold any more; null where it holds.';
COMMENT ON COLUMN reference.membership.member_during IS 'The days of membership; without a lower bound where its beginning is not known.';
COMMENT ON COLUMN reference.membership.status IS 'How far the row has been verified: checked, own-knowledge or unverified.';
COMMENT ON COLUMN reference.membership.source IS 'Where the row comes from.';
COMMENT ON COLUMN reference.membership.note IS 'Remark of whoever compiled the row.';
COMMENT ON COLUMN reference.membership.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.membership.valid_to IS 'Until when it did; null while it does.';

CREATE TABLE reference.event_edition (
    event_edition_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recurring_event_id int NOT NULL REFERENCES reference.recurring_event,
    year int NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    ordinal int NOT NULL CHECK (ordinal >= 1),
    edition_number int CHECK (edition_number >= 1),
    start_date text NOT NULL CHECK (core.period_form(start_date) <> 'malformed'),
    place_words text,
    city text,
    country text REFERENCES reference.country,
    place_id int REFERENCES reference.place,
    is_virtual boolean NOT NULL,
    event_status core.contact_status CHECK (event_status IN ('cancelled', 'postponed')),
    note text,
    status text NOT NULL,
    source text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from),
    CONSTRAINT event_edition_once EXCLUDE USING gist (
        int4range(recurring_event_id, recurring_event_id, '[]') WITH &&,
        int4range(year, year, '[]') WITH &&, int4range(ordinal, ordinal, '[]') WITH &&)
        WHERE (valid_to IS NULL) DEFERRABLE
);
CREATE INDEX event_edition_event ON reference.event_edition (recurring_event_id, year);
COMMENT ON TABLE reference.event_edition IS 'Editions of recurring events: held, cancelled and planned. Rows with valid_to are what the warehouse told before.';
COMMENT ON COLUMN reference.event_edition.event_edition_id IS 'Surrogate key of this wording.';
COMMENT ON COLUMN reference.event_edition.recurring_event_id IS 'The event.';
COMMENT ON COLUMN reference.event_edition.year IS 'Year that it is counted for.';
COMMENT ON COLUMN reference.event_edition.ordinal IS 'Which of the editions of that year it is, counted from 1.';
COMMENT ON COLUMN reference.event_edition.edition_number IS 'Which edition of all it is, where the register counts them: 29 for COP29.';
COMMENT ON COLUMN reference.event_edition.start_date IS 'When it takes place, as precisely as the register knows: 2024-05-03, 2024-05 or 2024.';
COMMENT ON COLUMN reference.event_edition.place_words IS 'Where it takes place, as the register words it; null where it took place nowhere.';
COMMENT ON COLUMN reference.event_edition.city IS 'English name of the city.';
COMMENT ON COLUMN reference.event_edition.country IS 'ISO 3166-1 alpha-2 code of the country.';
COMMENT ON COLUMN reference.event_edition.place_id IS 'The city in reference.place.';
COMMENT ON COLUMN reference.event_edition.is_virtual IS 'Whether it takes place by video link.';
COMMENT ON COLUMN reference.event_edition.event_status IS 'cancelled or postponed; null for one that took place or is to.';
COMMENT ON COLUMN reference.event_edition.note IS 'Remark of whoever compiled the row, such as informal.';
COMMENT ON COLUMN reference.event_edition.status IS 'How far the row has been verified: checked, own-knowledge or unverified.';
COMMENT ON COLUMN reference.event_edition.source IS 'Where the row comes from.';
COMMENT ON COLUMN reference.event_edition.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.event_edition.valid_to IS 'Until when it did; null while it does.';

-- migrate:down
DROP TABLE reference.event_edition, reference.membership, reference.tenure;
