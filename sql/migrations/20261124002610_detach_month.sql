-- For the owner: what a month holds leaves the warehouse's tables and comes back, as whole tables, in a moment.
-- migrate:up
CREATE SCHEMA detached;
COMMENT ON SCHEMA detached IS 'Months that were taken out of core.article_body and core.record_json, each a table, for keeping elsewhere; nothing reads them.';

CREATE FUNCTION core.detach_month(month_key int, with_records boolean DEFAULT false) RETURNS text[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    parent text;
    moved text[] := '{}';
BEGIN
    FOREACH parent IN ARRAY ARRAY['article_body', 'record_json'] LOOP
        CONTINUE WHEN parent = 'record_json' AND NOT with_records
            OR to_regclass(format('months.%s_%s', parent, month_key)) IS NULL;
        EXECUTE format('ALTER TABLE core.%1$s DETACH PARTITION months.%1$s_%2$s', parent, month_key);
        EXECUTE format('ALTER TABLE months.%s_%s SET SCHEMA detached', parent, month_key);
        moved := moved || format('detached.%s_%s', parent, month_key);
    END LOOP;
    RETURN moved;
END
$$;
COMMENT ON FUNCTION core.detach_month IS 'Takes the texts of a month (yyyymm) out of core.article_body, and its records out of core.record_json if told so; names the tables that hold them now.';
REVOKE EXECUTE ON FUNCTION core.detach_month FROM PUBLIC;

-- Where something came for the month in the meantime, the tables become one.
CREATE FUNCTION core.attach_month(month_key int) RETURNS text[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    parent text;
    moved text[] := '{}';
BEGIN
    FOREACH parent IN ARRAY ARRAY['article_body', 'record_json'] LOOP
        CONTINUE WHEN to_regclass(format('detached.%s_%s', parent, month_key)) IS NULL;
        IF to_regclass(format('months.%s_%s', parent, month_key)) IS NULL THEN
            EXECUTE format('ALTER TABLE detached.%s_%s SET SCHEMA months', parent, month_key);
            EXECUTE format('ALTER TABLE core.%1$s ATTACH PARTITION months.%1$s_%2$s FOR VALUES FROM (%3$s) TO (%4$s)',
                parent, month_key, core.month_start(month_key), core.month_start(month_key + 1));
        ELSE
            EXECUTE format('INSERT INTO core.%1$s SELECT * FROM detached.%1$s_%2$s', parent, month_key);
            EXECUTE format('DROP TABLE detached.%s_%s', parent, month_key);
        END IF;
        moved := moved || format('months.%s_%s', parent, month_key);
    END LOOP;
    RETURN moved;
END
$$;
COMMENT ON FUNCTION core.attach_month IS 'Brings back what core.detach_month took out of a month (yyyymm); names the partitions.';
REVOKE EXECUTE ON FUNCTION core.attach_month FROM PUBLIC;

-- migrate:down
DROP FUNCTION core.attach_month, core.detach_month;
DROP SCHEMA detached;
