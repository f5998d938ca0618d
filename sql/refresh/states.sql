-- Every state with an item in Wikidata whose offices the register holds, and its item.
SELECT c.country, c.wikidata_id
FROM reference.country AS c
WHERE c.wikidata_id IS NOT NULL
    AND EXISTS (SELECT FROM reference.office AS o WHERE o.country = c.country AND o.valid_to IS NULL)
ORDER BY c.country
