-- Two of the register who surely held one office on one day, neither of them marked.
SELECT coalesce(a.country, a.organization) AS holder_of, a.office_class, p.name, a.start_date, a.end_date,
       q.name, b.start_date, b.end_date
FROM given_tenure AS a
JOIN given_tenure AS b ON b.office_id = a.office_id AND a.surely_held && b.surely_held
    AND (a.start_date, a.person_id) < (b.start_date, b.person_id)
JOIN reference.person AS p ON p.person_id = a.person_id
JOIN reference.person AS q ON q.person_id = b.person_id
WHERE a.overlap IS NULL AND b.overlap IS NULL
ORDER BY 1, 2, a.start_date
