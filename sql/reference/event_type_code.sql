MERGE INTO reference.event_type_code AS held
USING given_event_type_code AS given
ON held.event_type = given.event_type AND held.event_status = given.event_status
WHEN MATCHED AND (held.valid_to IS NOT NULL OR (held.cameo_code, held.cameo_name, held.plover_code, held.source)
    IS DISTINCT FROM (given.cameo_code, given.cameo_name, given.plover_code, given.source))
THEN UPDATE SET
    cameo_code = given.cameo_code, cameo_name = given.cameo_name, plover_code = given.plover_code,
    source = given.source, valid_to = NULL
WHEN NOT MATCHED BY TARGET THEN INSERT
    (event_type, event_status, cameo_code, cameo_name, plover_code, source)
    VALUES (given.event_type, given.event_status, given.cameo_code, given.cameo_name, given.plover_code, given.source)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL THEN UPDATE SET valid_to = now()
