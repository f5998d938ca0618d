-- What analysts ask the register: who held what when, who belongs to what, what a code means.
-- migrate:up
CREATE VIEW mart.offices AS
SELECT
    t.tenure_id,
    t.office_id,
    o.country,
    c.name AS country_name,
    o.organization,
    o.office_class,
    t.role_class::text AS role_class,
    t.title,
    t.person_id,
    p.name,
    t.start_date,
    t.end_date,
    t.is_end_known,
    lower(t.held_during) AS start_day_earliest,
    CASE WHEN t.is_end_known THEN upper(t.held_during) - 1 END AS end_day_latest,
    t.end_date IS NULL AND t.is_end_known AS is_current,
    t.held_during,
    t.overlap,
    t.overlap_reason,
    t.is_doubtful,
    t.status,
    t.source,
    t.note
FROM reference.tenure AS t
JOIN reference.office AS o USING (office_id)
JOIN reference.person AS p USING (person_id)
LEFT JOIN reference.country AS c ON c.country = o.country
WHERE t.valid_to IS NULL;
COMMENT ON VIEW mart.offices IS 'Who held which office from when to when, as the register and its refreshes now know it. Holders on a day: WHERE held_during @> DATE ''2024-07-03''.';
COMMENT ON COLUMN mart.offices.tenure_id IS 'Key of the row.';
COMMENT ON COLUMN mart.offices.office_id IS 'The office: the same for all its holders.';
COMMENT ON COLUMN mart.offices.country IS 'ISO 3166-1 alpha-2 code of the state whose office it is.';
COMMENT ON COLUMN mart.offices.country_name IS 'English name of that state.';
COMMENT ON COLUMN mart.offices.organization IS 'Abbreviation of the organization whose office it is.';
COMMENT ON COLUMN mart.offices.office_class IS 'head_of_state, head_of_government, foreign_minister, deputy_head_of_government, deputy_head_of_state, head_of_state_representative or io_head.';
COMMENT ON COLUMN mart.offices.role_class IS 'Class under which mart.participants has this holder.';
COMMENT ON COLUMN mart.offices.title IS 'Title that this holder bore.';
COMMENT ON COLUMN mart.offices.person_id IS 'Who held it, as in mart.participants.';
COMMENT ON COLUMN mart.offices.name IS 'Name of the holder.';
COMMENT ON COLUMN mart.offices.start_date IS 'When it began: 2014-03-25, 2014-03 or 2014.';
COMMENT ON COLUMN mart.offices.end_date IS 'When it ended, likewise; null where it goes on, or where is_end_known is false.';
COMMENT ON COLUMN mart.offices.is_end_known IS 'False where it has ended or may have, and no source says when.';
COMMENT ON COLUMN mart.offices.start_day_earliest IS 'The first day that start_date can mean.';
COMMENT ON COLUMN mart.offices.end_day_latest IS 'The last day that end_date can mean; null where it goes on, or nobody knows.';
COMMENT ON COLUMN mart.offices.is_current IS 'Whether it goes on, as far as is known; is_doubtful where that has not been verified lately.';
COMMENT ON COLUMN mart.offices.held_during IS 'Every day on which it may have been held; where the end is unknown, up to eight years on.';
COMMENT ON COLUMN mart.offices.overlap IS 'Why others may have held it at the same time: shared, acting or disputed; null where nobody may.';
COMMENT ON COLUMN mart.offices.overlap_reason IS 'What is known about that.';
COMMENT ON COLUMN mart.offices.is_doubtful IS 'Whether the row, or its end, has not been verified.';
COMMENT ON COLUMN mart.offices.status IS 'How far the row is supported: multi-source, wikidata-only, own-knowledge, unverified and the like.';
COMMENT ON COLUMN mart.offices.source IS 'Where the row comes from.';
COMMENT ON COLUMN mart.offices.note IS 'Remark of whoever compiled the row.';

CREATE VIEW mart.organization_members AS
SELECT
    m.membership_id,
    m.organization,
    o.name AS organization_name,
    m.country,
    m.member_organization,
    coalesce(c.name, x.name) AS member_name,
    m.start_date,
    m.end_date,
    m.member_during,
    m.status,
    m.source,
    m.note
FROM reference.membership AS m
JOIN reference.organization AS o USING (organization)
LEFT JOIN reference.country AS c ON c.country = m.country
LEFT JOIN reference.organization AS x ON x.organization = m.member_organization
WHERE m.valid_to IS NULL;
COMMENT ON VIEW mart.organization_members IS 'Which states and organizations belong to an organization. Members on a day: WHERE member_during @> DATE ''2024-07-03''.';
COMMENT ON COLUMN mart.organization_members.membership_id IS 'Key of the row.';
COMMENT ON COLUMN mart.organization_members.organization IS 'Abbreviation of the organization.';
COMMENT ON COLUMN mart.organization_members.organization_name IS 'Its full English name.';
COMMENT ON COLUMN mart.organization_members.country IS 'ISO 3166-1 alpha-2 code of the member, where it is a state.';
COMMENT ON COLUMN mart.organization_members.member_organization IS 'Abbreviation of the member, where it is an organization itself.';
COMMENT ON COLUMN mart.organization_members.member_name IS 'English name of the member.';
COMMENT ON COLUMN mart.organization_members.start_date IS 'When the membership began; null where that is not known.';
COMMENT ON COLUMN mart.organization_members.end_date IS 'The first day (month, year) on which it did not hold any more; null where it holds.';
COMMENT ON COLUMN mart.organization_members.member_during IS 'The days of membership; without a lower bound where its beginning is not known.';
COMMENT ON COLUMN mart.organization_members.status IS 'How far the row has been verified: checked, own-knowledge or unverified.';
COMMENT ON COLUMN mart.organization_members.source IS 'Where the row comes from.';
COMMENT ON COLUMN mart.organization_members.note IS 'Remark of whoever compiled the row.';

CREATE VIEW mart.event_codes AS
SELECT event_type::text AS event_type, event_status::text AS status, cameo_code, cameo_name, plover_code
FROM reference.event_type_code
WHERE valid_to IS NULL;
COMMENT ON VIEW mart.event_codes IS 'Each type and status of a contact in the event ontologies CAMEO and PLOVER.';
COMMENT ON COLUMN mart.event_codes.event_type IS 'Type of contact, as in mart.meetings.';
COMMENT ON COLUMN mart.event_codes.status IS 'Status of the contact, as in mart.meetings.';
COMMENT ON COLUMN mart.event_codes.cameo_code IS 'CAMEO event code.';
COMMENT ON COLUMN mart.event_codes.cameo_name IS 'What CAMEO calls that code.';
COMMENT ON COLUMN mart.event_codes.plover_code IS 'PLOVER event type.';

-- migrate:down
DROP VIEW mart.event_codes, mart.organization_members, mart.offices;
