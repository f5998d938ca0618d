-- migrate:up
CREATE TABLE reference.country (
    country text PRIMARY KEY CHECK (country ~ '^[A-Z]{2}$'),
    iso3 text CHECK (iso3 ~ '^[A-Z]{3}$'),
    wikidata_id text CHECK (wikidata_id ~ '^Q[0-9]+$'),
    name text NOT NULL,
    official_name text,
    capital text,
    region text,
    subregion text,
    is_un_member boolean NOT NULL,
    source text NOT NULL
);

-- migrate:down
DROP TABLE reference.country;
