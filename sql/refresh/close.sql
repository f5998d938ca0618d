-- Closes the wording that a change replaces; no row where something else has replaced it meanwhile.
UPDATE reference.tenure SET valid_to = now() WHERE tenure_id = %(tenure_id)s AND valid_to IS NULL
