-- migrate:up
CREATE SCHEMA landing;
CREATE SCHEMA staging;
CREATE SCHEMA core;
CREATE SCHEMA quarantine;
CREATE SCHEMA mart;
CREATE SCHEMA reference;

-- migrate:down
DROP SCHEMA reference, mart, quarantine, core, staging, landing;
