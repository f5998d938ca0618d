MERGE INTO reference.country AS held
USING country_given AS given ON held.country = given.country
WHEN MATCHED AND (held.*) IS DISTINCT FROM (given.*) THEN UPDATE SET
    iso3 = given.iso3,
    wikidata_id = given.wikidata_id,
    name = given.name,
    official_name = given.official_name,
    capital = given.capital,
    region = given.region,
    subregion = given.subregion,
    is_un_member = given.is_un_member,
    source = given.source
WHEN NOT MATCHED THEN INSERT VALUES (
    given.country, given.iso3, given.wikidata_id, given.name, given.official_name, given.capital,
    given.region, given.subregion, given.is_un_member, given.source)
