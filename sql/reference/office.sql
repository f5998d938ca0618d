MERGE INTO reference.office AS held
USING given_office AS given
ON coalesce(held.country, held.organization) = coalesce(given.country, given.organization)
    AND (held.country IS NULL) = (given.country IS NULL)
    AND held.office_class = given.office_class AND coalesce(held.seat, '') = coalesce(given.seat, '')
WHEN MATCHED AND (held.valid_to IS NOT NULL OR (held.title, held.is_shared, held.note, held.source, held.origin)
    IS DISTINCT FROM (given.title, given.is_shared, given.note, given.source, 'register'))
THEN UPDATE SET
    title = given.title, is_shared = given.is_shared, note = given.note, source = given.source, origin = 'register',
    valid_to = NULL
WHEN NOT MATCHED BY TARGET THEN INSERT
    (country, organization, office_class, seat, title, is_shared, note, origin, source)
    VALUES (given.country, given.organization, given.office_class, given.seat, given.title, given.is_shared, given.note,
            'register', given.source)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL AND held.origin = 'register' THEN UPDATE SET valid_to = now()
