-- Indexes by which questions stay quick when the warehouse holds a million records (benchmarks/load.md).
-- migrate:up
-- Two states are looked up as a pair: with one of them alone in the index, its every other contact would be read, too.
CREATE INDEX country_pair_both ON core.country_pair (other_country, one_country, start_day_earliest);
DROP INDEX core.country_pair_other;

-- What is planned is one record in twenty.
CREATE INDEX record_planned ON core.record (start_day_earliest, start_day_latest)
    WHERE event_status IN ('planned', 'proposed');

-- The newest events first, those without a moment at the end: the order of mart.events that one asks for.
CREATE INDEX event_newest ON core.event (first_reported_at DESC NULLS LAST);
DROP INDEX core.event_reported;

-- migrate:down
CREATE INDEX event_reported ON core.event (first_reported_at);
DROP INDEX core.event_newest;
DROP INDEX core.record_planned;
CREATE INDEX country_pair_other ON core.country_pair (other_country, start_day_earliest);
DROP INDEX core.country_pair_both;
