-- What a refresh took over from Wikidata is fresher than a register that still says what it said before.
DELETE FROM given_tenure AS given
USING reference.tenure AS taken
JOIN reference.tenure AS said ON said.tenure_id = taken.replaces_tenure_id
WHERE taken.valid_to IS NULL AND taken.origin = 'wikidata' AND said.office_id = given.office_id
    AND (said.person_id, said.title, said.role_class::text, said.start_date, said.end_date, said.is_end_known,
         said.overlap, said.overlap_reason, said.status, said.source, said.note)
        IS NOT DISTINCT FROM (
         given.person_id, given.title, given.role_class, given.start_date, given.end_date, given.is_end_known,
         given.overlap, given.overlap_reason, given.status, given.source, given.note)
