-- Every pin: there are as many as reviewers have made.
SELECT
    p.pin_id, p.one_record_key, p.other_record_key, p.is_same, p.decided_at, p.decided_by, p.why,
    g.article_id || '/' || one.record_id AS one_key,
    h.article_id || '/' || other.record_id AS other_key
FROM core.pin AS p
JOIN core.record AS one ON one.record_key = p.one_record_key
JOIN core.reading AS g ON g.reading_id = one.reading_id
JOIN core.record AS other ON other.record_key = p.other_record_key
JOIN core.reading AS h ON h.reading_id = other.reading_id
ORDER BY p.pin_id
