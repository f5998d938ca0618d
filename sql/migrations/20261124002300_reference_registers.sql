-- Registers: persons, offices, organizations and the like, each under an id that others refer to.
-- migrate:up
-- A row of a register tells what is known now, so that a join needs no thought; what it told before stands here.
CREATE TABLE reference.former (
    former_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    relation text NOT NULL,
    row_id text NOT NULL,
    contents jsonb NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL,
    CHECK (valid_from <= valid_to)
);
CREATE INDEX former_row ON reference.former (relation, row_id);
COMMENT ON TABLE reference.former IS 'How rows of the registers (countries, persons, offices, organizations, places, venues, recurring events) read before they changed.';
COMMENT ON COLUMN reference.former.former_id IS 'Surrogate key.';
COMMENT ON COLUMN reference.former.relation IS 'Name of the register, such as person.';
COMMENT ON COLUMN reference.former.row_id IS 'Key of the row in that register.';
COMMENT ON COLUMN reference.former.contents IS 'The row as it read, an object by column.';
COMMENT ON COLUMN reference.former.valid_from IS 'Since when the warehouse had told it so.';
COMMENT ON COLUMN reference.former.valid_to IS 'Until when.';

CREATE FUNCTION reference.keep_former() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - ARRAY['valid_from', 'valid_to'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['valid_from', 'valid_to']
       OR (OLD.valid_to IS NOT NULL AND NEW.valid_to IS NULL) THEN
        INSERT INTO reference.former (relation, row_id, contents, valid_from, valid_to)
        VALUES (TG_TABLE_NAME, to_jsonb(OLD) ->> TG_ARGV[0], to_jsonb(OLD) - ARRAY['valid_from', 'valid_to'],
                OLD.valid_from, coalesce(OLD.valid_to, now()));
        NEW.valid_from := now();
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION reference.keep_former IS 'Keeps a register''s row in reference.former before its contents change, and moves its valid_from.';

CREATE TABLE reference.person (
    person_id text PRIMARY KEY CHECK (person_id ~ '^(Q[1-9][0-9]*|n-[0-9a-f]{16})$'),
    name text NOT NULL CHECK (btrim(name) <> ''),
    names text[] NOT NULL DEFAULT '{}',
    origin text NOT NULL CHECK (origin IN ('register', 'wikidata')),
    source text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE reference.person IS 'Persons who hold or held one of the offices in reference.office.';
COMMENT ON COLUMN reference.person.person_id IS 'Wikidata id, as records give it in person_id; n- and a hash of name and side for a person without one.';
COMMENT ON COLUMN reference.person.name IS 'Name as news in English writes it.';
COMMENT ON COLUMN reference.person.names IS 'Other spellings, in any script, in alphabetical order.';
COMMENT ON COLUMN reference.person.origin IS 'register (the tables that the project ships) or wikidata (taken over from there by a refresh).';
COMMENT ON COLUMN reference.person.source IS 'Where the row comes from.';
COMMENT ON COLUMN reference.person.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.person.valid_to IS 'When the register ceased to list it; null while it does.';

CREATE TABLE reference.organization (
    organization text PRIMARY KEY CHECK (btrim(organization) <> ''),
    name text NOT NULL,
    names text[] NOT NULL DEFAULT '{}',
    kind text NOT NULL,
    part_of text REFERENCES reference.organization DEFERRABLE INITIALLY DEFERRED,
    wikidata_id text CHECK (wikidata_id ~ '^Q[1-9][0-9]*$'),
    source text NOT NULL,
    status text NOT NULL,
    note text,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE reference.organization IS 'International organizations, groupings and their bodies, by the abbreviation that records give.';
COMMENT ON COLUMN reference.organization.organization IS 'Abbreviation.';
COMMENT ON COLUMN reference.organization.name IS 'Full English name.';
COMMENT ON COLUMN reference.organization.names IS 'Other names and abbreviations, in any script, in alphabetical order.';
COMMENT ON COLUMN reference.organization.kind IS 'What it is, in words: IGO regional, UN agency, negotiation format and the like.';
COMMENT ON COLUMN reference.organization.part_of IS 'Abbreviation of the organization for which a body such as the Security Council is recorded.';
COMMENT ON COLUMN reference.organization.wikidata_id IS 'The organization in Wikidata, where known.';
COMMENT ON COLUMN reference.organization.source IS 'Where the row comes from.';
COMMENT ON COLUMN reference.organization.status IS 'How far the row has been verified, in the source''s words: checked, own-knowledge, unverified.';
COMMENT ON COLUMN reference.organization.note IS 'Remark of whoever compiled the row.';
COMMENT ON COLUMN reference.organization.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.organization.valid_to IS 'When the register ceased to list it; null while it does.';

CREATE TABLE reference.office (
    office_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country text REFERENCES reference.country,
    organization text REFERENCES reference.organization,
    office_class text NOT NULL CHECK (office_class IN (
        'head_of_state', 'head_of_government', 'foreign_minister', 'deputy_head_of_government',
        'deputy_head_of_state', 'head_of_state_representative', 'io_head')),
    seat text CHECK (btrim(seat) <> ''),
    title text NOT NULL,
    is_shared boolean NOT NULL,
    note text,
    origin text NOT NULL CHECK (origin IN ('register', 'wikidata')),
    source text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from),
    CHECK (num_nonnulls(country, organization) = 1),
    UNIQUE NULLS NOT DISTINCT (country, organization, office_class, seat)
);
COMMENT ON TABLE reference.office IS 'Offices of states and organizations, each of which one person holds at a time unless is_shared.';
COMMENT ON COLUMN reference.office.office_id IS 'Surrogate key.';
COMMENT ON COLUMN reference.office.country IS 'ISO 3166-1 alpha-2 code of the state whose office it is.';
COMMENT ON COLUMN reference.office.organization IS 'Abbreviation of the organization whose office it is.';
COMMENT ON COLUMN reference.office.office_class IS 'head_of_state, head_of_government, foreign_minister, deputy_head_of_government, deputy_head_of_state, head_of_state_representative (a governor-general) or io_head.';
COMMENT ON COLUMN reference.office.seat IS 'Which of several offices of that class an organization has; null for a state, which has one of each.';
COMMENT ON COLUMN reference.office.title IS 'Title of its latest holder.';
COMMENT ON COLUMN reference.office.is_shared IS 'Whether several hold it at a time by its nature: deputies, the two Captains Regent of San Marino.';
COMMENT ON COLUMN reference.office.note IS 'Why it is shared, where that is not plain from its class.';
COMMENT ON COLUMN reference.office.origin IS 'register (the tables that the project ships) or wikidata (taken over from there by a refresh).';
COMMENT ON COLUMN reference.office.source IS 'Where the row comes from.';
COMMENT ON COLUMN reference.office.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.office.valid_to IS 'When the register ceased to list it; null while it does.';

CREATE TABLE reference.place (
    place_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    country text NOT NULL REFERENCES reference.country,
    names text[] NOT NULL DEFAULT '{}',
    is_capital boolean NOT NULL,
    geoname_id bigint UNIQUE,
    latitude double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision CHECK (longitude BETWEEN -180 AND 180),
    source text NOT NULL,
    coordinates_source text,
    status text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from),
    UNIQUE (country, name),
    CHECK (num_nonnulls(latitude, longitude, coordinates_source) IN (0, 3))
);
COMMENT ON TABLE reference.place IS 'Cities, and resorts and islands where leaders meet.';
COMMENT ON COLUMN reference.place.place_id IS 'Surrogate key.';
COMMENT ON COLUMN reference.place.name IS 'English name, as records give it in city.';
COMMENT ON COLUMN reference.place.country IS 'ISO 3166-1 alpha-2 code of the country it lies in.';
COMMENT ON COLUMN reference.place.names IS 'Other English names, in alphabetical order.';
COMMENT ON COLUMN reference.place.is_capital IS 'Whether it is the country''s capital or seat of government.';
COMMENT ON COLUMN reference.place.geoname_id IS 'The place in GeoNames; null for one that has no entry of its own there.';
COMMENT ON COLUMN reference.place.latitude IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN reference.place.longitude IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN reference.place.source IS 'Where the name comes from.';
COMMENT ON COLUMN reference.place.coordinates_source IS 'Where the coordinates come from, with their licence.';
COMMENT ON COLUMN reference.place.status IS 'How far the row has been verified: checked, own-knowledge or unchecked (as GeoNames has it).';
COMMENT ON COLUMN reference.place.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.place.valid_to IS 'When the register ceased to list it; null while it does.';

CREATE TABLE reference.venue (
    venue_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    country text NOT NULL REFERENCES reference.country,
    place_id int REFERENCES reference.place,
    kind text NOT NULL CHECK (kind IN ('residence', 'office', 'shared')),
    latitude double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision CHECK (longitude BETWEEN -180 AND 180),
    source text NOT NULL,
    status text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from),
    UNIQUE NULLS NOT DISTINCT (country, name, place_id),
    CHECK (num_nonnulls(latitude, longitude) IN (0, 2))
);
COMMENT ON TABLE reference.venue IS 'Residences, palaces and seats of government.';
COMMENT ON COLUMN reference.venue.venue_id IS 'Surrogate key.';
COMMENT ON COLUMN reference.venue.name IS 'English name, as records give it in venue.';
COMMENT ON COLUMN reference.venue.country IS 'ISO 3166-1 alpha-2 code of the country it stands in.';
COMMENT ON COLUMN reference.venue.place_id IS 'The city it stands in; null for one outside any.';
COMMENT ON COLUMN reference.venue.kind IS 'residence (guests are received there), office (it only speaks), or shared (a name that several countries'' residences bear, such as State House).';
COMMENT ON COLUMN reference.venue.latitude IS 'Degrees north, WGS 84, of the building, where known.';
COMMENT ON COLUMN reference.venue.longitude IS 'Degrees east, WGS 84, of the building, where known.';
COMMENT ON COLUMN reference.venue.source IS 'Where the row comes from.';
COMMENT ON COLUMN reference.venue.status IS 'How far the row has been verified: checked or own-knowledge.';
COMMENT ON COLUMN reference.venue.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.venue.valid_to IS 'When the register ceased to list it; null while it does.';

