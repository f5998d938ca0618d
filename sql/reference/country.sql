MERGE INTO reference.country AS held
USING given_country AS given ON held.country = given.country
WHEN MATCHED AND (held.valid_to IS NOT NULL OR (
        held.iso3, held.wikidata_id, held.name, held.official_name, held.capital, held.region, held.subregion,
        held.is_un_member, held.source)
    IS DISTINCT FROM (
        given.iso3, given.wikidata_id, given.name, given.official_name, given.capital, given.region, given.subregion,
        given.is_un_member, given.source))
THEN UPDATE SET
    iso3 = given.iso3, wikidata_id = given.wikidata_id, name = given.name, official_name = given.official_name,
    capital = given.capital, region = given.region, subregion = given.subregion, is_un_member = given.is_un_member,
    source = given.source, valid_to = NULL
WHEN NOT MATCHED BY TARGET THEN INSERT
    (country, iso3, wikidata_id, name, official_name, capital, region, subregion, is_un_member, source)
    VALUES (given.country, given.iso3, given.wikidata_id, given.name, given.official_name, given.capital, given.region,
            given.subregion, given.is_un_member, given.source)
WHEN NOT MATCHED BY SOURCE AND held.valid_to IS NULL THEN UPDATE SET valid_to = now()
