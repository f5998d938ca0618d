SELECT country, answered_at, answer FROM reference.refresh_answer WHERE refresh_id = %(refresh_id)s ORDER BY country
