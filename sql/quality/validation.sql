INSERT INTO quarantine.validation (batch_id, checked, passed, held_back, duration_seconds)
VALUES (%(batch_id)s, %(checked)s, %(passed)s, %(held_back)s, %(duration_seconds)s)
ON CONFLICT (batch_id) DO UPDATE SET
    validated_at = now(),
    checked = excluded.checked,
    passed = excluded.passed,
    held_back = excluded.held_back,
    duration_seconds = excluded.duration_seconds
