-- The new wording keeps what it does not say anew, and remembers the register's that it stands for.
INSERT INTO reference.tenure (
    office_id, person_id, title, role_class, start_date, end_date, is_end_known, overlap, overlap_reason, status,
    source, note, origin, replaces_tenure_id)
SELECT o.office_id, %(person_id)s, coalesce(was.title, %(title)s), coalesce(was.role_class::text, %(role_class)s),
       %(start)s, %(end)s, %(is_end_known)s,
       coalesce(was.overlap, CASE WHEN o.is_shared THEN 'shared' END), was.overlap_reason,
       CASE WHEN %(kind)s = 'ended' AND NOT was.is_doubtful THEN was.status ELSE 'wikidata-only' END,
       CASE WHEN %(kind)s = 'ended' THEN concat_ws('; ', was.source, %(source)s::text) ELSE %(source)s END,
       was.note, 'wikidata',
       CASE WHEN was.origin = 'wikidata' AND was.replaces_tenure_id IS NOT NULL THEN was.replaces_tenure_id
            ELSE was.tenure_id END
FROM reference.office AS o
LEFT JOIN reference.tenure AS was ON was.tenure_id = %(tenure_id)s
WHERE o.country = %(country)s AND o.office_class = %(office_class)s AND o.seat IS NULL
RETURNING tenure_id
