INSERT INTO reference.refresh_answer (refresh_id, country, answered_at, answer)
VALUES (%(refresh_id)s, %(country)s, %(answered_at)s, %(answer)s)
ON CONFLICT (refresh_id, country) DO NOTHING
