UPDATE core.reprocess_part AS p SET done_at = now(), stage = 'done', outcome = %(outcome)s || (
    SELECT jsonb_build_object(
        'changed', count(*) FILTER (WHERE i.new_reading_id IS NULL),
        'records', coalesce(sum((SELECT count(*) FROM core.record AS r WHERE r.reading_id = i.new_reading_id)), 0))
    FROM core.reprocess_article AS i
    WHERE i.reprocess_id = p.reprocess_id AND i.part = p.part)
WHERE p.reprocess_id = %(reprocess_id)s AND p.part = %(part)s
RETURNING p.outcome