CREATE TABLE reference.recurring_event (
    recurring_event_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    abbreviation text,
    names text[] NOT NULL DEFAULT '{}',
    kind text NOT NULL,
    organizer text,
    organization text REFERENCES reference.organization,
    cadence text,
    usual_months int[] NOT NULL DEFAULT '{}' CHECK (usual_months <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    usual_place text,
    source text NOT NULL,
    status text NOT NULL,
    note text,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE reference.recurring_event IS 'Summits, forums and conferences that take place again and again.';
COMMENT ON COLUMN reference.recurring_event.recurring_event_id IS 'Surrogate key.';
COMMENT ON COLUMN reference.recurring_event.name IS 'English name.';
COMMENT ON COLUMN reference.recurring_event.abbreviation IS 'Abbreviation, where it has one.';
COMMENT ON COLUMN reference.recurring_event.names IS 'Other names, in any script, in alphabetical order.';
COMMENT ON COLUMN reference.recurring_event.kind IS 'summit, forum, conference, meeting, ministerial, negotiation, ceremony and the like.';
COMMENT ON COLUMN reference.recurring_event.organizer IS 'Who holds it, as the register words it: organizations and country codes, several joined by +.';
COMMENT ON COLUMN reference.recurring_event.organization IS 'Abbreviation of the organization that holds it, where that is one of reference.organization.';
COMMENT ON COLUMN reference.recurring_event.cadence IS 'How often: annual, biennial, 2 per year, irregular and the like.';
COMMENT ON COLUMN reference.recurring_event.usual_months IS 'Months (1 to 12) in which it usually takes place; empty where that varies.';
COMMENT ON COLUMN reference.recurring_event.usual_place IS 'Where it usually takes place, or rotates.';
COMMENT ON COLUMN reference.recurring_event.source IS 'Where the row comes from.';
COMMENT ON COLUMN reference.recurring_event.status IS 'How far the row has been verified: checked, own-knowledge or unverified.';
COMMENT ON COLUMN reference.recurring_event.note IS 'Remark of whoever compiled the row.';
COMMENT ON COLUMN reference.recurring_event.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.recurring_event.valid_to IS 'When the register ceased to list it; null while it does.';

CREATE TABLE reference.event_type_code (
    event_type core.event_type,
    event_status core.contact_status,
    cameo_code text NOT NULL CHECK (cameo_code ~ '^[0-9]{3}$'),
    cameo_name text NOT NULL,
    plover_code text NOT NULL CHECK (plover_code ~ '^[A-Z]+$'),
    source text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_to timestamptz CHECK (valid_to >= valid_from),
    PRIMARY KEY (event_type, event_status)
);
COMMENT ON TABLE reference.event_type_code IS 'Each type and status of a contact in the event ontologies CAMEO and PLOVER; docs/codes.md tells why.';
COMMENT ON COLUMN reference.event_type_code.event_type IS 'Type of contact.';
COMMENT ON COLUMN reference.event_type_code.event_status IS 'Status of the contact.';
COMMENT ON COLUMN reference.event_type_code.cameo_code IS 'CAMEO event code.';
COMMENT ON COLUMN reference.event_type_code.cameo_name IS 'What CAMEO calls that code.';
COMMENT ON COLUMN reference.event_type_code.plover_code IS 'PLOVER event type.';
COMMENT ON COLUMN reference.event_type_code.source IS 'Where the mapping comes from.';
COMMENT ON COLUMN reference.event_type_code.valid_from IS 'Since when the warehouse tells it so.';
COMMENT ON COLUMN reference.event_type_code.valid_to IS 'When the mapping ceased to hold it; null while it does.';

ALTER TABLE reference.country
    ADD COLUMN valid_from timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN valid_to timestamptz CHECK (valid_to >= valid_from);

CREATE TRIGGER country_former BEFORE UPDATE ON reference.country
    FOR EACH ROW EXECUTE FUNCTION reference.keep_former('country');
CREATE TRIGGER person_former BEFORE UPDATE ON reference.person
    FOR EACH ROW EXECUTE FUNCTION reference.keep_former('person_id');
CREATE TRIGGER organization_former BEFORE UPDATE ON reference.organization
    FOR EACH ROW EXECUTE FUNCTION reference.keep_former('organization');
CREATE TRIGGER office_former BEFORE UPDATE ON reference.office
    FOR EACH ROW EXECUTE FUNCTION reference.keep_former('office_id');
CREATE TRIGGER place_former BEFORE UPDATE ON reference.place
    FOR EACH ROW EXECUTE FUNCTION reference.keep_former('place_id');
CREATE TRIGGER venue_former BEFORE UPDATE ON reference.venue
    FOR EACH ROW EXECUTE FUNCTION reference.keep_former('venue_id');
CREATE TRIGGER recurring_event_former BEFORE UPDATE ON reference.recurring_event
    FOR EACH ROW EXECUTE FUNCTION reference.keep_former('recurring_event_id');
CREATE TRIGGER event_type_code_former BEFORE UPDATE ON reference.event_type_code
    FOR EACH ROW EXECUTE FUNCTION reference.keep_former('event_type');

-- migrate:down
DROP TRIGGER country_former ON reference.country;
ALTER TABLE reference.country DROP COLUMN valid_from, DROP COLUMN valid_to;
DROP TABLE reference.event_type_code, reference.recurring_event, reference.venue, reference.place, reference.office,
    reference.organization, reference.person, reference.former;
DROP FUNCTION reference.keep_former;
