-- A holder that a refresh took over and the register does not know stands, and what the register says to the contrary
-- waits until it knows that holder. Run until it deletes nothing: what is taken out may leave another one unknown.
DELETE FROM given_tenure AS given
USING reference.tenure AS taken
WHERE taken.valid_to IS NULL AND taken.origin = 'wikidata' AND taken.office_id = given.office_id
    AND taken.person_id <> given.person_id AND taken.surely_held && given.surely_held
    AND taken.overlap IS NULL AND given.overlap IS NULL
    AND NOT EXISTS (
        SELECT FROM given_tenure AS own
        WHERE own.office_id = taken.office_id AND own.person_id = taken.person_id
            AND (own.surely_held && taken.held_during OR own.start_date = taken.start_date))
