UPDATE given_tenure AS given SET office_id = o.office_id
FROM reference.office AS o
WHERE coalesce(o.country, o.organization) = coalesce(given.country, given.organization)
    AND (o.country IS NULL) = (given.country IS NULL)
    AND o.office_class = given.office_class AND coalesce(o.seat, '') = coalesce(given.seat, '')
