MERGE INTO reference.person AS held
USING given_person AS given ON held.person_id = given.person_id
WHEN MATCHED AND (held.valid_to IS NOT NULL OR (held.name, held.names, held.source, held.origin)
    IS DISTINCT FROM (given.name, given.names, given.source, 'register'))
THEN UPDATE SET
    name = given.name, names = given.names, source = given.source, origin = 'register', valid_to = NULL
WHEN NOT MATCHED BY TARGET THEN INSERT
    (person_id, name, names, origin, source)
    VALUES (given.person_id, given.name, given.names, 'register', given.source)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL AND held.origin = 'register' THEN UPDATE SET valid_to = now()
