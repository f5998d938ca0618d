-- A wording is matched whole: one that is given differently is closed, and the new one stands beside it.
MERGE INTO reference.tenure AS held
USING given_tenure AS given
ON held.valid_to IS NULL AND held.origin = 'register'
    AND held.office_id = given.office_id AND held.person_id = given.person_id AND held.start_date = given.start_date
    AND (held.title, held.role_class::text, held.end_date, held.is_end_known, held.overlap, held.overlap_reason,
         held.status, held.source, held.note)
        IS NOT DISTINCT FROM (
         given.title, given.role_class, given.end_date, given.is_end_known, given.overlap, given.overlap_reason,
         given.status, given.source, given.note)
WHEN NOT MATCHED BY TARGET THEN INSERT
    (office_id, person_id, title, role_class, start_date, end_date, is_end_known, overlap, overlap_reason, status,
     source, note, origin)
    VALUES (given.office_id, given.person_id, given.title, given.role_class, given.start_date, given.end_date,
            given.is_end_known, given.overlap, given.overlap_reason, given.status, given.source, given.note, 'register')
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL AND held.origin = 'register' THEN UPDATE SET valid_to = now()
