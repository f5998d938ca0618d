-- Indexes whose keys begin with the time: news comes in its order, so that a batch writes to few pages of them, next to
-- those that the batch before it wrote. Keys without the time fall all over an index, and each page that is touched for
-- the first time after a checkpoint goes whole into the log.
-- migrate:up
CREATE FUNCTION core.dated_bands(bands bigint[], printed_at timestamptz) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT (floor(date_part('epoch', printed_at AT TIME ZONE 'UTC') / 1209600)::bigint << 44) | (band & 17592186044415)
    FROM unnest(bands) AS band
);
COMMENT ON FUNCTION core.dated_bands IS 'The bands of a text, 44 bits of each, behind the fortnight in which it was printed (14 days since 1970): by what reprints are found.';
CREATE INDEX text_signature_dated ON core.text_signature USING gin (core.dated_bands(bands, printed_at))
    WITH (fastupdate = off);
DROP INDEX core.text_signature_bands;

UPDATE core.record_block SET dated_keys = ARRAY(
    SELECT regexp_replace(key, '^(.*)@([^@]*)$', '\2@\1') FROM unnest(dated_keys) WITH ORDINALITY AS k (key, n) ORDER BY n);

-- migrate:down
UPDATE core.record_block SET dated_keys = ARRAY(
    SELECT regexp_replace(key, '^([^@]*)@(.*)$', '\2@\1') FROM unnest(dated_keys) WITH ORDINALITY AS k (key, n) ORDER BY n);

CREATE INDEX text_signature_bands ON core.text_signature USING gin (bands) WITH (fastupdate = off);
DROP INDEX core.text_signature_dated;
DROP FUNCTION core.dated_bands;
