-- Who may do what. Run by the owner after every migration; running it again changes nothing.
-- The roles cannot log in: a launcher or an administrator grants LOGIN and a password, or makes login roles members.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['loader', 'analyst'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;  -- another database of this server is being migrated and was first: roles are shared
            END;
        END IF;
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO loader, analyst', current_database());
    EXECUTE format('ALTER ROLE analyst IN DATABASE %I SET default_transaction_read_only = on', current_database());
    EXECUTE format('ALTER ROLE analyst IN DATABASE %I SET statement_timeout = %L', current_database(), '60s');
    EXECUTE format('ALTER ROLE analyst IN DATABASE %I SET idle_in_transaction_session_timeout = %L',
                   current_database(), '10min');
    EXECUTE format('ALTER ROLE analyst IN DATABASE %I SET search_path = mart, reference', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA landing, staging, core, quarantine, mart, reference TO loader;
GRANT SELECT ON ALL TABLES IN SCHEMA landing, staging, core, quarantine, mart, reference TO loader;
-- Partitions are written through their parents, and made by a function with its owner's rights.
GRANT USAGE ON SEQUENCE core.text_number, core.record_number TO loader;
GRANT EXECUTE ON FUNCTION core.open_month TO loader;
GRANT INSERT, UPDATE ON ALL TABLES IN SCHEMA landing, core, quarantine TO loader;
GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA staging TO loader;
-- The results of a batch that is validated again are replaced.
GRANT DELETE ON quarantine.validation_result TO loader;
-- What holds of an event, and where its records are found, follows from the records and is replaced.
GRANT DELETE ON core.event_value, core.event_participant, core.event_topic, core.event_status, core.event_conflict,
    core.record_block TO loader;
-- A switch to a newer reading that is taken back takes back where it led ids, and what it kept for that.
GRANT DELETE ON core.event_alias, core.event_split, core.reprocess_before, core.reprocess_difference TO loader;
-- Pairs follow from the participants.
GRANT DELETE ON core.country_pair, core.person_pair TO loader;
-- Refreshes of the register; its tables are otherwise the migrations'.
GRANT INSERT, UPDATE ON reference.person, reference.office, reference.tenure, reference.refresh,
    reference.refresh_answer, reference.proposed_change TO loader;
GRANT INSERT ON reference.former TO loader;
-- What a refresh proposes is replaced when it is compared again.
GRANT DELETE ON reference.proposed_change TO loader;

GRANT USAGE ON SCHEMA mart, reference TO analyst;
GRANT SELECT ON ALL TABLES IN SCHEMA mart, reference TO analyst;
GRANT EXECUTE ON FUNCTION mart.provenance, mart.search_statements, mart.planned_calendar_on TO analyst, loader;
