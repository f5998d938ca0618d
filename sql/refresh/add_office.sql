INSERT INTO reference.office (country, office_class, title, is_shared, origin, source)
SELECT %(country)s, %(office_class)s, %(title)s, false, 'wikidata', %(source)s
WHERE NOT EXISTS (
    SELECT FROM reference.office WHERE country = %(country)s AND office_class = %(office_class)s AND seat IS NULL)
