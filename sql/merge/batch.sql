INSERT INTO core.batch (batch_id) VALUES (%(batch_id)s) ON CONFLICT DO NOTHING
