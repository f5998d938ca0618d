UPDATE reference.proposed_change SET applied_tenure_id = %(applied_tenure_id)s
WHERE proposed_change_id = %(proposed_change_id)s
