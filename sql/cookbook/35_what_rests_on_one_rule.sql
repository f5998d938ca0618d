-- What rests on the rule that makes a day of the week a date, and do the days agree with what the articles say?
SELECT c.value AS start_date, to_char(c.value::date, 'FMDay') AS is_a, c.evidence_words, c.article_published_on,
    c.event_type, c.article_title
FROM mart.claims AS c
WHERE c.rule_id = 'date.weekday' AND c.field = 'event.start_date' AND c.value LIKE '____-__-__'
ORDER BY c.value, c.article_title;
