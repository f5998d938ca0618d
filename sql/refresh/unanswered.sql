SELECT c.country, c.wikidata_id
FROM reference.refresh AS r
CROSS JOIN LATERAL unnest(r.countries) AS asked (country)
JOIN reference.country AS c ON c.country = asked.country
WHERE r.refresh_id = %(refresh_id)s AND c.wikidata_id IS NOT NULL
    AND NOT EXISTS (
        SELECT FROM reference.refresh_answer AS a WHERE a.refresh_id = r.refresh_id AND a.country = c.country)
ORDER BY c.country
