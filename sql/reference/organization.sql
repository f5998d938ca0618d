MERGE INTO reference.organization AS held
USING given_organization AS given ON held.organization = given.organization
WHEN MATCHED AND (held.valid_to IS NOT NULL OR (
        held.name, held.names, held.kind, held.part_of, held.wikidata_id, held.source, held.status, held.note)
    IS DISTINCT FROM (
        given.name, given.names, given.kind, given.part_of, given.wikidata_id, given.source, given.status, given.note))
THEN UPDATE SET
    name = given.name, names = given.names, kind = given.kind, part_of = given.part_of,
    wikidata_id = given.wikidata_id, source = given.source, status = given.status, note = given.note, valid_to = NULL
WHEN NOT MATCHED BY TARGET THEN INSERT
    (organization, name, names, kind, part_of, wikidata_id, source, status, note)
    VALUES (given.organization, given.name, given.names, given.kind, given.part_of, given.wikidata_id, given.source,
            given.status, given.note)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL THEN UPDATE SET valid_to = now()
