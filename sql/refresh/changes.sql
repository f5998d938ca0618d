SELECT proposed_change_id, change_kind, country, office_class, tenure_id, person_id, name, title, old_start_date,
       old_end_date, start_date, end_date, is_end_known, problem, applied_tenure_id
FROM reference.proposed_change
WHERE refresh_id = %(refresh_id)s
ORDER BY country, office_class, start_date, proposed_change_id
