UPDATE reference.proposed_change SET problem = 'the register has changed since they were compared; refresh again'
WHERE proposed_change_id = %(proposed_change_id)s
