-- A wording is matched whole: one that is given differently is closed, and the new one stands beside it.
MERGE INTO reference.event_edition AS held
USING (
    SELECT g.*, e.recurring_event_id, p.place_id
    FROM given_event_edition AS g
    JOIN reference.recurring_event AS e ON e.name = g.event_name
    LEFT JOIN reference.place AS p ON p.country = g.country AND p.name = g.city
) AS given
ON held.valid_to IS NULL
    AND held.recurring_event_id = given.recurring_event_id AND held.year = given.year AND held.ordinal = given.ordinal
    AND (held.edition_number, held.start_date, held.place_words, held.city, held.country, held.place_id,
         held.is_virtual, held.event_status::text, held.note, held.status, held.source)
        IS NOT DISTINCT FROM (
         given.edition_number, given.start_date, given.place_words, given.city, given.country, given.place_id,
         given.is_virtual, given.event_status, given.note, given.status, given.source)
WHEN NOT MATCHED BY TARGET THEN INSERT
    (recurring_event_id, year, ordinal, edition_number, start_date, place_words, city, country, place_id, is_virtual,
     event_status, note, status, source)
    VALUES (given.recurring_event_id, given.year, given.ordinal, given.edition_number, given.start_date,
            given.place_words, given.city, given.country, given.place_id, given.is_virtual, given.event_status,
            given.note, given.status, given.source)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL THEN UPDATE SET valid_to = now()
