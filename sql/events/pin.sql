INSERT INTO core.pin (
    one_record_key, other_record_key, is_same, decided_by, why, decided_one_record_key, decided_other_record_key)
VALUES (%(one)s, %(other)s, %(is_same)s, %(decided_by)s, %(why)s, %(decided_one)s, %(decided_other)s)
RETURNING pin_id
