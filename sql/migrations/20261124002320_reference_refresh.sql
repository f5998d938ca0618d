-- Refreshes of the register from Wikidata: what was asked, what came, what it would change.
-- migrate:up
CREATE TABLE reference.refresh (
    refresh_id text PRIMARY KEY CHECK (btrim(refresh_id) <> ''),
    countries text[] NOT NULL CHECK (cardinality(countries) > 0),
    begun_at timestamptz NOT NULL DEFAULT now(),
    compared_at timestamptz,
    compared int,
    refusal text,
    applied_at timestamptz
);
COMMENT ON TABLE reference.refresh IS 'Refreshes of the register of office holders from Wikidata.';
COMMENT ON COLUMN reference.refresh.refresh_id IS 'Its name: an Airflow run id, or one given on the command line.';
COMMENT ON COLUMN reference.refresh.countries IS 'ISO 3166-1 alpha-2 codes of the states that are asked about.';
COMMENT ON COLUMN reference.refresh.begun_at IS 'When it began.';
COMMENT ON COLUMN reference.refresh.compared_at IS 'When the answers were last compared with the register; null before.';
COMMENT ON COLUMN reference.refresh.compared IS 'Number of the register''s tenures that they were compared with.';
COMMENT ON COLUMN reference.refresh.refusal IS 'Why nothing of it may be applied; null where that is not so.';
COMMENT ON COLUMN reference.refresh.applied_at IS 'When its changes were applied; null where they were only proposed.';

CREATE TABLE reference.refresh_answer (
    refresh_id text NOT NULL REFERENCES reference.refresh,
    country text NOT NULL REFERENCES reference.country,
    answered_at timestamptz NOT NULL,
    answer jsonb NOT NULL,
    PRIMARY KEY (refresh_id, country)
);
COMMENT ON TABLE reference.refresh_answer IS 'What Wikidata answered about each country, as it came; a refresh that was interrupted asks only for the others.';
COMMENT ON COLUMN reference.refresh_answer.refresh_id IS 'The refresh.';
COMMENT ON COLUMN reference.refresh_answer.country IS 'ISO 3166-1 alpha-2 code of the state asked about.';
COMMENT ON COLUMN reference.refresh_answer.answered_at IS 'When the answer came.';
COMMENT ON COLUMN reference.refresh_answer.answer IS 'The answer, SPARQL 1.1 Query Results JSON.';

CREATE TABLE reference.proposed_change (
    proposed_change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    refresh_id text NOT NULL REFERENCES reference.refresh,
    change_kind text NOT NULL CHECK (change_kind IN ('added', 'changed', 'ended')),
    country text NOT NULL REFERENCES reference.country,
    office_class text NOT NULL,
    tenure_id bigint REFERENCES reference.tenure CHECK ((tenure_id IS NULL) = (change_kind = 'added')),
    person_id text NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    old_start_date text,
    old_end_date text,
    start_date text NOT NULL,
    end_date text,
    is_end_known boolean NOT NULL,
    problem text,
    applied_tenure_id bigint REFERENCES reference.tenure,
    UNIQUE NULLS NOT DISTINCT (refresh_id, country, office_class, person_id, start_date, tenure_id)
);
COMMENT ON TABLE reference.proposed_change IS 'What a refresh would change in the register, and what speaks against it.';
COMMENT ON COLUMN reference.proposed_change.proposed_change_id IS 'Surrogate key.';
COMMENT ON COLUMN reference.proposed_change.refresh_id IS 'The refresh.';
COMMENT ON COLUMN reference.proposed_change.change_kind IS 'added (a holder that the register lacks), ended (one that it has in office still) or changed (other dates, or a person whose Wikidata id it lacks).';
COMMENT ON COLUMN reference.proposed_change.country IS 'ISO 3166-1 alpha-2 code of the state.';
COMMENT ON COLUMN reference.proposed_change.office_class IS 'head_of_state, head_of_government or foreign_minister.';
COMMENT ON COLUMN reference.proposed_change.tenure_id IS 'The register''s row that it concerns; null for one added.';
COMMENT ON COLUMN reference.proposed_change.person_id IS 'Wikidata id of the holder.';
COMMENT ON COLUMN reference.proposed_change.name IS 'English name of the holder, the Wikidata id where there is none.';
COMMENT ON COLUMN reference.proposed_change.title IS 'Title under which the register has the office; for a new office, as Wikidata has it.';
COMMENT ON COLUMN reference.proposed_change.old_start_date IS 'When the tenure began by the register.';
COMMENT ON COLUMN reference.proposed_change.old_end_date IS 'When it ended by the register; null where it goes on or nobody knows.';
COMMENT ON COLUMN reference.proposed_change.start_date IS 'When it would begin.';
COMMENT ON COLUMN reference.proposed_change.end_date IS 'When it would end; null where it goes on, or where is_end_known is false.';
COMMENT ON COLUMN reference.proposed_change.is_end_known IS 'False where Wikidata says that it has ended and not when.';
COMMENT ON COLUMN reference.proposed_change.problem IS 'Why it is not applied, though the rest may be; null where nothing speaks against it.';
COMMENT ON COLUMN reference.proposed_change.applied_tenure_id IS 'The row that it became; null where it has not been applied.';

-- migrate:down
DROP TABLE reference.proposed_change, reference.refresh_answer, reference.refresh;
