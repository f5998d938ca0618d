MERGE INTO core.event_participant AS held
USING jsonb_to_recordset(%(rows)s) AS given (
    event_id text, position int, name text, person_id text, title text, role_class text, country text,
    organization text, capacity text, support double precision, record_keys bigint[])
ON held.event_id = given.event_id AND held.position = given.position
WHEN MATCHED AND (held.name, held.person_id, held.title, held.role_class::text, held.country, held.organization,
    held.capacity::text, held.support, held.record_keys)
    IS DISTINCT FROM (given.name, given.person_id, given.title, given.role_class, given.country, given.organization,
    given.capacity, given.support, given.record_keys) THEN UPDATE SET
    name = given.name,
    person_id = given.person_id,
    title = given.title,
    role_class = given.role_class,
    country = given.country,
    organization = given.organization,
    capacity = given.capacity,
    support = given.support,
    record_keys = given.record_keys
WHEN NOT MATCHED THEN INSERT (event_id, position, name, person_id, title, role_class, country, organization,
    capacity, support, record_keys)
VALUES (given.event_id, given.position, given.name, given.person_id, given.title, given.role_class, given.country,
    given.organization, given.capacity, given.support, given.record_keys)
