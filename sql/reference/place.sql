MERGE INTO reference.place AS held
USING given_place AS given ON held.country = given.country AND held.name = given.name
WHEN MATCHED AND (held.valid_to IS NOT NULL OR (
        held.names, held.is_capital, held.geoname_id, held.latitude, held.longitude, held.source,
        held.coordinates_source, held.status)
    IS DISTINCT FROM (
        given.names, given.is_capital, given.geoname_id, given.latitude, given.longitude, given.source,
        given.coordinates_source, given.status))
THEN UPDATE SET
    names = given.names, is_capital = given.is_capital, geoname_id = given.geoname_id, latitude = given.latitude,
    longitude = given.longitude, source = given.source, coordinates_source = given.coordinates_source,
    status = given.status, valid_to = NULL
WHEN NOT MATCHED BY TARGET THEN INSERT
    (name, country, names, is_capital, geoname_id, latitude, longitude, source, coordinates_source, status)
    VALUES (given.name, given.country, given.names, given.is_capital, given.geoname_id, given.latitude, given.longitude,
            given.source, given.coordinates_source, given.status)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL THEN UPDATE SET valid_to = now()
