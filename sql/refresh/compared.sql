UPDATE reference.refresh SET compared_at = now(), compared = %(compared)s, refusal = %(refusal)s
WHERE refresh_id = %(refresh_id)s
