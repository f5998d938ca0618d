MERGE INTO reference.venue AS held
USING (
    SELECT v.*, p.place_id
    FROM given_venue AS v
    LEFT JOIN reference.place AS p ON p.country = v.country AND p.name = v.city
) AS given
ON held.country = given.country AND held.name = given.name
    AND coalesce(held.place_id, 0) = coalesce(given.place_id, 0)
WHEN MATCHED AND (held.valid_to IS NOT NULL OR (held.kind, held.latitude, held.longitude, held.source, held.status)
    IS DISTINCT FROM (given.kind, given.latitude, given.longitude, given.source, given.status))
THEN UPDATE SET
    kind = given.kind, latitude = given.latitude, longitude = given.longitude, source = given.source,
    status = given.status, valid_to = NULL
WHEN NOT MATCHED BY TARGET THEN INSERT
    (name, country, place_id, kind, latitude, longitude, source, status)
    VALUES (given.name, given.country, given.place_id, given.kind, given.latitude, given.longitude, given.source,
            given.status)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL THEN UPDATE SET valid_to = now()
