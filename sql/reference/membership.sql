-- A wording is matched whole: one that is given differently is closed, and the new one stands beside it.
MERGE INTO reference.membership AS held
USING given_membership AS given
ON held.valid_to IS NULL
    AND held.organization = given.organization
    AND coalesce(held.country, held.member_organization) = coalesce(given.country, given.member_organization)
    AND (held.country, held.start_date, held.end_date, held.status, held.source, held.note)
        IS NOT DISTINCT FROM (given.country, given.start_date, given.end_date, given.status, given.source, given.note)
WHEN NOT MATCHED BY TARGET THEN INSERT
    (organization, country, member_organization, start_date, end_date, status, source, note)
    VALUES (given.organization, given.country, given.member_organization, given.start_date, given.end_date,
            given.status, given.source, given.note)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL THEN UPDATE SET valid_to = now()
