INSERT INTO reference.proposed_change (
    refresh_id, change_kind, country, office_class, tenure_id, person_id, name, title, old_start_date, old_end_date,
    start_date, end_date, is_end_known, problem)
VALUES (
    %(refresh_id)s, %(kind)s, %(country)s, %(office_class)s, %(tenure_id)s, %(person_id)s, %(name)s, %(title)s,
    %(old_start)s, %(old_end)s, %(start)s, %(end)s, %(is_end_known)s, %(problem)s)
