-- A register that now says something about a tenure that a refresh took over has the word again.
UPDATE reference.tenure AS taken SET valid_to = now()
WHERE taken.valid_to IS NULL AND taken.origin = 'wikidata'
    AND EXISTS (
        SELECT FROM given_tenure AS given
        WHERE given.office_id = taken.office_id AND given.person_id = taken.person_id
            AND (given.surely_held && taken.held_during OR given.start_date = taken.start_date))
