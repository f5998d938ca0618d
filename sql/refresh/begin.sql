INSERT INTO reference.refresh (refresh_id, countries) VALUES (%(refresh_id)s, %(countries)s)
ON CONFLICT (refresh_id) DO NOTHING
