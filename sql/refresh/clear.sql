DELETE FROM reference.proposed_change WHERE refresh_id = %(refresh_id)s
