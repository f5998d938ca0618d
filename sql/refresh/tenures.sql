-- What the register now says about the offices that Wikidata is asked about.
SELECT t.tenure_id, o.country, o.office_class, o.title AS office_title, o.is_shared, t.person_id, p.name, p.names,
       t.start_date, t.end_date, t.is_end_known, t.status, t.overlap
FROM reference.tenure AS t
JOIN reference.office AS o USING (office_id)
JOIN reference.person AS p USING (person_id)
WHERE t.valid_to IS NULL AND o.country = ANY(%(countries)s)
    AND o.office_class IN ('head_of_state', 'head_of_government', 'foreign_minister')
ORDER BY o.country, o.office_class, t.start_date, t.tenure_id
