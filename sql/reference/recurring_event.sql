MERGE INTO reference.recurring_event AS held
USING given_recurring_event AS given ON held.name = given.name
WHEN MATCHED AND (held.valid_to IS NOT NULL OR (
        held.abbreviation, held.names, held.kind, held.organizer, held.organization, held.cadence, held.usual_months,
        held.usual_place, held.source, held.status, held.note)
    IS DISTINCT FROM (
        given.abbreviation, given.names, given.kind, given.organizer, given.organization, given.cadence,
        given.usual_months, given.usual_place, given.source, given.status, given.note))
THEN UPDATE SET
    abbreviation = given.abbreviation, names = given.names, kind = given.kind, organizer = given.organizer,
    organization = given.organization, cadence = given.cadence, usual_months = given.usual_months,
    usual_place = given.usual_place, source = given.source, status = given.status, note = given.note, valid_to = NULL
WHEN NOT MATCHED BY TARGET THEN INSERT
    (name, abbreviation, names, kind, organizer, organization, cadence, usual_months, usual_place, source, status, note)
    VALUES (given.name, given.abbreviation, given.names, given.kind, given.organizer, given.organization, given.cadence,
            given.usual_months, given.usual_place, given.source, given.status, given.note)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL THEN UPDATE SET valid_to = now()
