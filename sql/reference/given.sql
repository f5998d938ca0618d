-- What the register now says, one table for each of its own; filled by COPY in the order of their columns.
CREATE TEMPORARY TABLE given_country (
    country text, iso3 text, wikidata_id text, name text, official_name text, capital text, region text,
    subregion text, is_un_member boolean, source text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_organization (
    organization text, name text, names text[], kind text, part_of text, wikidata_id text, source text, status text,
    note text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_person (person_id text, name text, names text[], source text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_office (
    country text, organization text, office_class text, seat text, title text, is_shared boolean, note text,
    source text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_tenure (
    country text, organization text, office_class text, seat text, person_id text, title text, role_class text,
    start_date text, end_date text, is_end_known boolean, overlap text, overlap_reason text, status text, source text,
    note text,
    office_id int,
    surely_held daterange GENERATED ALWAYS AS (daterange(
        core.period_last_day(start_date),
        CASE
            WHEN end_date IS NOT NULL THEN greatest(core.period_last_day(start_date), core.period_first_day(end_date))
            WHEN NOT is_end_known THEN core.period_last_day(start_date)
        END, '[)')) STORED) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_membership (
    organization text, country text, member_organization text, start_date text, end_date text, status text, source text,
    note text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_place (
    name text, country text, names text[], is_capital boolean, geoname_id bigint, latitude double precision,
    longitude double precision, source text, coordinates_source text, status text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_venue (
    name text, country text, city text, kind text, latitude double precision, longitude double precision, source text,
    status text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_recurring_event (
    name text, abbreviation text, names text[], kind text, organizer text, organization text, cadence text,
    usual_months int[], usual_place text, source text, status text, note text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_event_edition (
    event_name text, year int, ordinal int, edition_number int, start_date text, place_words text, city text,
    country text, is_virtual boolean, event_status text, note text, status text, source text) ON COMMIT DROP;
CREATE TEMPORARY TABLE given_event_type_code (
    event_type text, event_status text, cameo_code text, cameo_name text, plover_code text, source text) ON COMMIT DROP;
