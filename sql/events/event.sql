MERGE INTO core.event AS held
USING jsonb_to_recordset(%(rows)s) AS given (
    event_id text, event_type text, visit_kind text, event_status text, is_main boolean, event_name text,
    start_date text, end_date text, city text, country text, venue text, geoname_id bigint, latitude double precision,
    longitude double precision, parent_event_name text, parent_event_organization text, cameo_code text,
    plover_code text, sides text[], organizations text[], sources text[], report_count int, conflict_count int,
    first_reported_at timestamptz, last_reported_at timestamptz, founder_record_key bigint)
ON held.event_id = given.event_id
WHEN MATCHED AND (
    held.event_type::text, held.visit_kind::text, held.event_status::text, held.is_main, held.event_name,
    held.start_date,
    held.end_date, held.city, held.country, held.venue, held.geoname_id, held.latitude, held.longitude,
    held.parent_event_name, held.parent_event_organization, held.cameo_code, held.plover_code, held.sides,
    held.organizations, held.sources, held.report_count, held.conflict_count, held.first_reported_at,
    held.last_reported_at, held.founder_record_key, held.retired_at
) IS DISTINCT FROM (
    given.event_type, given.visit_kind, given.event_status, given.is_main, given.event_name, given.start_date,
    given.end_date, given.city, given.country, given.venue, given.geoname_id, given.latitude, given.longitude,
    given.parent_event_name, given.parent_event_organization, given.cameo_code, given.plover_code, given.sides,
    given.organizations, given.sources, given.report_count, given.conflict_count, given.first_reported_at,
    given.last_reported_at, given.founder_record_key, NULL::timestamptz
) THEN UPDATE SET
    event_type = given.event_type,
    visit_kind = given.visit_kind,
    event_status = given.event_status,
    is_main = given.is_main,
    event_name = given.event_name,
    start_date = given.start_date,
    end_date = given.end_date,
    city = given.city,
    country = given.country,
    venue = given.venue,
    geoname_id = given.geoname_id,
    latitude = given.latitude,
    longitude = given.longitude,
    parent_event_name = given.parent_event_name,
    parent_event_organization = given.parent_event_organization,
    cameo_code = given.cameo_code,
    plover_code = given.plover_code,
    sides = given.sides,
    organizations = given.organizations,
    sources = given.sources,
    report_count = given.report_count,
    conflict_count = given.conflict_count,
    first_reported_at = given.first_reported_at,
    last_reported_at = given.last_reported_at,
    founder_record_key = given.founder_record_key,
    retired_at = NULL,
    batch_id = %(batch_id)s
WHEN NOT MATCHED THEN INSERT (
    event_id, event_type, visit_kind, event_status, is_main, event_name, start_date, end_date, city, country, venue,
    geoname_id, latitude, longitude, parent_event_name, parent_event_organization, cameo_code, plover_code, sides,
    organizations, sources, report_count, conflict_count, first_reported_at, last_reported_at, founder_record_key,
    batch_id)
VALUES (
    given.event_id, given.event_type, given.visit_kind, given.event_status, given.is_main, given.event_name,
    given.start_date, given.end_date, given.city, given.country, given.venue, given.geoname_id, given.latitude,
    given.longitude, given.parent_event_name, given.parent_event_organization, given.cameo_code, given.plover_code,
    given.sides, given.organizations, given.sources, given.report_count, given.conflict_count,
    given.first_reported_at, given.last_reported_at, given.founder_record_key, %(batch_id)s)
